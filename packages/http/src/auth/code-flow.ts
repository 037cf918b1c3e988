import type { Manifest } from '@rollcall/core';
import type { ClientStyle, OAuthClient } from './client-secret.ts';
import { tokenRequest } from './client-secret.ts';
import type { FixedHeaders, Given } from './given.ts';
import type { LogIn } from './log-in.ts';
import { readOAuthToken, withDetails, type ReadToken } from './token-answer.ts';

/** How a vendor's authorization-code flow asks for tokens. */
export interface CodeFlow<Config, Platform> {
  /** The platform's client at the vendor. */
  readonly client: (given: Given<Config, Platform>) => OAuthClient;
  /** Default `form`. */
  readonly style?: ClientStyle;
  /** Default: the manifest's `authorization.tokenUrl`. */
  readonly token?: string | ((given: Given<Config, Platform>) => string);
  /** Further members of every token request. */
  readonly extra?: (given: Given<Config, Platform>) => Readonly<Record<string, string>>;
  /** Further headers of every request, token requests included. */
  readonly headers?: FixedHeaders<Config, Platform>;
  readonly read?: ReadToken;
  /**
   * Further members of the token answer that later requests need, such as `account_id`: kept with the tokens, and kept
   * on when a renewal does not repeat them.
   */
  readonly details?: readonly string[];
}

/** A token request of a flow, for whatever is traded. */
export function codeFlowRequest<Config, Platform>(
  flow: CodeFlow<Config, Platform>,
  {
    given,
    manifest,
    purpose,
  }: { readonly given: Given<Config, Platform>; readonly manifest: Manifest; readonly purpose: LogIn['purpose'] },
  grant: Readonly<Record<string, string | undefined>>,
): LogIn {
  const { style = 'form', token = manifest.authorization?.tokenUrl ?? '', read = readOAuthToken, details = [] } = flow;
  const request = tokenRequest(style, flow.client(given), { ...grant, ...flow.extra?.(given) });
  return {
    ...request,
    endpoint: typeof token === 'function' ? token(given) : token,
    purpose,
    headers: { ...flow.headers?.(given), ...request.headers },
    read: withDetails(read, details),
  };
}
