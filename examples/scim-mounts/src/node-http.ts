import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { ScimHandler } from '@rollcall/scim';

/** Without a framework. */
export function nodeHttp(handle: ScimHandler): Server {
  const listen = getRequestListener(handle);
  return createServer((incoming, outgoing) => void listen(incoming, outgoing));
}
