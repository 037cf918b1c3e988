import { defineSandbox, json, stateOf, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import type { SandboxRoute, Twin } from '@rollcall/sandbox';
import { answers, unprocessable } from './answers.ts';
import { emptyPage, listPage } from './envelope.ts';
import * as organisation from './organisation.ts';
import { contractVersions, toEmployeeWire } from './people.ts';
import { fromVendorId } from './vendor-id.ts';

const resources = '/api/2026-07-01/resources';
const config = { apiKey: 'sandbox-head.sandbox-body.sandbox-signature' };

/** Only the memberships of today unless all are asked for. */
function listShares(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { twin } = company;
  const all = request.query.get('only_active') === 'false';
  const owner = request.query.get('employee_id');
  return listPage(request, company, `shares ${String(all)} ${owner ?? ''}`, () =>
    organisation
      .sharesOf(twin)
      .filter((share) => all || (share.start_date <= twin.today && (share.end_date ?? twin.today) >= twin.today))
      .filter((share) => owner === null || share.employee_id === owner),
  );
}

/** A list; of one whose rows have an owner, one person's rows can be asked for. */
function route(name: string, rows: (twin: Twin) => readonly object[], owner?: string): SandboxRoute {
  return {
    method: 'GET',
    path: `${resources}/${name}`,
    kind: 'lookup',
    handle(request, company) {
      const wanted = owner === undefined ? null : request.query.get('employee_ids[]');
      const isWanted = (row: object): boolean => (row as Record<string, unknown>)[owner ?? ''] === wanted;
      const key = `${name} ${wanted ?? ''}`;
      return listPage(request, company, key, () => (wanted === null ? rows(company.twin) : rows(company.twin).filter(isWanted)));
    },
  };
}

function listEmployees(request: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const { twin } = company;
  const { query } = request;
  // The reference calls both required, and does not say what happens without them.
  if (!query.has('only_active') || !query.has('only_managers')) return unprocessable;
  const since = query.get('updated_at_gteq');
  const isActive = query.get('only_active') === 'true';
  return listPage(request, company, `employees ${String(isActive)} ${since ?? ''}`, () =>
    twin.people
      .filter((person) => !isActive || stateOf(person, twin.today) !== 'terminated')
      .filter(({ updatedAt }) => since === null || updatedAt.slice(0, 10) >= since)
      .map((person) => toEmployeeWire(person, twin.today)),
  );
}

function readEmployee({ params }: SandboxRequest, { twin }: SandboxCompany): SandboxAnswer {
  const person = twin.person(fromVendorId(params['id'] ?? '') ?? 0);
  return person === undefined ? answers.notFound : json(200, toEmployeeWire(person, twin.today));
}

/** Factorial, API version 2026-07-01, as documented at apidoc.factorialhr.com and by the vendor's own SDKs (2026-11). */
export const factorialSandbox = defineSandbox({
  slug: 'factorial',
  origins: ['https://api.factorialhr.com'],
  credentials: { config, platform: {} },
  routes: [
    { method: 'GET', path: `${resources}/employees/employees`, kind: 'page', handle: listEmployees },
    { method: 'GET', path: `${resources}/employees/employees/{id}`, kind: 'detail', handle: readEmployee },
    route('contracts/contract_versions', contractVersions, 'employee_id'),
    route('teams/teams', organisation.teamsOf),
    route('locations/locations', organisation.locationsOf),
    route('companies/legal_entities', organisation.legalEntitiesOf),
    route('finance/cost_centers', organisation.costCentersOf),
    { method: 'GET', path: `${resources}/finance/cost_center_memberships`, kind: 'lookup', handle: listShares },
    route('custom_fields/fields', () => organisation.customFieldRows),
    route('custom_fields/values', organisation.customValuesOf, 'valuable_id'),
  ],
  authenticate: ({ headers }) => (headers['x-api-key'] === config.apiKey ? undefined : answers.unauthorised),
  answers,
  emptyPage,
  withoutPermission: () => answers.forbidden,
  minimumRequests: (twin) =>
    [
      twin.people,
      contractVersions(twin),
      twin.teams,
      twin.locations,
      twin.entities,
      twin.costCenters,
      organisation.sharesOf(twin),
      organisation.customFieldRows,
      organisation.customValuesOf(twin),
    ].reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / 100)), 0),
});

export default factorialSandbox;
