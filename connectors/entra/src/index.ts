import { defineConnector, valueAt, vendorText, type VendorErrors } from '@rollcall/core';
import { clientCredentials, type GivenOf } from '@rollcall/http';
import { scimPush as push } from '@rollcall/scim';
import { graphs, logins, manifest } from './manifest.ts';
import { EntraRecord, toEmployee } from './map.ts';
import * as reads from './read.ts';
import { webhook } from './webhook.ts';

/** Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow (2026-11). */
const auth = clientCredentials({
  token: ({ config }: GivenOf<typeof manifest>) => `https://${logins[config.cloud]}/{tenantId}/oauth2/v2.0/token`,
  client: ({ config }) => ({ id: config.clientId, secret: config.clientSecret }),
  // Each cloud has a Graph of its own, for which the token has to be.
  scope: ({ config }) => `${new URL(graphs[config.cloud]).origin}/.default`,
});

/**
 * Whatever is wrong with a log-in is what was entered: secret, app or tenant; the numbers (AADSTS) change and are not judged. A
 * 404 of anybody but Graph, or of anything but a record, says nothing of a person. A delta link that is too old is `gone`.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes, https://learn.microsoft.com/graph/errors,
 * https://learn.microsoft.com/graph/delta-query-overview (2026-11).
 */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    const word = vendorText.safeParse(valueAt(body, 'error.code | error')).data ?? '';
    const number = valueAt(body, 'error_codes.0');
    const code = typeof number === 'number' ? `AADSTS${String(number)}` : word;
    if (word === 'temporarily_unavailable') return { code, means: 'unavailable' };
    if (request === 'token' && word !== '' && [400, 401].includes(status)) return { code, means: 'credentials' };
    if (word === 'Authorization_RequestDenied') return { code, means: 'permission' };
    if (/^(?:syncState|resync)/i.test(word)) return { code, means: 'gone' };
    return { code, means: status === 404 && !/^(?:Request_)?ResourceNotFound$/.test(word) ? 'rejected' : undefined };
  },
};

/** Microsoft Entra ID: the accounts of a tenant, read through Microsoft Graph or pushed by SCIM. */
export const entra = defineConnector({ manifest, auth, errors, record: EntraRecord, map: toEmployee, webhook, push, ...reads });

export default entra;
