import { defineConnector } from '@rollcall/core';
import { apiKey, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { FactorialRecord } from './schema.ts';
import { webhook } from './webhook.ts';

const auth = apiKey(({ config }: GivenOf<typeof manifest>) => ({ header: 'x-api-key', value: config.apiKey }));

/** Factorial, API version 2026-07-01: employees with their contract versions, and the names of the organisation. */
export const factorial = defineConnector({ manifest, auth, record: FactorialRecord, map: toEmployee, webhook, ...reads });

export default factorial;
