import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type TwinPerson } from '@rollcall/sandbox';
import { answers, problem } from './answers.ts';
import { bankOf, customFieldsOf, personalOf } from './details.ts';
import { hiringTypeOf } from './employment.ts';
import { toWire, type WirePerson } from './person.ts';

const mostPeople = 200;
const defaultLimit = 100;
/** Of the sort keys that are documented, the ones that this directory has. */
const sortKeys = new Set(['id', 'first_name', 'last_name', 'full_name', 'country', 'start_date', 'job_title', 'hiring_status']);

/** `GET /rest/v2/people`: by offset, everybody unless a filter is given. */
export function listPeople({ query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const offset = toNumber(query.get('offset') ?? '0');
  const limit = toNumber(query.get('limit') ?? String(defaultLimit));
  const sortBy = query.get('sort_by') ?? 'id';
  if (offset === undefined) return problem(400, '"offset" must be a number', 'offset');
  if (limit === undefined || limit < 1 || limit > mostPeople)
    return problem(400, `"limit" must be between 1 and ${String(mostPeople)}`, 'limit');
  if (!sortKeys.has(sortBy)) return problem(400, '"sort_by" must be one of the known keys', 'sort_by');
  const people = company.cached(`people of ${query.toString().replace(/(?:offset|limit)=\d+/g, '')}`, () =>
    sorted(company, sortBy, query.get('sort_order') ?? 'asc').filter(
      (person) =>
        isAmong(person.hiring_status, query.getAll('hiring_statuses')) &&
        isAmong(person.person_status, query.getAll('person_statuses')),
    ),
  );
  const data = people.slice(offset, offset + limit);
  return json(200, { data, page: { offset, total_rows: people.length, items_per_page: limit } });
}

/** `GET /rest/v2/people/{id}`: without the members that only the list has, and last days as plain days. */
export function readPerson({ params, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const person = findPerson(params.id, company);
  if (person === undefined) return answers.notFound;
  const {
    person_status: _lifecycle,
    is_pwac: _withoutContract,
    hris_organization_user_id: _user,
    ...single
  } = toWire(person, company);
  const lastDay = single.direct_employee_termination_last_day;
  const custom = query.get('include_custom_fields') === 'true' ? { custom_fields: customFieldsOf(person) } : {};
  return json(200, {
    data: {
      ...single,
      ...(typeof lastDay === 'string' && { direct_employee_termination_last_day: lastDay.slice(0, 10) }),
      ...custom,
      profile_organizational_structures: [],
    },
  });
}

/** `GET /rest/v2/people/{id}/personal`. */
export function readPersonal({ params }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const person = findPerson(params.id, company);
  return person === undefined ? answers.notFound : json(200, { data: personalOf(person) });
}

/** `GET /rest/v2/gp/workers/{id}/banks`: nobody is known there who is not on global payroll. */
export function readBanks({ params }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const person = findPerson(params.id, company);
  return person === undefined || hiringTypeOf(person) !== 'direct_employee'
    ? answers.notFound
    : json(200, { data: [bankOf(person)] });
}

function findPerson(id: string | undefined, { twin }: SandboxCompany): TwinPerson | undefined {
  return twin.people.find(({ uuid }) => uuid === id);
}

function sorted(company: SandboxCompany, key: string, order: string): readonly WirePerson[] {
  const people = company.twin.people.map((person) => toWire(person, company));
  const rising = people.sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
  return order === 'desc' ? rising.reverse() : rising;
}

function isAmong(word: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(word);
}

function toNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
