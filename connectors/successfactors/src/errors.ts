import { valueAt, type VendorErrors } from '@rollcall/core';

const messagePaths = 'error.message.value | error.message | errorMessage | error_description';

/** Codes stand in the message, in brackets, as often as in `error.code`. A log-in is refused with 400 as well as 401. */
export const errors: VendorErrors = {
  describe({ status, body, request }) {
    const [message, given] = [messagePaths, 'error.code'].map((path) => {
      const value = valueAt(body, path);
      return typeof value === 'string' ? value : undefined;
    });
    const code = /\b(?:LGN|COE)\d{4}\b/.exec(message ?? '')?.[0] ?? given;
    // An address that is not on the customer's list is a setting to be made, no wrong credential.
    if (code === 'LGN0022' || given?.endsWith('_FORBIDDEN') === true) return { code, means: 'permission' };
    const isRefusedLogIn = request === 'token' && status >= 400 && status < 404;
    return isRefusedLogIn || code?.startsWith('LGN') === true ? { code, means: 'credentials' } : { code };
  },
};
