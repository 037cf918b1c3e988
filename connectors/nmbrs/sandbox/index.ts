import { defineSandbox, type Twin } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { employeeRoutes } from './employees.ts';
import { histories } from './histories.ts';
import { emptyPage } from './page.ts';
import { authenticate, config, tokenRoute } from './token.ts';

const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / 100));

/** Without bank accounts, which are read when asked for. */
function requestsOf(twin: Twin, entityId: number): number {
  const people = twin.people.filter((person) => person.entityId === entityId);
  const others = Object.entries(histories).filter(([name]) => name !== 'personalinfo' && name !== 'bankaccounts');
  const sizes = others.map(([, { entries }]) => people.filter((person) => entries(person, twin) !== undefined).length);
  const pages = people.length === 0 ? 0 : sizes.reduce((sum, size) => sum + pagesOf(size), 0);
  // The applicant of each company stands among the people only.
  return pagesOf(people.length + 1) + pages;
}

/** The REST API of Visma Nmbrs, after nmbrs.stoplight.io and public clients (2026-11), over a twin company. */
export const nmbrsSandbox = defineSandbox({
  slug: 'nmbrs',
  origins: ['https://api.nmbrsapp.com', 'https://identityservice.nmbrs.com'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [tokenRoute, ...employeeRoutes],
  emptyPage,
  // A scope that is missing is refused at the collections that need it.
  withoutPermission: (answer, { kind }) => (kind === 'token' ? answer : answers.forbidden),
  minimumRequests: (twin) =>
    1 + pagesOf(twin.entities.length) + twin.entities.reduce((sum, { id }) => sum + requestsOf(twin, id), 0),
});

export default nmbrsSandbox;
