import { vendorObject } from '@rollcall/core';
import type { VendorErrors } from '@rollcall/core';
import { z } from 'zod';

const Problem = vendorObject({ key: z.string().nullish() });

/** `{"key", "error"}`; the text may name people, so only the key is taken (vendor OpenAPI, schema Error, 2024-04). */
export const errors: VendorErrors = {
  describe: ({ body }) => ({ code: Problem.safeParse(body).data?.key ?? undefined }),
};
