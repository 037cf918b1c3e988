import { ConfigError } from '../errors/config-error.ts';
import type { Authentication } from './authentication.ts';
import type { HttpClient } from './http-client.ts';

/** For connectors that ask nobody, because people are pushed here or come as a file. */
export function noLogIn(vendor: string): Authentication<unknown, unknown> {
  const refuse = (): Promise<never> => Promise.reject(neverAsked(vendor));
  const client: HttpClient = { get: refuse, post: refuse, send: refuse };
  return { kind: 'none', connect: () => client };
}

export function neverAsked(vendor: string): ConfigError {
  return new ConfigError({
    code: 'request_not_allowed',
    vendor,
    message: `${vendor} is never asked: its people are pushed here, or come as a file`,
    hint: 'For pushes, connect it with delivery "push" and hand out a token: see customer.createPushToken.',
  });
}
