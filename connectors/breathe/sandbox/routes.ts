import { json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { employeeWire } from './employee-wire.ts';

const largestPage = 100;
const usualPage = 25;

export const routes: readonly SandboxRoute[] = [
  { method: 'GET', path: '/v1/employees', kind: 'page', handle: onePage },
  {
    method: 'GET',
    path: '/v1/employees/{id}',
    kind: 'detail',
    handle({ params }, { twin }) {
      const person = twin.person(Number(params.id));
      return person === undefined ? answers.notFound : json(200, { employees: [employeeWire(person, twin)] });
    },
  },
];

/** A larger page than the largest is not refused, it is cut. */
function onePage({ origin, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { people } = company.twin;
  const page = numberOf(query.get('page')) ?? 1;
  const size = Math.min(numberOf(query.get('per_page')) ?? usualPage, largestPage);
  return company.cached(`${origin} ${String(page)} ${String(size)}`, () => {
    const employees = people.slice((page - 1) * size, page * size).map((person) => employeeWire(person, company.twin));
    const link = linksOf(`${origin}/v1/employees`, { page, size, last: Math.ceil(people.length / size) });
    const headers = { total: String(people.length), 'per-page': String(size), ...(link !== '' && { link }) };
    return raw(200, JSON.stringify({ employees }), 'application/json', headers);
  });
}

interface Place {
  readonly page: number;
  readonly size: number;
  readonly last: number;
}

/** First and previous stand on every page but the first, last and next on every page but the last. */
function linksOf(address: string, { page, size, last }: Place): string {
  const back = page > 1 ? { first: 1, prev: page - 1 } : {};
  const ahead = page < last ? { last, next: page + 1 } : {};
  return Object.entries({ ...back, ...ahead })
    .map(([rel, number]) => `<${address}?page=${String(number)}&per_page=${String(size)}>; rel="${rel}"`)
    .join(', ');
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}
