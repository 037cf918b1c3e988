import { defineConnector } from '@rollcall/core';
import { credentialsInBody } from '@rollcall/http';
import { errors } from './errors.ts';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { PeopleHrRecord } from './schema.ts';

/** Access PeopleHR, version 3.1: everybody in one answer, with a key that travels in the body. */
export const peopleHr = defineConnector({
  manifest,
  auth: credentialsInBody(),
  errors,
  record: PeopleHrRecord,
  list,
  get,
  map: toEmployee,
});

export default peopleHr;
