import { defineConnector, vendorObject, type VendorErrors } from '@rollcall/core';
import { apiKey, type GivenOf } from '@rollcall/http';
import { z } from 'zod';
import { get, list } from './list.ts';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { SageHrRecord } from './schema.ts';

const Problem = vendorObject({ error_code: z.string() });
const meaningOfPages: Readonly<Record<number, 'rate-limit' | 'rejected'>> = { 403: 'rate-limit', 404: 'rejected' };

/**
 * `{"error_code", "errors"}`. A web page is not the API's: the network before it refuses whoever asks too much with a 403,
 * and an unknown subdomain is a 404 that says nothing of a person. Source: OpenAPI of the vendor, v1.0 (2026-11).
 */
const errors: VendorErrors = {
  describe: ({ status, body }) =>
    /^\s*</.test(String(body)) ? { means: meaningOfPages[status] } : { code: Problem.safeParse(body).data?.error_code },
};
const auth = apiKey(({ config }: GivenOf<typeof manifest>) => ({ header: 'X-Auth-Token', value: config.apiKey }));

/** Sage HR (formerly CakeHR), version 1.0: active and terminated employees, with an administrator's key. */
export const sageHr = defineConnector({ manifest, auth, errors, record: SageHrRecord, list, get, map: toEmployee });

export default sageHr;
