import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import type { RequestListener } from 'node:http';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';
import type { ScimmyStorage, StoredUser } from './scimmy-storage.ts';

interface App {
  readonly use: (path: string, handler: unknown) => void;
}

/** The endpoint of `scimmy` on Express 5 as its README shows it, with the fewest handlers that are right. */
export function scimmyApp(storage: ScimmyStorage, token: string): RequestListener {
  const express = createRequire(import.meta.url)('express') as () => App & RequestListener;
  SCIMMY.Resources.declare(SCIMMY.Resources.User, {
    extensions: [{ schema: SCIMMY.Schemas.EnterpriseUser, required: false }],
    egress: async ({ id, filter }: Asked) => found(storage, { id, filter }),
    ingress: async ({ id }: Asked, sent: StoredUser) => {
      const now = new Date().toISOString();
      if (id === undefined) return create(storage, { ...sent, id: randomUUID(), meta: { created: now, lastModified: now } });
      const known = await storage.get(id);
      const user = { ...sent, id, meta: { ...known?.meta, lastModified: now } };
      if (known === undefined) throw new SCIMMY.Types.Error(404, null as never, 'there is no such user');
      if (!(await storage.replace(user))) throw taken();
      return user;
    },
  } as never);
  const right = digestOf(token);
  const app = express();
  app.use(
    '/scim/v2',
    new SCIMMYRouters({
      type: 'bearer',
      handler(request) {
        const header = (request as { headers: { authorization?: string } }).headers.authorization ?? '';
        if (!timingSafeEqual(digestOf(header.replace(/^bearer\s+/i, '')), right)) throw new TypeError('the token is not good');
        return 'bench';
      },
    }),
  );
  return app;
}

interface Asked {
  readonly id?: string | undefined;
  readonly filter?: unknown;
}

async function found(storage: ScimmyStorage, { id, filter }: Asked): Promise<unknown> {
  if (id !== undefined) {
    const user = await storage.get(id);
    if (user === undefined) throw new SCIMMY.Types.Error(404, null as never, 'there is no such user');
    return user;
  }
  const [condition] = filter as readonly { readonly userName?: readonly [string, string] }[];
  const user = await storage.byName((condition?.userName?.[1] ?? '').toLowerCase());
  return user === undefined ? [] : [user];
}

async function create(storage: ScimmyStorage, user: StoredUser): Promise<StoredUser> {
  if (!(await storage.create(user))) throw taken();
  return user;
}

function taken(): Error {
  return new SCIMMY.Types.Error(409, 'uniqueness', 'another user has this userName');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
