import {
  bodyOf,
  defineSandbox,
  json,
  raw,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { answers, badRequest, tokenLost } from './answers.ts';
import { authenticate, config, tokenRoute } from './token.ts';
import { accountsOf, groupIdOf, guestsOf, isGone, type Wire } from './users.ts';

const root = '/v1.0';
const graph = `https://graph.microsoft.com${root}`;

/** Microsoft Graph v1.0 and the log-in of the Microsoft identity platform, after their reference (2026-11). */
export const entraSandbox = defineSandbox({
  slug: 'entra',
  origins: ['https://graph.microsoft.com', 'https://login.microsoftonline.com'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [
    tokenRoute,
    { method: 'GET', path: `${root}/users`, kind: 'page', handle: (request, company) => listOf(request, company, '/users') },
    { method: 'GET', path: `${root}/users/$count`, kind: 'detail', handle: countUsers },
    { method: 'GET', path: `${root}/users/delta`, kind: 'detail', handle: changedUsers },
    { method: 'GET', path: `${root}/users/{id}`, kind: 'detail', handle: getUser },
    { method: 'GET', path: `${root}/groups/{id}`, kind: 'detail', handle: getGroup },
    { method: 'GET', path: `${root}/groups/{id}/members`, kind: 'detail', handle: membersOf },
    // Adds leavers to a list that is whole without it.
    {
      method: 'GET',
      path: `${root}${deletedPath()}`,
      kind: 'lookup',
      handle: (request, company) => listOf(request, company, deletedPath()),
    },
  ],
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), value: [] }),
  withoutPermission: () => answers.forbidden,
  minimumRequests(twin) {
    const deleted = twin.people.filter((person) => isGone(person, twin)).length;
    const users = twin.people.length - deleted + guestsOf(twin);
    // A last page that is full leaves open whether there are more.
    const isFull = users > 0 && users % 100 === 0 ? 1 : 0;
    return 1 + Math.max(1, Math.ceil(users / 100)) + isFull + Math.max(1, Math.ceil(deleted / 999));
  },
});

export default entraSandbox;

function deletedPath(): string {
  return '/directory/deletedItems/microsoft.graph.user';
}

/** With managers a page holds 100 at most, whatever is asked for; without them 999. */
function listOf({ query }: SandboxRequest, company: SandboxCompany, path: string): SandboxAnswer {
  const isDeleted = path === deletedPath();
  const isExpanded = query.has('$expand');
  const start = query.has('$skiptoken') ? offsetOf(query.get('$skiptoken') ?? '') : 0;
  const top = Number(query.get('$top') ?? 100);
  if (start === undefined || !(top >= 1 && top <= 999) || (isDeleted && isExpanded)) return badRequest;
  const size = isExpanded ? Math.min(top, 100) : top;
  return company.cached(`${path} ${query.toString()}`, () => {
    const accounts = accountsOf(company, isDeleted);
    const value = accounts.slice(start, start + size).map(viewOf(query));
    const rest = [...query]
      .filter(([name]) => name !== '$skiptoken')
      .map(([name, each]) => `${name}=${encodeURIComponent(each)}`);
    const link = `${graph}${path}?${[...rest, `$skiptoken=${tokenAt(start + size)}`].join('&')}`;
    const more = start + size < accounts.length && { '@odata.nextLink': link };
    return json(200, { '@odata.context': `${graph}/$metadata#users`, ...more, value });
  });
}

const tokenAt = (offset: number): string => `RFNwdAIAAQ${Buffer.from(String(offset)).toString('base64url')}`;

function offsetOf(token: string): number | undefined {
  const offset = token.startsWith('RFNwdAIAAQ') ? Number(Buffer.from(token.slice(10), 'base64url').toString()) : NaN;
  return Number.isSafeInteger(offset) && tokenAt(offset) === token ? offset : undefined;
}

const byDefault = 'businessPhones,displayName,givenName,id,jobTitle,mail,mobilePhone,officeLocation,surname,userPrincipalName';

/** What the caller chose to see. */
function viewOf(query: URLSearchParams): (account: Wire) => object {
  const names = [...(query.get('$select') ?? byDefault).split(','), ...(query.has('$expand') ? ['manager'] : [])];
  return (account) => Object.fromEntries(names.filter((name) => name in account).map((name) => [name, account[name]]));
}

/** A number that is kept apart: it has to be asked for as such. */
function countUsers({ headers }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  if (headers['consistencylevel'] !== 'eventual') return badRequest;
  return raw(200, String(accountsOf(company, false).length), 'text/plain');
}

function getUser({ params, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const key = params['id']?.toLowerCase();
  const account = accountsOf(company, false).find(({ id, userPrincipalName }) => id === key || userPrincipalName === key);
  return account === undefined ? answers.notFound : json(200, viewOf(query)(account));
}

/** A token is the day on which it was given; whoever was written since has changed. */
function changedUsers({ query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const token = query.get('$deltatoken');
  const { today } = company.twin;
  if (token !== 'latest' && !/^\d{4}-\d{2}-\d{2}$/.test(token ?? '')) return tokenLost;
  const since = (account: Wire): boolean => token !== 'latest' && String(account['updatedAt']) >= `${token ?? ''}T`;
  const changed = accountsOf(company, false).filter(since).map(viewOf(query));
  const removed = accountsOf(company, true)
    .filter(since)
    .map(({ id }) => ({ id, '@removed': { reason: 'changed' } }));
  return json(200, { '@odata.deltaLink': `${graph}/users/delta?$deltatoken=${today}`, value: [...changed, ...removed] });
}

const departmentOf = ({ params }: SandboxRequest, { twin }: SandboxCompany) =>
  twin.departments.find(({ id }) => groupIdOf(id) === params['id']);

function getGroup(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const department = departmentOf(request, company);
  return department === undefined ? answers.notFound : json(200, { id: request.params['id'], displayName: department.name });
}

/** Deleted accounts are in no group; what is in one may also be a device. */
function membersOf(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const department = departmentOf(request, company);
  if (department === undefined) return answers.notFound;
  const people = company.twin.people.filter((person) => person.departmentId === department.id && !isGone(person, company.twin));
  const members = people.map(({ uuid: id }) => ({ '@odata.type': '#microsoft.graph.user', id }));
  const device = { '@odata.type': '#microsoft.graph.device', id: 'dddddddd-0000-4000-8000-000000000001' };
  return json(200, { '@odata.context': `${graph}/$metadata#directoryObjects(id)`, value: [...members, device] });
}
