import { defineConnector, valueAt, vendorText, type CustomerConfig, type VendorErrors } from '@rollcall/core';
import { jwtAssertion, serviceAccountKey, type GivenOf } from '@rollcall/http';
import { manifest, scope } from './manifest.ts';
import { GoogleRecord, toEmployee } from './map.ts';
import * as reads from './read.ts';
import { webhook } from './webhook.ts';

const keyOf = ({ serviceAccountKey: text }: CustomerConfig<typeof manifest>) =>
  serviceAccountKey(text, { field: 'serviceAccountKey', vendor: manifest.slug, hint: manifest.setup[2] });

/**
 * A service account asks in the name of an administrator. The token address is fixed: the one in a key file could lead
 * anywhere. Source: https://developers.google.com/identity/protocols/oauth2/service-account (2026-11).
 */
const auth = jwtAssertion({
  token: 'https://oauth2.googleapis.com/token',
  key: ({ config }: GivenOf<typeof manifest>) => keyOf(config),
  claims: ({ config }) => ({ issuer: keyOf(config).issuer, subject: config.adminEmail, more: { scope } }),
});

/** Both forms of the API's errors, and those of the log-in. */
const reasonPath = 'error.errors.0.reason | error.details.0.reason | error.details.1.reason | error.status | error';
const quota = /(?:LimitExceeded|quotaExceeded|LIMIT_EXCEEDED|RESOURCE_EXHAUSTED)$/;

/**
 * A 403 is a quota or a missing right: the reason tells. `unauthorized_client` is a delegation that is missing or lacks the scope.
 * A 404 that is not in a form of the API is somebody else's and says nothing of a person.
 * Source: https://developers.google.com/workspace/admin/directory/v1/limits and .../guides/delegation (2026-11).
 */
const errors: VendorErrors = {
  describe({ status, body }) {
    const code = vendorText.safeParse(valueAt(body, reasonPath)).data ?? '';
    if (quota.test(code)) return { code, means: 'rate-limit' };
    if (code === 'unauthorized_client') return { code, means: 'permission' };
    return { code, means: status === 404 && valueAt(body, 'error.code | error.errors') == null ? 'rejected' : undefined };
  },
};

/** Google Workspace: the accounts of a directory, read in the name of an administrator. */
export const googleWorkspace = defineConnector({
  manifest,
  auth,
  errors,
  record: GoogleRecord,
  map: toEmployee,
  webhook,
  ...reads,
});

export default googleWorkspace;
