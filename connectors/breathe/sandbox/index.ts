import { defineSandbox, raw } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { routes } from './routes.ts';

const keys: Readonly<Record<string, string>> = {
  'https://api.breathehr.com': 'prod-sandboxKeyOfNobody',
  'https://api.sandbox.breathehr.info': 'sandbox-sandboxKeyOfNobody',
};

/** Breathe, version 1, as its documentation and recorded answers describe it (https://developer.breathehr.com, 2026-11), over a twin company. */
export const breatheSandbox = defineSandbox({
  slug: 'breathe',
  origins: Object.keys(keys),
  credentials: { config: { apiKey: 'prod-sandboxKeyOfNobody' }, platform: {} },
  // A key of the other environment is refused like any wrong one.
  authenticate: ({ headers, origin }) => (headers['x-api-key'] === keys[origin] ? undefined : answers.unauthorised),
  routes,
  answers,
  emptyPage: ({ status, headers }) => {
    const { 'content-type': _type, ...others } = headers;
    return raw(status, '{"employees":[]}', 'application/json', others);
  },
  // A key has no scopes, so no answer to a missing right is documented: the usual one stands in.
  withoutPermission: () => answers.forbidden,
  limit: { requests: 60, perSeconds: 60 },
  minimumRequests: ({ people }) => Math.ceil(people.length / 100),
});

export default breatheSandbox;
