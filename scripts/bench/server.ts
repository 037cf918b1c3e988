import { createTwin, startSandbox, type SandboxDefinition, type SandboxRequest } from '@rollcall/sandbox';
import { loadVendor } from '../vendors/load-vendors.ts';

// A process of its own, so that serving the pages does not count as reading them.
export interface SentRequest {
  readonly method: string;
  /** Path with query, below the vendor's origin. */
  readonly url: string;
  readonly origin: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type ToServer = { readonly kind: 'requests' } | { readonly kind: 'stop' };
export type FromServer =
  | {
      readonly kind: 'ready';
      readonly origins: Readonly<Record<string, string>>;
      readonly config: Readonly<Record<string, unknown>>;
      readonly people: number;
      readonly now: string;
    }
  | { readonly kind: 'requests'; readonly requests: readonly SentRequest[] };

const [slug = '', size = ''] = process.argv.slice(2);
const vendor = await loadVendor(slug);
const sent: SentRequest[] = [];
const sandbox = await startSandbox(recording(vendor.sandbox), {
  twin: createTwin({ seed: 'bench', size: Number(size) }),
  limit: false,
});
const send = (message: FromServer): void => {
  process.send?.(message);
};
process.on('message', (message: ToServer) => {
  if (message.kind === 'requests') send({ kind: 'requests', requests: sent.splice(0) });
  else
    void sandbox.close().then(() => {
      process.disconnect();
    });
});
send({
  kind: 'ready',
  origins: sandbox.origins,
  config: { ...sandbox.config },
  people: sandbox.twin.people.length,
  now: `${sandbox.twin.today}T12:00:00Z`,
});

function recording(definition: SandboxDefinition): SandboxDefinition {
  const note = ({ method, path, query, origin, body, headers }: SandboxRequest): void => {
    const { 'content-type': type, authorization, accept } = headers;
    const kept = {
      ...(type !== undefined && { 'content-type': type }),
      ...(authorization !== undefined && { authorization }),
      ...(accept !== undefined && { accept }),
    };
    sent.push({ method, url: query.size === 0 ? path : `${path}?${query.toString()}`, origin, body, headers: kept });
  };
  const routes = definition.routes.map((route) => ({
    ...route,
    handle: (...[request, company]: Parameters<typeof route.handle>) => {
      note(request);
      return route.handle(request, company);
    },
  }));
  return { ...definition, routes };
}
