import { bodyOf, defineSandbox, json, type SandboxAnswer } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { setRoutes } from './sets.ts';
import { authenticate, config, origin, tokenRoute } from './token.ts';

interface Page {
  readonly d: { readonly results: readonly Readonly<Record<string, unknown>>[] };
}

/** The OData API of one instance over the twin company. */
export const successfactorsSandbox = defineSandbox({
  slug: 'successfactors',
  origins: [origin],
  credentials: { config, platform: {} },
  routes: [tokenRoute, ...setRoutes],
  authenticate,
  answers,
  emptyPage: (answer) => withRows(answer, () => []),
  // What the role does not show comes empty, without a word.
  withoutPermission: (answer, { kind }) => (kind === 'page' ? withRows(answer, withoutJobs) : answers.forbidden),
  minimumRequests: ({ people }) => 1 + Math.ceil(people.length / 200),
});

export default successfactorsSandbox;

function withRows(answer: SandboxAnswer, change: (rows: Page['d']['results']) => Page['d']['results']): SandboxAnswer {
  const { d } = bodyOf(answer) as Page;
  return json(answer.status, { d: { ...d, results: change(d.results) } });
}

function withoutJobs(rows: Page['d']['results']): Page['d']['results'] {
  return rows.map(({ employmentNav, ...person }) => {
    const employments = (employmentNav as Page['d'] | undefined)?.results ?? [];
    return { ...person, employmentNav: { results: employments.map((row) => ({ ...row, jobInfoNav: { results: [] } })) } };
  });
}
