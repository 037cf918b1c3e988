import { bodyOf, defineSandbox, json } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { perPage } from './list-page.ts';
import { routes } from './routes.ts';

const config = { clientId: 'sandbox-client-id', clientSecret: 'sandbox-secret-of-nobody' };

/** Charlie HR, version 1, over the twin company: what integrators and public clients say of it (2026-11); no page of the vendor could be read. */
export const charliehrSandbox = defineSandbox({
  slug: 'charliehr',
  origins: ['https://charliehr.com', 'https://www.charliehr.com'],
  credentials: { config, platform: {} },
  routes,
  authenticate: ({ headers }) =>
    headers.authorization === `Token token=${config.clientId}:${config.clientSecret}` ? undefined : answers.unauthorised,
  answers,
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), data: [] }),
  // Keys have no rights of their own: there is nothing between everything and nothing.
  withoutPermission: () => answers.forbidden,
  minimumRequests: ({ people, teams, locations }) =>
    [people, teams, locations].reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / perPage)), 1),
});

export default charliehrSandbox;
