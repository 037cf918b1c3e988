import {
  bodyOf,
  defineSandbox,
  json,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
  type Twin,
} from '@rollcall/sandbox';
import { answers, notSupported } from './answers.ts';
import { fields, metainfo, rows } from './connectors.ts';
import { employersOf, employmentsOf, unitsOf } from './rows.ts';

const token = `<token><version>1</version><data>${'AF5A0417'.repeat(8)}</data></token>`;
const config = { environmentNumber: '10417', token, connectorId: 'Rollcall_Employees' } as const;

/** What the sandbox knows of OAuth; its own credentials are a classic token. */
export const oauthClient = { clientId: 'afas-sandbox-client', clientSecret: 'afas-sandbox-client-secret' } as const;

const base = '/ProfitRestServices';

/** Profit 7, its REST services after the vendor's documentation (https://docs.afas.help, 2026-11). There are no rate limits. */
export const afasSandbox = defineSandbox({
  slug: 'afas',
  origins: ['https://10417.rest.afas.online'],
  credentials: { config, platform: {} },
  authenticate: ({ headers }, company) => {
    const [scheme, value] = (headers['authorization'] ?? '').split(' ');
    const isClassic = scheme === 'AfasToken' && value === Buffer.from(token).toString('base64');
    return isClassic || (scheme === 'Bearer' && company.isIssued(value)) ? undefined : answers.unauthorised;
  },
  answers,
  routes: [
    { method: 'POST', path: `${base}/oauth/token`, kind: 'token', handle: issueToken },
    { method: 'GET', path: `${base}/metainfo`, kind: 'lookup', handle: metainfo },
    { method: 'GET', path: `${base}/metainfo/get/{id}`, kind: 'lookup', handle: fields },
    ...['Profit_OrganizationChart', 'Profit_Employers'].map((id) => ({
      method: 'GET' as const,
      path: `${base}/connectors/${id}`,
      kind: 'lookup' as const,
      handle: (request: SandboxRequest, company: SandboxCompany) => rows(id, request.query, company),
    })),
    {
      method: 'GET',
      path: `${base}/connectors/{id}`,
      kind: 'page',
      handle: (request, company) => rows(request.params['id'] ?? '', request.query, company),
    },
  ],
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), rows: [] }),
  withoutPermission: (answer, { path }) => (path.includes('/connectors/') ? notSupported : answer),
  minimumRequests: (twin) =>
    2 + lookUpRequests(twin) + requestsFor(twin.people.flatMap((person) => employmentsOf(person, twin)).length),
});

export default afasSandbox;

const lookUpRequests = (twin: Twin): number => requestsFor(unitsOf(twin).length) + requestsFor(employersOf(twin).length);

/** There is no total: the end is a page that is not full, and each page takes the last row of the one before along. */
function requestsFor(count: number): number {
  return count === 0 ? 1 : Math.floor((count - 1) / 999) + 1;
}

function issueToken(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const form = request.form();
  if (form.get('grant_type') !== 'client_credentials') return json(400, { error: 'invalid_request' });
  const isKnown = form.get('client_id') === oauthClient.clientId && form.get('client_secret') === oauthClient.clientSecret;
  if (!isKnown) return json(400, { error: 'invalid_client' });
  return json(200, { access_token: company.issueToken('afas-'), token_type: 'Bearer', expires_in: 3600 });
}
