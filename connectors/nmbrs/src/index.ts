import { defineConnector, vendorObject, type VendorErrors } from '@rollcall/core';
import { authorizationCode, type GivenOf } from '@rollcall/http';
import { z } from 'zod';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { get, list } from './read.ts';
import { NmbrsRecord } from './schema.ts';

/** Each renewal gives a new refresh token, and the one before it is used up. */
const auth = authorizationCode({
  client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }),
  refreshToken: ({ config }) => config.refreshToken,
});

// `{title, detail, code}`: a title is a word, such as ForbiddenMultiDebtor; the detail is free text.
const Problem = vendorObject({ title: z.string().regex(/^[A-Za-z]+\.?$/) });
const errors: VendorErrors = { describe: ({ body }) => ({ code: Problem.safeParse(body).data?.title }) };

/** Visma Nmbrs, REST API: the employees of all companies of a debtor, with their histories. */
export const nmbrs = defineConnector({ manifest, auth, errors, record: NmbrsRecord, list, get, map: toEmployee });

export default nmbrs;
