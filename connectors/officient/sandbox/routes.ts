import { json, type SandboxAnswer, type SandboxCompany, type SandboxRequest, type SandboxRoute } from '@rollcall/sandbox';
import { noSuchPerson, problem } from './answers.ts';
import { detailOf, isArchived, rowOf } from './person-wire.ts';

const pageSize = 30;
const weekMs = 7 * 86_400_000;

export const routes: readonly SandboxRoute[] = [
  { method: 'GET', path: '/1.0/people/list', kind: 'page', handle: listPeople },
  { method: 'GET', path: '/1.0/people/{person_id}/detail', kind: 'detail', handle: readDetail },
  { method: 'GET', path: '/1.0/people/change_history', kind: 'lookup', handle: listChanges },
];

/** Newest first, thirty at a time. Archived people are left out unless they are asked for. */
function listPeople({ query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const page = query.get('page') ?? '0';
  if (!/^\d{1,9}$/.test(page)) return problem(400, 'Invalid page');
  const withArchived = query.get('include_archived') === '1';
  const { twin } = company;
  const people = company.cached(`people ${String(withArchived)}`, () =>
    twin.people.filter((person) => withArchived || !isArchived(person, twin)).toReversed(),
  );
  const start = Number(page) * pageSize;
  const data = people.slice(start, start + pageSize).map((person) => rowOf(person, twin));
  return json(200, { data, total_record_count: people.length });
}

function readDetail({ params }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const id = params['person_id'] ?? '';
  if (!/^\d+$/.test(id)) return problem(400, 'Invalid employee id');
  const person = twin.person(Number(id));
  return person === undefined ? noSuchPerson : json(200, { data: detailOf(person, twin) });
}

/** Of personal data only; everything since a week ago unless a time is given. */
function listChanges({ query }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const since = query.get('since_timestamp') ?? new Date(Date.parse(twin.today) - weekMs).toISOString();
  const from = Date.parse(since);
  if (Number.isNaN(from)) return problem(400, 'Invalid date found');
  const logs = twin.people
    .filter(({ updatedAt }) => Date.parse(updatedAt) >= from)
    .map(({ id, updatedAt, phone }) => ({
      timestamp: Math.floor(Date.parse(updatedAt) / 1000),
      employee_id: id,
      changed_values: { phone: { old: '', new: phone ?? '' } },
    }));
  return json(200, { logs: logs.toSorted((a, b) => b.timestamp - a.timestamp) });
}
