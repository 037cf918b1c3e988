import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { ScimHandler } from '@rollcall/scim';
import { handle } from './engine.ts';
import { expressApp } from './express.ts';
import { honoApp } from './hono.ts';
import { DELETE, GET, PATCH, POST, PUT } from './next/app/scim/v2/[[...path]]/route.ts';
import { nodeHttp } from './node-http.ts';

/** One mount, as somebody who sends requests to it sees it. */
export interface Mount {
  readonly origin: string;
  readonly send: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Each of them on a port of its own, until it is closed. */
export const mounts: Readonly<Record<string, () => Promise<Mount>>> = {
  'node:http': () => listening(nodeHttp(handle)),
  Express: () => listening(createServer(expressApp(handle) as RequestListener)),
  Hono: () => listening(createAdaptorServer({ fetch: honoApp(handle).fetch }) as Server),
  'Next (called)': () => Promise.resolve(called()),
};

async function listening(server: Server): Promise<Mount> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    send: (request) => fetch(request),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const route: Readonly<Record<string, ScimHandler>> = { DELETE, GET, PATCH, POST, PUT };

/** As Next does it: the function with the name of the method. */
function called(): Mount {
  return {
    origin: 'https://app.example',
    send: async (request) => (await route[request.method]?.(request)) ?? new Response(null, { status: 405 }),
    close: () => Promise.resolve(),
  };
}
