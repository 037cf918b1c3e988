import { valueAt, type VendorErrors } from '@rollcall/core';

/** `{"success": false}` comes with any status, 200 included (a stored Python client, 2026-11). The words are free text and only searched. */
export const errors: VendorErrors = {
  inSuccess: (body) => valueAt(body, 'success') === false,
  describe({ status, body }) {
    const isRefusal = status < 300 && /unauthori[sz]ed|credential|token|api key/i.test(JSON.stringify(body));
    return isRefusal ? { means: 'credentials' } : undefined;
  },
};
