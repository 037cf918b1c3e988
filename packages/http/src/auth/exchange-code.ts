import type { CodeGrant, ConnectOptions, StoredTokens } from '@rollcall/core';
import { openConnection } from '../client/connection.ts';
import { oneShotAgent } from '../client/one-shot-agent.ts';
import { codeFlowRequest, type CodeFlow } from './code-flow.ts';
import { logIn } from './log-in.ts';
import { toStoredTokens } from './token-answer.ts';

/**
 * Trades a code for tokens (RFC 6749, 4.1.3). They are not stored here: save them before the first read.
 * @throws AuthError when the code or the client is refused.
 */
export async function exchangeCode<Config, Platform>(
  options: Omit<ConnectOptions<Config, Platform>, 'tokens'>,
  flow: CodeFlow<Config, Platform>,
  { code, redirectUri, verifier }: CodeGrant,
): Promise<StoredTokens> {
  const connection = openConnection(options);
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  const request = codeFlowRequest(flow, { given: options, manifest: options.manifest, purpose: 'login' }, grant);
  return toStoredTokens(await logIn(connection, request, { signal: connection.signal, agent: oneShotAgent() }), connection.now());
}
