import type { SandboxCompany, SandboxRoute, Twin, TwinEntity } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { histories } from './histories.ts';
import { listPage } from './page.ts';
import { kinds, wireId } from './wire-ids.ts';

/** People of the twin by company, and an applicant in each: without a filter all types come. */
function rowsOf(company: SandboxCompany, entityId: number, name: string): readonly EmployeeRow[] {
  return company.cached(`rows|${String(entityId)}|${name}`, () => {
    const { key, entries } = histories[name] ?? { key: '', entries: () => undefined };
    const people = company.twin.people.filter((person) => person.entityId === entityId);
    const rows = people.flatMap((person) => {
      const own = entries(person, company.twin);
      return own === undefined ? [] : [{ employeeId: person.uuid, [key]: own }];
    });
    return name === 'personalinfo' ? [...rows, applicantOf(entityId)] : rows;
  });
}

interface EmployeeRow {
  readonly employeeId: string;
  readonly [history: string]: unknown;
}

function applicantOf(entityId: number): EmployeeRow {
  const basicInfo = { employeeNumber: entityId, firstName: 'Kandidaat', lastName: 'Zonder Baan', employeeType: 'applicant' };
  const info = [{ basicInfo, contactInfo: null, period: { year: 2020, period: 1 }, createdAt: '2020-01-02T10:00:00Z' }];
  return { employeeId: wireId(kinds.applicant, entityId), info };
}

const companies: SandboxRoute = {
  method: 'GET',
  path: '/api/companies',
  kind: 'lookup',
  handle(request, company) {
    const debtorId = wireId(kinds.debtor, 1);
    const rows = company.twin.entities.map(({ id, name }) => ({ companyId: companyIdOf(id), number: id, name, debtorId }));
    return listPage(request, company, rows);
  },
};

const collections = Object.keys(histories).map((name): SandboxRoute => ({
  method: 'GET',
  path: `/api/companies/{companyId}/employees/${name}`,
  kind: name === 'personalinfo' ? 'page' : 'lookup',
  handle(request, company) {
    const entity = entityOf(company.twin, request.params['companyId']);
    if (entity === undefined) return answers.notFound;
    const wanted = request.query.get('employeeId');
    const rows = rowsOf(company, entity.id, name);
    return listPage(request, company, wanted === null ? rows : rows.filter(({ employeeId }) => employeeId === wanted));
  },
}));

const one: SandboxRoute = {
  method: 'GET',
  path: '/api/employees/{employeeId}',
  kind: 'detail',
  handle(request, company) {
    const person = company.twin.people.find(({ uuid }) => uuid === request.params['employeeId']);
    const info = person === undefined ? undefined : histories['personalinfo']?.entries(person, company.twin)?.[0];
    return info === undefined ? answers.notFound : listPage(request, company, [{ employeeId: person?.uuid, personalInfo: info }]);
  },
};

export const employeeRoutes: readonly SandboxRoute[] = [companies, ...collections, one];

export function companyIdOf(entityId: number): string {
  return wireId(kinds.company, entityId);
}

function entityOf({ entities }: Twin, companyId: string | undefined): TwinEntity | undefined {
  return entities.find(({ id }) => companyIdOf(id) === companyId);
}
