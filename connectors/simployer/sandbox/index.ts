import { bodyOf, defineSandbox, json } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { routes } from './routes.ts';

const tokens: Readonly<Record<string, string>> = {
  'https://api.alexishr.com': 'sandbox.token.of-nobody',
  'https://api.sandbox.alexishr.com': 'sandbox.token.of-the-test-system',
};

/** Simployer One, formerly AlexisHR, over the twin company, as its OpenAPI document has it (https://docs.alexishr.com, 2026-11). */
export const simployerSandbox = defineSandbox({
  slug: 'simployer',
  origins: Object.keys(tokens),
  credentials: { config: { token: 'sandbox.token.of-nobody' }, platform: {} },
  routes,
  // A token of the other system is refused like any wrong one.
  authenticate: ({ headers, origin }) =>
    headers.authorization === `Bearer ${tokens[origin] ?? ''}` ? undefined : answers.unauthorised,
  answers,
  emptyPage: (answer) => json(answer.status, { ...(bodyOf(answer) as object), data: [], count: 0 }),
  // A token has all rights of an Owner, or none when its maker is an Owner no more.
  withoutPermission: () => answers.forbidden,
  minimumRequests: ({ people, entities, teams }) =>
    [people, entities, teams].reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / 100)), 0),
});

export default simployerSandbox;
