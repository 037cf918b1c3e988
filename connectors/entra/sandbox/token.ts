import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, logInFailure } from './answers.ts';

export const config = {
  tenantId: '5e2f7a90-1c3d-4b8e-a6f4-0d9c8b7a6e51',
  clientId: 'a90c4d17-6b2e-4f08-93d5-7e1f2c3b4a60',
  clientSecret: 'Zq8Q~fictional.secret-of-fjordkiste_77k',
  leaveDates: true,
};

/** Gives a token for Graph to the app of the tenant, which has both permissions. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/{tenantId}/oauth2/v2.0/token',
  kind: 'token',
  origin: 'https://login.microsoftonline.com',
  handle(request, company) {
    const form = request.form();
    if (request.params['tenantId'] !== config.tenantId) return logInFailure(400, 'invalid_request', 90002, 'Tenant not found.');
    if (form.get('grant_type') !== 'client_credentials')
      return logInFailure(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
    if (form.get('client_id') !== config.clientId)
      return logInFailure(400, 'unauthorized_client', 700016, 'Application was not found in the directory.');
    if (form.get('client_secret') !== config.clientSecret)
      return logInFailure(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
    if (form.get('scope') !== 'https://graph.microsoft.com/.default')
      return logInFailure(400, 'invalid_scope', 70011, 'The provided value for scope is not valid.');
    const token = company.issueToken('eyJ');
    return json(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
  },
};

export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
  return company.isIssued(token) ? undefined : answers.unauthorised;
}
