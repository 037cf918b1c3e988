import { defineSandbox } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { emptyPage } from './envelope.ts';
import { lookUpRoutes } from './look-ups.ts';
import { personRoutes } from './person-routes.ts';
import { authenticate, credentials, tokenRoute } from './token.ts';

/** Personio, version 2, as its documentation describes it (https://developer.personio.de, 2026-11), over a twin company. */
export const personioSandbox = defineSandbox({
  slug: 'personio',
  origins: ['https://api.personio.de'],
  credentials,
  authenticate,
  routes: [tokenRoute, ...personRoutes, ...lookUpRoutes],
  answers,
  emptyPage,
  // Without the right to read employees persons answer 401 although the token is good; other resources answer 403.
  withoutPermission: (answer, { kind }) =>
    kind === 'token' ? answer : kind === 'lookup' ? answers.forbidden : answers.unauthorised,
  // Documented for log-ins only.
  limit: { requests: 150, perSeconds: 60, paths: ['/v2/auth/token'] },
  minimumRequests: ({ people, teams }) => 1 + Math.ceil(people.length / 50) + people.length + 4 + Math.ceil(teams.length / 100),
});

export default personioSandbox;
