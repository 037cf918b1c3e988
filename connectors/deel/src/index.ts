import { defineConnector, vendorObject, type VendorErrors } from '@rollcall/core';
import { bearer, type GivenOf } from '@rollcall/http';
import { z } from 'zod';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { DeelPerson } from './schema.ts';
import { webhook } from './webhook.ts';

const auth = bearer(({ config }: GivenOf<typeof manifest>) => config.token, { headers: () => ({ 'x-version': '2026-01-01' }) });

// Sentences may name people: only a message that is a word, such as TOKEN_TYPE_NOT_ALLOWED, is taken for a code.
const Problem = vendorObject({ errors: z.array(vendorObject({ message: z.string().regex(/^[A-Z]+(?:_[A-Z]+)+$/) })) });
const errors: VendorErrors = { describe: ({ body }) => ({ code: Problem.safeParse(body).data?.errors[0]?.message }) };

/** Deel, version 2: the people directory (employees, contractors and workers of record), with an organization token. */
export const deel = defineConnector({ manifest, auth, errors, record: DeelPerson, list, map: toEmployee, get, webhook });

export default deel;
