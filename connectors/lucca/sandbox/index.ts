import { defineSandbox } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { employeeRoutes } from './employees.ts';
import { emptyPage, origin } from './envelope.ts';
import { customValues, organisationRoutes, qualifications } from './organisation.ts';
import { authenticate, config, tokenRoute } from './token.ts';

const pagesOf = (items: number): number => Math.max(1, Math.ceil(items / 100));

/** Version 2024-11-01 of the Lucca API, after the vendor's OpenAPI and developers.lucca.fr (2026-11), over a twin company. */
export const luccaSandbox = defineSandbox({
  slug: 'lucca',
  origins: [origin, 'https://accounts.world.luccasoftware.com'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [tokenRoute, ...employeeRoutes, ...organisationRoutes],
  emptyPage,
  // A token without the scope of a list is refused there.
  withoutPermission: (answer, { kind }) => (kind === 'token' ? answer : answers.forbidden),
  limit: { requests: 50, perSeconds: 60 },
  // A log-in, people, personal records and custom values, and five lists of names.
  minimumRequests: (twin) => {
    const lists = [twin.departments, twin.locations, twin.entities, qualifications(twin), customValues(twin)];
    const pages = lists.map(({ length }) => pagesOf(length)).reduce((sum, count) => sum + count, 0);
    return 2 + 2 * pagesOf(twin.people.length) + pages;
  },
});

export default luccaSandbox;
