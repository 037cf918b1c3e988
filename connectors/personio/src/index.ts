import { defineConnector } from '@rollcall/core';
import { clientCredentials, type GivenOf } from '@rollcall/http';
import { changes } from './changes.ts';
import { errors } from './errors.ts';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { PersonioRecord } from './schema.ts';
import { webhook } from './webhook.ts';

/** Personio, version 2: persons and their employments, with the names of the organisation. */
export const personio = defineConnector({
  manifest,
  auth: clientCredentials({
    token: 'POST /v2/auth/token',
    style: 'form',
    client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }),
    headers: ({ platform }) => ({
      ...(platform.appId !== undefined && { 'X-Personio-App-ID': platform.appId }),
      ...(platform.partnerId !== undefined && { 'X-Personio-Partner-ID': platform.partnerId }),
    }),
  }),
  errors,
  record: PersonioRecord,
  list,
  map: toEmployee,
  get,
  changes,
  webhook,
});

export default personio;
