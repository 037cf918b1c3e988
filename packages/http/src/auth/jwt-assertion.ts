import { SignJWT } from 'jose';
import type { Authentication } from '@rollcall/core';
import type { FixedHeaders, Given } from './given.ts';
import { readSigningKey } from './private-key.ts';
import { readOAuthToken, type ReadToken } from './token-answer.ts';
import { tokenLogin } from './token-login.ts';

/** What the signed JWT says about who asks. */
export interface JwtClaims {
  readonly issuer: string;
  readonly subject?: string | undefined;
  /** Default: the token address. */
  readonly audience?: string | undefined;
  /** Further claims, such as `scope`. */
  readonly more?: Readonly<Record<string, unknown>> | undefined;
}

export interface JwtAssertionOptions<Config, Platform> {
  /** As in `clientCredentials`. A fixed address: one that a customer's key file names is not to be trusted. */
  readonly token: string | ((given: Given<Config, Platform>) => string);
  /**
   * `grant`: the JWT is the grant itself (RFC 7523, 2.1; Google). `client`: it proves the client of a client-credentials
   * grant (RFC 7523, 2.2; Okta, Entra).
   */
  readonly as?: 'grant' | 'client';
  /** PEM in any spelling, or a JWK, which may bring its id. The algorithm is that of the key unless said otherwise. */
  readonly key: (given: Given<Config, Platform>) => {
    readonly privateKey: string;
    readonly id?: string | undefined;
    readonly algorithm?: string | undefined;
  };
  readonly claims: (given: Given<Config, Platform>) => JwtClaims;
  /** How long the JWT may be used. Default 300. */
  readonly lifetimeSeconds?: number;
  /** Further members of the token request, such as `scope`. */
  readonly extra?: (given: Given<Config, Platform>) => Readonly<Record<string, string>>;
  /** Further headers of every read. */
  readonly headers?: FixedHeaders<Config, Platform>;
  readonly read?: ReadToken;
}

const grantTypes = {
  grant: (assertion: string) => ({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
  client: (assertion: string) => ({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }),
} as const;

/** A JWT signed with the customer's key, traded for an access token (RFC 7523). */
export function jwtAssertion<Config, Platform>(options: JwtAssertionOptions<Config, Platform>): Authentication<Config, Platform> {
  const { token, as = 'grant', lifetimeSeconds = 300, read = readOAuthToken } = options;
  return tokenLogin<Config, Platform>({
    kind: 'jwt-assertion',
    headers: options.headers,
    async request(given, { gate, manifest, now }) {
      const endpoint = typeof token === 'function' ? token(given) : token;
      const { privateKey, ...told } = options.key(given);
      const own = readSigningKey(privateKey, manifest);
      const { algorithm, id } = { algorithm: told.algorithm ?? own.algorithm, id: own.id ?? told.id };
      const { issuer, subject, audience = gate.token(endpoint).url.href, more } = options.claims(given);
      const issuedAt = Math.floor(now().getTime() / 1000);
      const jwt = new SignJWT({ ...more })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(id === undefined ? {} : { kid: id }) })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .setJti(crypto.randomUUID());
      if (subject !== undefined) jwt.setSubject(subject);
      const assertion = await jwt.sign(own.key);
      return { endpoint, purpose: 'login', form: { ...grantTypes[as](assertion), ...options.extra?.(given) }, read };
    },
  });
}
