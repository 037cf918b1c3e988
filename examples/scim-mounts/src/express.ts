import { getRequestListener } from '@hono/node-server';
import type { ScimHandler } from '@rollcall/scim';
import express, { type Express } from 'express';

/** Express 5. */
export function expressApp(handle: ScimHandler): Express {
  const app = express();
  const listen = getRequestListener(handle);
  // Before every body parser: one that is asked first has read the body, and nothing of it is left for the handler. And a
  // route, not `app.use('/scim/v2', …)`, which takes that part off the path: the handler must be given the whole of it.
  app.all('/scim/v2/{*path}', listen);
  app.use(express.json());
  return app;
}
