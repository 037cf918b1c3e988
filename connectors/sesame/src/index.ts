import { defineConnector } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { SesameRecord } from './schema.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);

/** Sesame HR, Public API v3: employees with their contracts, managers, departments and offices. */
export const sesame = defineConnector({ manifest, auth, record: SesameRecord, map: toEmployee, ...reads });

export default sesame;
