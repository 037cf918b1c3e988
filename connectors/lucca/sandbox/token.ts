import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers, badRequest } from './answers.ts';

export const config = {
  host: 'fernhollow.ilucca.net',
  clientId: 'fernhollow-sandbox-client',
  clientSecret: 'fernhollow-sandbox-secret',
  optionalScopes: ['employment-templates.readonly', 'job-qualifications.readonly', 'employee-personal-records.readonly'],
  customFields: ['e_badgeNumber', 'e_languages'],
};

/** What the application was granted. */
const granted = [
  'employees',
  'employments',
  'job-positions',
  'departments',
  'legal-entities',
  'business-establishments',
  'employment-templates',
  'job-qualifications',
  'employee-personal-records',
  'employee-attributes',
].map((name) => `${name}.readonly`);

/** One token endpoint for all accounts. It wants a form, and all of the scopes that are asked for have to be granted. */
export const tokenRoute: SandboxRoute = {
  method: 'POST',
  path: '/connect/token',
  kind: 'token',
  origin: 'https://accounts.world.luccasoftware.com',
  handle(request, company) {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    const form = request.form();
    if (!isForm) return json(400, { error: 'invalid_request' });
    if (form.get('grant_type') !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });
    const isKnown = form.get('client_id') === config.clientId && form.get('client_secret') === config.clientSecret;
    if (!isKnown) return json(400, { error: 'invalid_client' });
    const scopes = form.get('scope')?.split(' ') ?? [];
    if (!scopes.every((scope) => granted.includes(scope))) return json(400, { error: 'invalid_scope' });
    const token = company.issueToken('lucca-');
    company.memory.set(token, scopes);
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: 1800 });
  },
};

/** A good token, and the version of the API, which is required. */
export function authenticate({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined {
  if (!company.isIssued(tokenOf(headers))) return answers.unauthorised;
  return headers['api-version'] === '2024-11-01' ? undefined : badRequest;
}

/** Is this among the scopes that the token was asked for with? */
export function hasScope({ headers }: SandboxRequest, { memory }: SandboxCompany, scope: string): boolean {
  const scopes = memory.get(tokenOf(headers) ?? '');
  return Array.isArray(scopes) && scopes.includes(scope);
}

function tokenOf(headers: Readonly<Record<string, string>>): string | undefined {
  return /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1];
}
