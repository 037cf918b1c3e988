import { ConfigError, type Manifest } from '@rollcall/core';
import { fillAddress } from '../wall/base-url.ts';
import { withQuery } from '../wall/with-query.ts';

export interface AuthorizationUrlOptions {
  readonly manifest: Manifest;
  /** Fills `{field}` of the vendor's address. */
  readonly config?: unknown;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Comes back unchanged; says which connection it is and that we asked. */
  readonly state: string;
  /** From `createPkce`. */
  readonly challenge?: string | undefined;
  /** Further members of the query. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/**
 * Where an administrator is sent to give consent (RFC 6749, 4.1.1).
 * @throws ConfigError `manifest_invalid` when the manifest has no `authorization` or wants PKCE and there is no challenge.
 */
export function authorizationUrl(options: AuthorizationUrlOptions): string {
  const { manifest, config = {}, clientId, redirectUri, state, challenge, extra } = options;
  const { authorization, slug } = manifest;
  if (authorization === undefined) throw invalid(slug, 'declares no authorization');
  if (authorization.pkce && challenge === undefined) throw invalid(slug, 'wants PKCE, and there is no challenge');
  const url = fillAddress(authorization.authorizeUrl, config as Readonly<Record<string, unknown>>, slug);
  withQuery(url, {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: authorization.scopes.length === 0 ? undefined : authorization.scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: challenge === undefined ? undefined : 'S256',
    ...extra,
  });
  return url.href;
}

function invalid(vendor: string, problem: string): ConfigError {
  return new ConfigError({ code: 'manifest_invalid', vendor, message: `the manifest of ${vendor} ${problem}` });
}
