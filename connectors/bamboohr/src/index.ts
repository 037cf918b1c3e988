import { defineConnector } from '@rollcall/core';
import { basic, type GivenOf } from '@rollcall/http';
import { changes } from './changes.ts';
import { errors } from './errors.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { BambooRecord } from './schema.ts';
import { webhook } from './webhook.ts';

/** BambooHR: the employee dataset, version 2. */
export const bamboohr = defineConnector({
  manifest,
  auth: basic(({ config }: GivenOf<typeof manifest>) => ({ username: config.apiKey, password: 'x' })),
  errors,
  record: BambooRecord,
  list,
  map: toEmployee,
  get,
  changes,
  webhook,
});

export default bamboohr;
