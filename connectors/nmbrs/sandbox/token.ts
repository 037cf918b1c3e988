import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers } from './answers.ts';

export const config = {
  clientId: 'PartnerApp_fernhollow_a1b2',
  clientSecret: 'fernhollow-sandbox-secret-31',
  subscriptionKey: '5f1e0fernhollow0sandbox0key00aa7',
  refreshToken: 'fernhollow-sandbox-refresh-token',
};

/** What the administrator comes back with from the consent page. */
export const code = 'fernhollow-sandbox-code';

/**
 * Trades a code or a refresh token; a refresh token that was given out here is used up when what it was traded for is used, so
 * that an answer which is lost on a bad day does no harm. The one of the config stays good: several reads can begin with it.
 */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/connect/token',
  kind: 'token',
  origin: 'https://identityservice.nmbrs.com',
  handle(request, company) {
    const form = request.form();
    const isKnown = form.get('client_id') === config.clientId && form.get('client_secret') === config.clientSecret;
    if (!isKnown) return json(400, { error: 'invalid_client' });
    const isGranted = grants[form.get('grant_type') ?? '']?.(form, company);
    if (isGranted === undefined) return json(400, { error: 'unsupported_grant_type' });
    if (!isGranted) return json(400, { error: 'invalid_grant' });
    const [access, refresh] = [company.issueToken('access-'), company.issueToken('refresh-')];
    company.memory.set(access, form.get('refresh_token'));
    return json(200, { access_token: access, expires_in: 3600, token_type: 'Bearer', refresh_token: refresh });
  },
};

const grants: Readonly<Record<string, (form: URLSearchParams, company: SandboxCompany) => boolean>> = {
  authorization_code: (form) => form.get('code') === code && form.has('redirect_uri') && form.has('code_verifier'),
  refresh_token(form, company) {
    const token = form.get('refresh_token') ?? '';
    return token === config.refreshToken || (token.startsWith('refresh-') && company.isIssued(token));
  },
};

/** A good token and the subscription key are both needed. */
export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const token = /^Bearer (access-.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '';
  const isKnown = company.isIssued(token) && headers['x-subscription-key'] === config.subscriptionKey;
  if (!isKnown) return answers.unauthorised;
  const traded = company.memory.get(token);
  if (typeof traded === 'string') company.revokeToken(traded);
  return undefined;
}
