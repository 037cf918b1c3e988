import { ConfigError, defineConnector, valueAt, vendorText, type Authentication, type VendorErrors } from '@rollcall/core';
import { apiKey, jwtAssertion, type GivenOf } from '@rollcall/http';
import { scimPush } from '@rollcall/scim';
import { manifest } from './manifest.ts';
import { OktaRecord, toEmployee } from './map.ts';
import * as reads from './read.ts';
import { webhook } from './webhook.ts';

type Given = GivenOf<typeof manifest>;

const withToken = apiKey(({ config }: Given) => ({ header: 'authorization', value: `SSWS ${config.apiToken ?? ''}` }));

/**
 * A service app, at the authorization server of the organization: no other gives tokens for the API, and to no other kind of
 * client. Source: https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/ (2026-11).
 */
const withKey = jwtAssertion({
  token: 'POST /oauth2/v1/token',
  as: 'client',
  key: ({ config: { privateKey = '', keyId } }: Given) => ({ privateKey, id: keyId }),
  claims: ({ config: { clientId = '' } }: Given) => ({ issuer: clientId, subject: clientId }),
  extra: () => ({ scope: 'okta.users.read' }),
});

const hint = 'Enter client ID and private key of the API Services app, or an API token.';

/** @throws ConfigError when neither way in was entered as a whole. */
const auth: Authentication<Given['config'], Given['platform']> = {
  kind: 'jwt-assertion or token',
  connect(options) {
    const { apiToken, clientId, privateKey } = options.config;
    const given = { ...options, config: { ...options.config, org: hostOf(options.config) } };
    if (clientId !== undefined && privateKey !== undefined) return withKey.connect(given);
    if (apiToken !== undefined) return withToken.connect(given);
    const names = (['clientId', 'privateKey'] as const).filter((name) => options.config[name] === undefined);
    const problems = names.map((name) => {
      return { field: `config.${name}`, problem: 'is missing', example: manifest.config[name].example };
    });
    throw new ConfigError({ vendor: manifest.slug, problems, hint });
  },
};

/** Of a pasted address the host; that of the Admin Console answers no API. */
function hostOf({ org, customDomain }: Given['config']): string {
  const [host = ''] = org.toLowerCase().replace('https://', '').split('/');
  return customDomain ?? host.replace(/-admin(?=\.)/, '');
}

/** What a status alone does not say. Source: https://developer.okta.com/docs/reference/error-codes/ (2026-11). */
const means = new Map<string, 'credentials' | 'permission'>([
  ['E0000005', 'credentials'],
  ['E0000006', 'permission'],
  ['E0000015', 'permission'],
  // The app wants a proof of possession with each request: the step that makes the key says how that is switched off.
  ['invalid_dpop_proof', 'credentials'],
  // Words of OAuth, which the log-in also says as an error of the API: github.com/okta/okta-idx-java/issues/500.
  ['invalid_client', 'credentials'],
  ['unauthorized_client', 'credentials'],
  ['invalid_scope', 'permission'],
  ['access_denied', 'permission'],
]);

/** A 404 without the code for "there is no such user" is about something else and ends nobody. */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    const code = vendorText.safeParse(valueAt(body, 'errorCode | error')).data ?? '';
    const requestId = vendorText.safeParse(valueAt(body, 'errorId')).data ?? undefined;
    const isLogIn = request === 'token';
    const isElsewhere = status === 404 && (isLogIn || code !== 'E0000007');
    const other = isLogIn ? 'credentials' : 'rejected';
    return { code, requestId, means: means.get(code) ?? (isElsewhere ? other : undefined) };
  },
};

/** Okta: people are pushed by its provisioning, or read from the directory of users. */
export const okta = defineConnector({
  manifest,
  auth,
  errors,
  record: OktaRecord,
  map: toEmployee,
  webhook,
  push: scimPush,
  ...reads,
});

export default okta;
