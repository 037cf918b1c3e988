import {
  json,
  type SandboxAnswer,
  type SandboxCompany,
  type SandboxRequest,
  type SandboxRoute,
  type TwinPerson,
} from '@rollcall/sandbox';
import { answers, notFound, unprocessable } from './answers.ts';
import { employmentWire, listedWire, slugOf, typeOf } from './employment-wire.ts';

const largestPage = 100;
const usualPage = 20;

export const routes: readonly SandboxRoute[] = [
  {
    method: 'GET',
    path: '/v1/employments',
    kind: 'page',
    handle(request, company) {
      const { people } = company.twin;
      return onePage(request, people.length, 'employments', (from, to) =>
        people.slice(from, to).map((person) => listedWire(person, company.twin)),
      );
    },
  },
  {
    method: 'GET',
    path: '/v1/employments/{id}',
    kind: 'detail',
    handle: (request, company) =>
      ofOne(request, company, (person) => json(200, { data: { employment: employmentWire(person, company.twin) } })),
  },
  {
    method: 'GET',
    path: '/v1/employments/{id}/custom-fields',
    kind: 'lookup',
    handle: (request, company) =>
      extrasOf(request, company, (person) => {
        const values = customFieldValues(person);
        return onePage(request, values.length, 'custom_field_values', (from, to) => values.slice(from, to));
      }),
  },
  {
    method: 'GET',
    path: '/v1/employments/{id}/cost-center-allocations',
    kind: 'lookup',
    handle: (request, company) =>
      extrasOf(request, company, (person) => {
        const status = request.query.get('status');
        const rows = allocations(person, company).filter((row) => status === null || row.status === status);
        return json(200, { data: { cost_center_allocations: rows } });
      }),
  },
];

type Rows = (from: number, to: number) => readonly object[];

/** Any paged list: what stands outside the documented range of a number is refused. */
function onePage({ query }: SandboxRequest, count: number, key: string, rows: Rows): SandboxAnswer {
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('page_size') ?? usualPage);
  if (!Number.isInteger(page) || page < 1) return unprocessable('page', 'must be greater than or equal to 1');
  if (!Number.isInteger(size) || size < 1) return unprocessable('page_size', 'must be greater than or equal to 1');
  if (size > largestPage) return unprocessable('page_size', 'must be less than or equal to 100');
  const numbers = { current_page: page, total_count: count, total_pages: Math.ceil(count / size) };
  return json(200, { data: { ...numbers, [key]: rows((page - 1) * size, page * size) } });
}

function ofOne(request: SandboxRequest, company: SandboxCompany, answer: (person: TwinPerson) => SandboxAnswer): SandboxAnswer {
  const byUuid = company.cached('by uuid', () => new Map(company.twin.people.map((person) => [person.uuid, person])));
  const person = byUuid.get(request.params.id ?? '');
  return person === undefined ? notFound : answer(person);
}

/** Of all types but `employee` nothing is available beside the list and the single record (`Employment.type` of the OpenAPI). */
function extrasOf(
  request: SandboxRequest,
  company: SandboxCompany,
  answer: (person: TwinPerson) => SandboxAnswer,
): SandboxAnswer {
  return ofOne(request, company, (person) => (typeOf(person) === 'employee' ? answer(person) : answers.forbidden));
}

function customFieldValues({ locationId, teamId, employmentType }: TwinPerson): readonly object[] {
  const choice = { selected_option: slugOf('a', locationId), selected_option_label: `Site ${String(locationId)}` };
  return [
    { custom_field_id: slugOf('c', 1), name: 'Team', type: 'integer', value: teamId },
    { custom_field_id: slugOf('c', 2), name: 'Trainee', type: 'boolean', value: employmentType === 'apprentice' },
    { custom_field_id: slugOf('c', 3), name: 'Site', type: 'single_select', value: choice },
  ];
}

/** Every third person also bears on another cost center, which comes first and bears less, and had a third one before. */
function allocations({ id, costCenterId, hireDate }: TwinPerson, { twin }: SandboxCompany) {
  const allocation = (centerId: number, percentage: number, status: 'active' | 'expired') => ({
    id: slugOf('a', id * 1000 + centerId),
    cost_center: {
      code: twin.costCenters.find((center) => center.id === centerId)?.code ?? null,
      name: twin.costCenters.find((center) => center.id === centerId)?.name ?? '',
      slug: slugOf('c', centerId),
    },
    percentage,
    status,
    effective_from: hireDate,
    effective_to: status === 'expired' ? hireDate : null,
  });
  const other = twin.costCenters.find((center) => center.id !== costCenterId);
  if (id % 3 !== 0 || other === undefined) return [allocation(costCenterId, 100, 'active')];
  return [allocation(other.id, 100, 'expired'), allocation(other.id, 30, 'active'), allocation(costCenterId, 70, 'active')];
}
