import { defineConnector } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { errors } from './errors.ts';
import * as reads from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { PayfitRecord } from './schema.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.apiKey);

/** PayFit, Partner API 1.0: the collaborators of one company with their contracts, by a company's key or a partner's access token. */
export const payfit = defineConnector({ manifest, auth, errors, record: PayfitRecord, map: toEmployee, ...reads });

export default payfit;
