import { defineSandbox, json, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import type { SandboxRoute, Twin, TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { approvers, assignationJson, departments, offices, type Assignation } from './assignations.ts';
import { emptyPage, listPage, single } from './envelope.ts';
import { contractsOf, employeeJson, employeeWire, isInactive, toUuid } from './wire.ts';

const config = { token: 'sandbox-token-of-nobody', region: 'eu1' };

function listEmployees(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  // Who comes without a status is not documented: active people only, here.
  const wantsInactive = (request.query.get('status') ?? request.query.get('status[in]')) === 'inactive';
  return listPage(request, company, {
    name: wantsInactive ? 'inactive' : 'active',
    items: ({ twin }) => twin.people.filter((person) => isInactive(person, twin.today) === wantsInactive),
    toJson: employeeJson,
  });
}

function personOf({ params }: SandboxRequest, company: SandboxCompany): TwinPerson | undefined {
  const byUuid = company.cached('people by id', () => new Map(company.twin.people.map((person) => [person.uuid, person])));
  return byUuid.get(params['id'] ?? '');
}

/** A request about one person. */
function ofPerson(
  path: string,
  handle: (person: TwinPerson, company: SandboxCompany, request: SandboxRequest) => SandboxAnswer,
): SandboxRoute {
  return {
    method: 'GET',
    path,
    kind: 'detail',
    handle(request, company) {
      const person = personOf(request, company);
      return person === undefined ? answers.notFound : handle(person, company, request);
    },
  };
}

/** A list of who belongs to what. */
function sideList(name: string, rows: (twin: Twin) => readonly Assignation[]): SandboxRoute {
  return {
    method: 'GET',
    path: `/core/v3/${name}`,
    kind: 'lookup',
    handle(request, company) {
      const employeeId = request.query.get('employeeId');
      const isAsked = ({ person }: Assignation): boolean => employeeId === null || person.uuid === employeeId;
      const items = ({ twin }: SandboxCompany): readonly Assignation[] => rows(twin).filter(isAsked);
      return listPage(request, company, { name: `${name} ${employeeId ?? ''}`, items, toJson: assignationJson });
    },
  };
}

function listContracts(person: TwinPerson, company: SandboxCompany, request: SandboxRequest): SandboxAnswer {
  return listPage(request, company, {
    name: `contracts ${person.uuid}`,
    items: () => contractsOf(person),
    toJson: (contract) => JSON.stringify(contract),
  });
}

function chartOf(person: TwinPerson, { twin }: SandboxCompany): SandboxAnswer {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  // What somebody at the top is answered is not documented.
  if (manager === undefined) return answers.notFound;
  const shown = ({ uuid, firstName, lastName, email }: TwinPerson): object => ({
    id: uuid,
    firstName,
    lastName,
    imageProfileUrl: null,
    email,
    workStatus: 'offline',
    workCheckTypeColor: null,
    workCheckTypeName: null,
  });
  return json(200, { data: { id: toUuid(10, person.id), employee: [shown(person)], organizationChartManager: shown(manager) } });
}

/** Sesame HR, Public API v3, as its OpenAPI of 2024-04 and its newer documentation describe it (2026-11). */
export const sesameSandbox = defineSandbox({
  slug: 'sesame',
  origins: ['https://api-eu1.sesametime.com'],
  credentials: { config, platform: {} },
  routes: [
    { method: 'GET', path: '/core/v3/employees', kind: 'page', handle: listEmployees },
    ofPerson('/core/v3/employees/{id}', (person, { twin }) => single(employeeWire(person, twin))),
    ofPerson('/core/v3/employee-profiles/organization-chart-managers/{id}', chartOf),
    ofPerson('/contract/v1/contracts/{id}', listContracts),
    sideList('employee-managers', approvers),
    sideList('employee-department-assignations', departments),
    sideList('employee-office-assignations', offices),
  ],
  authenticate: ({ headers }) => (headers['authorization'] === `Bearer ${config.token}` ? undefined : answers.unauthorised),
  answers,
  emptyPage,
  withoutPermission: () => answers.forbidden,
  limit: { requests: 1_000, perSeconds: 60 },
  minimumRequests: (twin) => {
    const inactive = twin.people.filter((person) => isInactive(person, twin.today)).length;
    const lists = [
      twin.people.length - inactive,
      inactive,
      ...[approvers, departments, offices].map((rows) => rows(twin).length),
    ];
    // One request for each person's contracts.
    return lists.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / 100)), twin.people.length);
  },
});

export default sesameSandbox;
