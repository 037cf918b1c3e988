import { ConfigError, defineConnector, valueAt, type Authentication, type VendorErrors } from '@rollcall/core';
import type { CustomerConfig, PlatformConfig } from '@rollcall/core';
import { apiKey, clientCredentials, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { discover } from './names.ts';
import { changes, get, list } from './read.ts';
import { AfasRecord } from './schema.ts';

type Given = GivenOf<typeof manifest>;

const headers = ({ platform: { integrationId } }: Given): Readonly<Record<string, string>> =>
  integrationId === undefined ? {} : { integrationid: integrationId };

const withToken = ({ config }: Given) => ({ header: 'authorization', value: `AfasToken ${toBase64(config.token ?? '')}` });
const classic = apiKey(withToken, { headers });

const oauth = clientCredentials({
  token: 'POST /ProfitRestServices/oauth/token',
  client: ({ config }: Given) => ({ id: config.clientId ?? '', secret: config.clientSecret ?? '' }),
  headers,
});

const hint = 'Enter the token of the app connector, or its client ID and its client secret.';

/**
 * OAuth, which AFAS recommends, or a classic token, which works until 31 August 2027. Source:
 * https://docs.afas.help/profit/en/authentication (2026-11).
 * @throws ConfigError when neither was entered as a whole.
 */
const auth: Authentication<CustomerConfig<typeof manifest>, PlatformConfig<typeof manifest>> = {
  kind: 'client-credentials or token',
  connect(options) {
    const { token, clientId, clientSecret } = options.config;
    if (clientId !== undefined && clientSecret !== undefined) return oauth.connect(options);
    if (token !== undefined) return classic.connect(options);
    const names = (clientId ?? clientSecret) === undefined ? (['token'] as const) : (['clientId', 'clientSecret'] as const);
    const missing = names.filter((name) => options.config[name] === undefined);
    const problems = missing.map((name) => {
      return { field: `config.${name}`, problem: 'is missing', example: manifest.config[name].example };
    });
    throw new ConfigError({ vendor: manifest.slug, problems, hint });
  },
};

/** Base64 of the whole XML, whether that, its 64 digits alone or the Base64 itself was pasted. */
function toBase64(token: string): string {
  const isBare = /^[0-9a-f]{64}$/i.test(token);
  if (!isBare && !token.startsWith('<')) return token;
  const xml = isBare ? `<token><version>1</version><data>${token}</data></token>` : token.replaceAll(/>\s+</g, '><');
  return Buffer.from(xml, 'utf8').toString('base64');
}

/** What an administrator has to put right at the GetConnector, in the language of the user. */
const notAllowed =
  /not supported for this app|niet ondersteund voor deze app|not authori[sz]ed|niet geautoriseerd|\b(?:blocked|geblokkeerd)|connector.?(?:field|veld).*(?:not found|niet gevonden)/i;

/**
 * Failures of Profit are 500 with a text, and the number beside it says next to nothing. Bodies are JSON, XML or text. Source:
 * https://docs.afas.help/profit/en/troubleshooting (2026-11).
 */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    const text = String(typeof body === 'string' ? body : valueAt(body, 'externalMessage'));
    const reference = valueAt(body, 'profitLogReference');
    const details = { requestId: typeof reference === 'string' ? reference : undefined };
    // Metainfo is for every token: one that is not authorised there is none.
    const isRight = request !== '/ProfitRestServices/metainfo' && status !== 503;
    if (isRight && notAllowed.test(text)) return { ...details, means: 'permission' };
    if (status === 500 && /out of (?:memory|string space)/i.test(text)) return { ...details, means: 'rejected' };
    // While AFAS is away some of its hosts answer so, with a page instead of JSON.
    return status === 400 && typeof body === 'string' ? { means: 'unavailable' } : details;
  },
};

const reads = { list, get, changes, discover };

/** AFAS Profit: a GetConnector of the customer's own making, with managers from the organisation chart. */
export const afas = defineConnector({ manifest, auth, errors, record: AfasRecord, map: toEmployee, ...reads });

export default afas;
