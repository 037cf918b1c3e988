import { defineConnector } from '@rollcall/core';
import { basic, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { HibobRecord } from './schema.ts';
import { webhook } from './webhook.ts';

/** HiBob (Bob), version 1: everyone by people/search, with an API service user. */
export const hibob = defineConnector({
  manifest,
  auth: basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.serviceUserId, password: config.token })),
  errors,
  record: HibobRecord,
  list,
  map: toEmployee,
  get,
  webhook,
});

export default hibob;
