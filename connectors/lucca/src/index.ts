import { defineConnector } from '@rollcall/core';
import { clientCredentials, type GivenOf } from '@rollcall/http';
import { get, list } from './list.ts';
import { scopesOf } from './look-ups.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { LuccaRecord } from './schema.ts';
import { webhook } from './webhook.ts';

const auth = clientCredentials({
  token: 'https://accounts.world.luccasoftware.com/connect/token',
  client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }),
  scope: ({ config }) => scopesOf(config).join(' '),
  headers: () => ({ 'Api-Version': manifest.api.version }),
});

/** Lucca, version 2024-11-01 of its API: employees with the employment and the position that apply. */
export const lucca = defineConnector({ manifest, auth, record: LuccaRecord, list, map: toEmployee, get, webhook });

export default lucca;
