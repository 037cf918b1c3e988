import { defineConnector } from '@rollcall/core';
import { auth, errors } from './auth.ts';
import * as reads from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { EureciaRecord } from './schema.ts';

/** Eurécia, REST 4: users and the sheet of each, with the token of one of them. */
export const eurecia = defineConnector({ manifest, auth, errors, record: EureciaRecord, map: toEmployee, ...reads });

export default eurecia;
