import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers } from './answers.ts';

export const config = {
  clientId: '504990',
  clientSecret: 'sandbox-secret-of-nobody',
  refreshToken: 'sandbox-refresh-token-of-nobody',
};

/** What an administrator comes back with who approved the app, and what the page for developers shows. */
export const code = 'sandbox-code-of-nobody';
export const temporaryToken = 'sandbox-temporary-token-of-nobody';

/** Takes JSON only. A refresh token may be used again and again, an access token is good for an hour. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/1.0/token',
  kind: 'token',
  handle(request, company) {
    const { client_id, client_secret, ...grant } = (request.json() ?? {}) as Readonly<Record<string, unknown>>;
    const isClient = client_id === config.clientId && client_secret === config.clientSecret;
    const isApproved =
      (grant['grant_type'] === 'refresh_token' && grant['refresh_token'] === config.refreshToken) ||
      (grant['grant_type'] === 'authorization_code' && grant['code'] === code);
    if (!isClient || !isApproved) return json(400, {});
    return json(200, {
      access_token: company.issueToken('officient-'),
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'admin',
      refresh_token: config.refreshToken,
    });
  },
};

export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  return token === temporaryToken || company.isIssued(token) ? undefined : answers.unauthorised;
}
