import { defineConnector } from '@rollcall/core';
import { apiKey, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { BreatheEmployee } from './schema.ts';

/** Breathe, version 1: everybody in one list, with the key of an account Admin. */
export const breathe = defineConnector({
  manifest,
  auth: apiKey(({ config }: GivenOf<typeof manifest>) => ({ header: 'X-API-KEY', value: config.apiKey })),
  errors,
  record: BreatheEmployee,
  list,
  map: toEmployee,
  get,
});

export default breathe;
