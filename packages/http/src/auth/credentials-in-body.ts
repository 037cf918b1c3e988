import type { Authentication } from '@rollcall/core';
import type { StaticOptions } from './given.ts';
import { staticLogin } from './static-login.ts';

/** For vendors that want the credentials within each body (a JSON member, a SOAP header): the connector writes them there itself. */
export function credentialsInBody<Config, Platform>(options?: StaticOptions<Config, Platform>): Authentication<Config, Platform> {
  return staticLogin('body', () => ({ headers: {} }), options);
}
