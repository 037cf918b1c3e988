import { vendorObject } from '@rollcall/core';
import type { VendorErrors } from '@rollcall/core';
import { z } from 'zod';

const Problem = vendorObject({
  personio_trace_id: z.string().nullish(),
  errors: z.array(vendorObject({ type: z.string().nullish() })).nullish(),
});

/**
 * Problem documents of version 2. With a good token, 401 on persons means that the credential may not read employees.
 * Source: https://developer.personio.de/reference/errors (2026-11).
 */
export const errors: VendorErrors = {
  describe({ status, body, request }) {
    const { data } = Problem.safeParse(body);
    const code = data?.errors?.[0]?.type?.split('#')[1];
    const requestId = data?.personio_trace_id ?? undefined;
    return { code, requestId, means: status === 401 && request !== 'token' ? 'permission' : undefined };
  },
};
