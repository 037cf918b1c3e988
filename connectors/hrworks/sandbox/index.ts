import {
  bodyOf,
  defineSandbox,
  json,
  raw,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
} from '@rollcall/sandbox';
import { answers, problem } from './answers.ts';
import { identifiers, isActive, toPerson } from './person.ts';
import { authenticate, config, tokenRoute } from './token.ts';

const pageSize = 50;

const pagesFor = (people: number): number => Math.max(1, Math.ceil(people / pageSize));
const invalid = (name: string): SandboxAnswer => problem(400, 'InvalidParameterError', `The value of ${name} is invalid.`);

/** HR WORKS, API v2, after the vendor's OpenAPI 2.10. It publishes no rate limit. */
export const hrworksSandbox = defineSandbox({
  slug: 'hrworks',
  origins: ['https://api.hrworks.de'],
  credentials: { config, platform: {} },
  authenticate,
  answers,
  routes: [
    tokenRoute,
    { method: 'GET', path: '/v2/persons/master-data', kind: 'page', handle: onePage },
    { method: 'GET', path: '/v2/persons/{personIdentifier}/master-data', kind: 'detail', handle: onePerson },
  ],
  emptyPage: (answer) => ({ ...answer, body: JSON.stringify({ ...(bodyOf(answer) as object), persons: [] }) }),
  withoutPermission: () => answers.forbidden,
  minimumRequests: ({ people }) => 1 + pagesFor(people.length),
});

export default hrworksSandbox;

/** People who were set to gone come only with `onlyActive=false`. The size of a page cannot be chosen. */
function onePage({ query, origin }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const onlyActive = query.get('onlyActive') ?? 'true';
  if (onlyActive !== 'true' && onlyActive !== 'false')
    return problem(400, 'InvalidParameterTypeError', 'The value of onlyActive is no boolean.');
  const number = Number(query.get('page') ?? '1');
  if (!Number.isInteger(number) || number < 1) return invalid('page');
  return company.cached(`${onlyActive} ${String(number)}`, () => {
    const { twin } = company;
    const people = twin.people.filter((person) => onlyActive === 'false' || isActive(person, twin));
    const shown = people.slice((number - 1) * pageSize, number * pageSize);
    const link = toLink(`${origin}/v2/persons/master-data?onlyActive=${onlyActive}`, number, pagesFor(people.length));
    const body = JSON.stringify({ persons: shown.map((person) => toPerson(person, twin)) });
    return raw(200, body, 'application/json', { link });
  });
}

/** There is no word on paging but this header. */
function toLink(address: string, page: number, pages: number): string {
  const links = { first: 1, prev: page - 1, next: page + 1, last: pages };
  return Object.entries(links)
    .filter(([, to]) => to >= 1 && to <= pages)
    .map(([relation, to]) => `<${address}&page=${String(to)}>; rel="${relation}"`)
    .join(', ');
}

/** Without a type the identifier is a personnel number, other than in the list. */
function onePerson({ params, query }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const identifierOf = identifiers[query.get('personIdentifierType') ?? 'personnelNumber'];
  if (identifierOf === undefined) return invalid('personIdentifierType');
  const person = twin.people.find((each) => identifierOf(each) === params['personIdentifier']);
  return person === undefined ? invalid('personIdentifier') : json(200, toPerson(person, twin));
}
