import { defineConnector, valueAt, type VendorErrors } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { SimployerRecord } from './schema.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);

const word = z.enum(['Bad Request', 'Unauthorized', 'Forbidden', 'Not Found', 'Internal server error']);

/** `{statusCode, message, error}`: `error` is one of a few words, `message` may be anything. */
const errors: VendorErrors = { describe: ({ body }) => ({ code: word.safeParse(valueAt(body, 'error')).data }) };

/** Simployer One, formerly AlexisHR: employees, and what stands beside them. */
export const simployer = defineConnector({ manifest, auth, errors, record: SimployerRecord, map: toEmployee, ...reads });

export default simployer;
