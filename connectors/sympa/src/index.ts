import { defineConnector, valueAt } from '@rollcall/core';
import { basic, type GivenOf } from '@rollcall/http';
import { SympaRecord } from './fields.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { discover } from './metadata.ts';
import { changes, get, list } from './read.ts';

/** Sympa: an interface of the customer's own making, which reads employees. */
export const sympa = defineConnector({
  manifest,
  auth: basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.apiKey, password: config.apiSecret })),
  // Statuses say what they mean. What is good holds people under `value`.
  errors: {
    inSuccess: (body) => Array.isArray(body) || (valueAt(body, 'error') != null && valueAt(body, 'value') === undefined),
  },
  record: SympaRecord,
  list,
  get,
  changes,
  discover,
  map: toEmployee,
});

export default sympa;
