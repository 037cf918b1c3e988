import type { ScimHandler } from '@rollcall/scim';
import { Hono } from 'hono';

/** Hono, on whatever it runs. */
export function honoApp(handle: ScimHandler): Hono {
  const app = new Hono();
  app.all('/scim/v2/*', (context) => handle(context.req.raw));
  return app;
}
