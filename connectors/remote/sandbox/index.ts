import { bodyOf, defineSandbox, json } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { routes } from './routes.ts';

const tokens: Readonly<Record<string, string>> = {
  'https://gateway.remote.com': 'ra_live_sandboxTokenOfNobody',
  'https://gateway.remote-sandbox.com': 'ra_test_sandboxTokenOfNobody',
};

/** Remote, version 1, as its documentation and OpenAPI describe it (https://developer.remote.com, 2026-11), over a twin company. */
export const remoteSandbox = defineSandbox({
  slug: 'remote',
  origins: Object.keys(tokens),
  credentials: { config: { token: 'ra_live_sandboxTokenOfNobody' }, platform: {} },
  // A token of the other environment is refused like any wrong one.
  authenticate: ({ headers, origin }) =>
    headers.authorization === `Bearer ${String(tokens[origin])}` ? undefined : answers.unauthorised,
  routes,
  answers,
  emptyPage: (answer) => json(answer.status, { data: { ...(bodyOf(answer) as { data: object }).data, employments: [] } }),
  withoutPermission: () => answers.forbidden,
  limit: { requests: 300, perSeconds: 60 },
  minimumRequests: ({ people }) => Math.ceil(people.length / 100) + people.length,
});

export default remoteSandbox;
