import { defineConnector } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import * as reads from './read.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { HumaansRecord } from './schema.ts';
import { webhook } from './webhook.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);

/** Humaans: people, their job roles, and the names behind their ids. */
export const humaans = defineConnector({ manifest, auth, errors, record: HumaansRecord, map: toEmployee, webhook, ...reads });

export default humaans;
