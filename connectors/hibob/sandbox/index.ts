import { defineSandbox, json } from '@rollcall/sandbox';
import { answers, rateHeaders } from './answers.ts';
import { readBankAccounts } from './bank-accounts.ts';
import { readPerson, searchPeople } from './people.ts';
import { withoutLifecycle } from './without-lifecycle.ts';

const config = { serviceUserId: 'SERVICE-70042', token: 'sandbox-token-of-nobody' };
const basic = `Basic ${Buffer.from(`${config.serviceUserId}:${config.token}`).toString('base64')}`;

const bankAccountsPath = '/v1/people/{id}/bank-accounts';

/**
 * Bob over the twin company, as documented at apidocs.hibob.com (2026-11): people in one answer, in both forms; the
 * words beside them; nothing that says what is missing for want of a permission.
 */
export const hibobSandbox = defineSandbox({
  slug: 'hibob',
  origins: ['https://api.hibob.com', 'https://api.sandbox.hibob.com'],
  credentials: { config, platform: {} },
  routes: [
    { method: 'POST', path: '/v1/people/search', kind: 'page', handle: searchPeople },
    { method: 'GET', path: bankAccountsPath, kind: 'detail', handle: readBankAccounts },
    { method: 'POST', path: '/v1/people/{id}', kind: 'detail', handle: readPerson },
  ],
  authenticate: ({ headers }) => (headers['authorization'] === basic ? undefined : answers.unauthorised),
  answers,
  emptyPage: () => json(200, { employees: [] }, rateHeaders),
  withoutPermission: (answer, route) => (route.path === bankAccountsPath ? answers.forbidden : withoutLifecycle(answer)),
  limit: { requests: 50, perSeconds: 60, paths: ['/v1/people/search'] },
  singlePage: true,
  minimumRequests: () => 1,
});

export default hibobSandbox;
