import { bodyOf, defineSandbox, json } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { lookUpRoutes, rolesOf, valuesOf } from './look-ups.ts';
import { personRoutes } from './people.ts';
import { asSeenPublicly } from './public-view.ts';

const config = { token: 'sandboxTokenOfNobody0000000000AA' };

/** Humaans over the twin company, as documented at docs.humaans.io/api and seen in its public clients (2026-11). */
export const humaansSandbox = defineSandbox({
  slug: 'humaans',
  origins: ['https://app.humaans.io'],
  credentials: { config, platform: {} },
  routes: [...personRoutes, ...lookUpRoutes],
  authenticate: ({ headers }) => (headers.authorization === `Bearer ${config.token}` ? undefined : answers.unauthorised),
  answers,
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), data: [] }),
  withoutPermission: (answer, { path }) =>
    path === '/api/custom-values' || path === '/api/bank-accounts' ? answers.forbidden : asSeenPublicly(answer),
  minimumRequests: (twin) =>
    [twin.people, twin.people.flatMap(rolesOf), twin.people.flatMap(valuesOf)].reduce(
      (sum, { length }) => sum + Math.max(1, Math.ceil(length / 250)),
      3,
    ),
});

export default humaansSandbox;
