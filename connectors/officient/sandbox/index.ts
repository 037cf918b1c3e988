import { bodyOf, defineSandbox, json } from '@rollcall/sandbox';
import { answers, noSuchPerson } from './answers.ts';
import { routes } from './routes.ts';
import { authenticate, config, tokenRoute } from './token.ts';

/**
 * Officient, version 1.0, over a twin company, as https://apidocs.officient.io describes it (2026-11): a list of pages, the
 * details of one person at a time, a log of changes, tokens that are renewed.
 */
export const officientSandbox = defineSandbox({
  slug: 'officient',
  origins: ['https://api.officient.io'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [tokenRoute, ...routes],
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), data: [] }),
  // The list comes all the same.
  withoutPermission: (answer, { kind }) => (kind === 'detail' ? noSuchPerson : answer),
  limit: { requests: 30, perSeconds: 5 },
  minimumRequests: ({ people }) => 1 + Math.max(1, Math.ceil(people.length / 30)) + people.length,
});

export default officientSandbox;
