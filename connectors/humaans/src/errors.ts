import { valueAt, vendorText, type VendorErrors } from '@rollcall/core';

const wordAt = (body: unknown, path: string) => vendorText.safeParse(valueAt(body, path)).data ?? undefined;

/** `{id, code, name, message, issues}`; the code is a word or the status again. Source: docs.humaans.io/api and its clients (2026-11). */
export const errors: VendorErrors = {
  describe: ({ body }) => ({ code: wordAt(body, 'code') ?? wordAt(body, 'name'), requestId: wordAt(body, 'id') }),
};
