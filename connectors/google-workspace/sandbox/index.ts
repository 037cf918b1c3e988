import { bodyOf, defineSandbox, json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { answers, invalidInput } from './answers.ts';
import { authenticate, config, tokenRoute } from './token.ts';
import { accountsOf, isGone, type Wire } from './users.ts';

const root = '/admin/directory/v1';
const listKind = 'admin#directory#users';
const customers = ['my_customer', 'C03fjordk'];

/** The Directory API, directory_v1, after its discovery document (revision 20260914, 2026-11). */
export const googleWorkspaceSandbox = defineSandbox({
  slug: 'google-workspace',
  origins: ['https://admin.googleapis.com', 'https://oauth2.googleapis.com'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [
    tokenRoute,
    { method: 'GET', path: `${root}/users`, kind: 'page', handle: listUsers },
    { method: 'GET', path: `${root}/users/{userKey}`, kind: 'detail', handle: getUser },
  ],
  emptyPage(answer, { query }) {
    const { users: _users, ...rest } = bodyOf(answer) as Readonly<Record<string, unknown>>;
    // Nobody may well have been deleted: what can be told from that is an answer that lost everything.
    return json(answer.status, query.get('showDeleted') === 'true' ? {} : rest);
  },
  // Whose role lacks the privilege sees nobody.
  withoutPermission: () => answers.forbidden,
  minimumRequests(twin) {
    const deleted = twin.people.filter((person) => isGone(person, twin)).length;
    const pages = (people: number): number => Math.max(1, Math.ceil(people / 500));
    return 1 + pages(twin.people.length - deleted) + pages(deleted);
  },
});

export default googleWorkspaceSandbox;

/** One of customer and domain has to be given. Without a number 100 come, and never more than 500. */
function listUsers({ query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { domain } = company.twin;
  const isKnown = query.has('domain') ? query.get('domain') === domain : customers.includes(query.get('customer') ?? '');
  const start = query.has('pageToken') ? offsetOf(query.get('pageToken') ?? '') : 0;
  if (!isKnown || start === undefined) return invalidInput;
  const size = Math.min(Math.max(1, Number(query.get('maxResults') ?? 100) || 100), 500);
  return company.cached(`users ${query.toString()}`, () => {
    const accounts = accountsOf(company, query.get('showDeleted') === 'true');
    const users = accounts.slice(start, start + size).map(viewOf(query));
    const more = start + size < accounts.length && { nextPageToken: tokenAt(start + size) };
    // Empty lists are left out.
    return json(200, { kind: listKind, ...(users.length > 0 && { users }), ...more });
  });
}

const tokenAt = (offset: number): string => `CAESB${Buffer.from(String(offset)).toString('base64url')}`;

function offsetOf(token: string): number | undefined {
  const offset = token.startsWith('CAESB') ? Number(Buffer.from(token.slice(5), 'base64url').toString()) : NaN;
  return Number.isSafeInteger(offset) && tokenAt(offset) === token ? offset : undefined;
}

/** What the caller asked to see: the public view has no states, the basic projection no custom attributes. */
function viewOf(query: URLSearchParams): (account: Wire) => object {
  const fields = query.get('fields') ?? '';
  const named = (/users\((.*)\)/.exec(fields)?.[1] ?? fields).split(',').filter((name) => name !== '');
  const isPublic = query.get('viewType') === 'domain_public';
  const isBasic = (query.get('projection') ?? 'basic') === 'basic';
  const isShown = (name: string): boolean =>
    !(isPublic && /^(?:suspen|archiv|externalIds|custom)/.test(name)) && !(isBasic && name === 'customSchemas');
  return (account) => {
    const names = (named.length > 0 ? named : Object.keys(account)).filter((name) => name in account && isShown(name));
    return Object.fromEntries(names.map((name) => [name, account[name]]));
  };
}

function getUser({ params, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const key = params['userKey']?.toLowerCase();
  const account = accountsOf(company, false).find(({ id, primaryEmail }) => id === key || primaryEmail === key);
  return account === undefined ? answers.notFound : json(200, viewOf(query)(account));
}
