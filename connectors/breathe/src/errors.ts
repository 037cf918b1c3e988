import { vendorObject } from '@rollcall/core';
import type { VendorErrors } from '@rollcall/core';
import { z } from 'zod';

const Problem = vendorObject({ error: vendorObject({ type: z.string() }) });

/**
 * `{ "error": { "type" } }`, beside which the fields of a refused record stand; for a wrong key `error` is a text. The type is
 * a few words, such as `Rate Limit Reached`. A web page comes at maintenance and says nothing of rights or of a person.
 * Source: https://developer.breathehr.com/documentation/error_responses (2026-11).
 */
export const errors: VendorErrors = {
  describe: ({ status, body }) =>
    typeof body === 'string' && (status === 403 || status === 404)
      ? { means: 'unavailable' }
      : { code: Problem.safeParse(body).data?.error.type.replaceAll(' ', '_') },
};
