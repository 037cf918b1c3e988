import { valueAt, type VendorErrors } from '@rollcall/core';

/**
 * `{code, error, details}`; `details` names the scope that a key lacks, in a text or within an object. The introspection
 * answers a key it does not know with 200, `active: false` and no company, or refuses it.
 * Source: https://developers.payfit.io/docs/error-codes (2026-11).
 */
export const errors: VendorErrors = {
  describe({ status, body, request }) {
    if (request === '/introspect' && [200, 400, 403].includes(status)) return { means: 'credentials' };
    return { code: /scope \\?"([\w:-]+)/.exec(JSON.stringify(body))?.[1] };
  },
  inSuccess: (body) => typeof valueAt(body, 'active') === 'boolean' && !(valueAt(body, 'active') && valueAt(body, 'company_id')),
};
