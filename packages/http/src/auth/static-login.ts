import type { Authentication } from '@rollcall/core';
import { openConnection } from '../client/connection.ts';
import { createClient } from '../client/create-client.ts';
import type { Applied } from '../client/credentials.ts';
import type { Given, StaticOptions } from './given.ts';

/** A log-in that sends what was typed in, unchanged. Its 401 is never repeated. */
export function staticLogin<Config, Platform>(
  kind: string,
  toApplied: (given: Given<Config, Platform>) => Applied,
  options: StaticOptions<Config, Platform> = {},
): Authentication<Config, Platform> {
  return {
    kind,
    connect(connect) {
      const applied = toApplied(connect);
      return createClient(openConnection(connect), { apply: () => Promise.resolve(applied) }, options.headers?.(connect) ?? {});
    },
  };
}
