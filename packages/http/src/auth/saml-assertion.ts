import type { Authentication } from '@rollcall/core';
import type { FixedHeaders, Given } from './given.ts';
import { readPrivateKey } from './private-key.ts';
import { samlXml, signSaml } from './saml-xml.ts';
import { readOAuthToken, type ReadToken } from './token-answer.ts';
import { tokenLogin } from './token-login.ts';

export interface SamlAssertionOptions<Config, Platform> {
  /** As in `clientCredentials`; also the recipient of the assertion. */
  readonly token: string | ((given: Given<Config, Platform>) => string);
  readonly assertion: (given: Given<Config, Platform>) => {
    readonly issuer: string;
    /** Who the token is for, such as a technical user. */
    readonly nameId: string;
    readonly audience: string;
    readonly attributes?: Readonly<Record<string, string>> | undefined;
    /** PEM in any spelling. */
    readonly privateKey: string;
  };
  /** Members of the token request beside grant type and assertion. */
  readonly form: (given: Given<Config, Platform>) => Readonly<Record<string, string>>;
  /** How long the assertion may be used. Default 600. */
  readonly lifetimeSeconds?: number;
  /** Further headers of every read. */
  readonly headers?: FixedHeaders<Config, Platform>;
  readonly read?: ReadToken;
}

/** A signed SAML 2.0 assertion, traded for an access token (RFC 7522). */
export function samlAssertion<Config, Platform>(
  options: SamlAssertionOptions<Config, Platform>,
): Authentication<Config, Platform> {
  const { token, lifetimeSeconds = 600, read = readOAuthToken } = options;
  return tokenLogin<Config, Platform>({
    kind: 'saml-assertion',
    headers: options.headers,
    async request(given, { gate, manifest, now }) {
      const endpoint = typeof token === 'function' ? token(given) : token;
      const { privateKey, attributes = {}, ...claims } = options.assertion(given);
      const xml = samlXml({
        ...claims,
        attributes,
        recipient: gate.token(endpoint).url.href,
        issuedAt: now(),
        lifetimeSeconds,
        id: `_${crypto.randomUUID()}`,
      });
      const signed = await signSaml(xml, readPrivateKey(privateKey, manifest));
      const grant = {
        grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
        assertion: Buffer.from(signed).toString('base64'),
      };
      return { endpoint, purpose: 'login', form: { ...options.form(given), ...grant }, read };
    },
  });
}
