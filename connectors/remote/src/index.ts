import { defineConnector, type VendorErrors } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { Problem, RemoteEmployment } from './schema.ts';
import { webhook } from './webhook.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token);
const errors: VendorErrors = { describe: ({ body }) => ({ code: Problem.safeParse(body).data?.message.code }) };

/** Remote, version 1: employments, each completed by its single record, with a company's own API token. */
export const remote = defineConnector({ manifest, auth, errors, record: RemoteEmployment, list, get, map: toEmployee, webhook });

export default remote;
