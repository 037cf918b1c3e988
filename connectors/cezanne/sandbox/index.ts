import { bodyOf, defineSandbox, json, type SandboxAnswer, type SandboxRoute, type Twin } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { communications } from './communications.ts';
import { deploymentNames, deployments } from './deployments.ts';
import { employments } from './employments.ts';
import { listPage, oneEntity, pageSize } from './list-page.ts';
import { metadataOf } from './metadata.ts';
import { people } from './people.ts';

const clientId = 'sandbox-client-of-nobody';
const clientSecret = 'sandbox-client-secret-0';
const username = 'sandbox.reader';
const password = 'sandbox-password-0';
const asBasic = (user: string, secret: string): string => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;

const service = '/cezanneondemand/v7/dataservice.svc';
const sets = [people, communications, employments, deployments];

const token: SandboxRoute = {
  method: 'POST',
  path: '/oauth/token',
  kind: 'token',
  handle(request, company) {
    const form = request.form();
    const inBody = asBasic(form.get('client_id') ?? '', form.get('client_secret') ?? '');
    const isKnown = [request.headers['authorization'], inBody].includes(asBasic(clientId, clientSecret));
    if (!isKnown) return json(401, { error: 'invalid_client' });
    if (form.get('grant_type') !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' });
    return json(200, { access_token: company.issueToken(), token_type: 'bearer', expires_in: '3600' });
  },
};

const metadata: SandboxRoute = {
  method: 'GET',
  path: `${service}/$metadata`,
  kind: 'lookup',
  handle: () => metadataOf(sets),
};

const lists = sets.map((set): SandboxRoute => ({
  method: 'GET',
  path: `${service}/${set.name}`,
  kind: set === people ? 'page' : 'lookup',
  handle: (request, company) => listPage(request, company, set),
}));

const onePerson: SandboxRoute = {
  method: 'GET',
  path: `${service}/People('{id}')`,
  kind: 'detail',
  handle: (request, company) => oneEntity(request, company, people),
};

/** With a role such as Self Service everything goes on as usual, about one person. */
function aboutOneself(answer: SandboxAnswer): SandboxAnswer {
  const { value, ...others } = bodyOf(answer) as { readonly value?: readonly unknown[] };
  return json(200, { ...others, 'odata.nextLink': undefined, value: value?.slice(0, 1) });
}

/**
 * Cezanne HR over the twin company: sets and properties as the articles on its API v1 name them, envelope and paging as OData 3
 * has them (2026-11). The deployments are invented, as nothing is published of them.
 */
export const cezanneSandbox = defineSandbox({
  slug: 'cezanne',
  origins: ['https://fjordkiste.cezanneondemand.com'],
  credentials: {
    config: {
      subdomain: 'fjordkiste',
      clientId,
      clientSecret,
      tokenUrl: 'https://fjordkiste.cezanneondemand.com/oauth/token',
      deployments: deploymentNames,
    },
    platform: {},
  },
  routes: [token, metadata, ...lists, onePerson],
  authenticate({ headers }, company) {
    const authorization = headers['authorization'] ?? '';
    const isIssued = company.isIssued(authorization.replace(/^Bearer /, ''));
    return isIssued || authorization === asBasic(username, password) ? undefined : answers.unauthorised;
  },
  answers,
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), value: [] }),
  withoutPermission: (answer, route) => (route.kind === 'token' || route === metadata ? answer : aboutOneself(answer)),
  minimumRequests: (twin: Twin) => sets.reduce((sum, set) => sum + Math.max(1, Math.ceil(set.rowsOf(twin).length / pageSize)), 2),
});

export default cezanneSandbox;
