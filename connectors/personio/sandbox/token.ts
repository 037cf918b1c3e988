import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, tokenProblem } from './answers.ts';

export const credentials = {
  config: {
    clientId: 'papi-sandbox-client',
    clientSecret: 'papi-sandbox-secret',
    attributes: { employeeNumber: 'employee_number', personalEmail: 'dynamic_4473', phone: 'mobile_phone' },
  },
  platform: { appId: 'ROLLCALL_SANDBOX' },
};

export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/v2/auth/token',
  kind: 'token',
  handle(request, company) {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    if (!isForm) return tokenProblem('invalid_request');
    const form = request.form();
    if (form.get('grant_type') !== 'client_credentials') return tokenProblem('unsupported_grant_type');
    const { clientId, clientSecret } = credentials.config;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return tokenProblem('invalid_client');
    return json(200, {
      access_token: company.issueToken('papi-'),
      refresh_token: null,
      token_type: 'Bearer',
      expires_in: 86_400,
      scope: 'personio:persons:read personio:org-units:read',
    });
  },
};

export function authenticate(request: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return company.isIssued(token) ? undefined : answers.unauthorised;
}
