import { defineConnector } from '@rollcall/core';
import { apiKey, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { get, list } from './read.ts';
import { CharlieRecord } from './schema.ts';

// Neither Bearer nor Basic: the token form of Rails, on every request.
const auth = apiKey(({ config }: GivenOf<typeof manifest>) => ({
  header: 'Authorization',
  value: `Token token=${config.clientId}:${config.clientSecret}`,
}));

/** Charlie HR, version 1: team members, and the names of teams, offices and the company. */
export const charliehr = defineConnector({ manifest, auth, errors, record: CharlieRecord, list, map: toEmployee, get });

export default charliehr;
