import { defineConnector, type VendorErrors } from '@rollcall/core';
import { clientCredentials, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import * as reads from './read.ts';
import { CascadeRecord } from './schema.ts';

const auth = clientCredentials({
  token: 'https://api.iris.co.uk/oauth2/v1/token',
  style: 'basic',
  client: ({ config }: GivenOf<typeof manifest>) => ({ id: config.clientId, secret: config.clientSecret }),
});

// A key without the right to a resource, or of a kind that a resource does not take: a new token changes nothing.
const rights = ['401-000-0002', '401-000-0003'];

/**
 * IRIS names its codes and asks for the trace id; where in the payload they stand it does not say, so they are looked for by
 * their form. Nothing but the key is in question while logging in. Source:
 * https://help.iris.co.uk/hr/cascade/api/API/error-messages.htm (2026-11).
 */
const errors: VendorErrors = {
  describe({ body, status, request }) {
    const text = JSON.stringify(body ?? null);
    const code = /\b[45]\d{2}-\d{3}-\d{4}\b/.exec(text)?.[0];
    const detail = { code, requestId: /\brrt-[\w-]+/.exec(text)?.[0] };
    if (request === 'token') return status === 400 ? { ...detail, means: 'credentials' } : detail;
    return code !== undefined && rights.includes(code) ? { ...detail, means: 'permission' } : detail;
  },
};

/** IRIS Cascade: employees, their jobs, and the hierarchy in which these stand. */
export const irisCascade = defineConnector({ manifest, auth, errors, record: CascadeRecord, map: toEmployee, ...reads });

export default irisCascade;
