import { vendorId, vendorObject, vendorText, type EmployeeField, type ReadContext } from '@rollcall/core';
import { lookUps, rowsById } from '@rollcall/http';
import type { manifest } from './manifest.ts';
import { personioPages } from './pages.ts';
import type { Named, Organisation } from './schema.ts';

const Row = vendorObject({ id: vendorId, name: vendorText });

// Without this header org units, workplaces and cost centers answer 404 (Personio community, 2026-11).
const beta = { headers: { Beta: 'true' } };

/** The names behind the ids of employments. What may not be read stays without a name and is said in the report. */
export async function readOrganisation({ http, ...context }: ReadContext<typeof manifest>): Promise<Organisation> {
  const names = (name: string, field: EmployeeField, path: string, query: object = {}, more: object = beta) => ({
    name,
    fields: [field],
    read: (): Promise<ReadonlyMap<string, Named>> =>
      rowsById(personioPages(http, path, { ...query, limit: 100 }, more), Row, ({ id }) => id),
  });
  return lookUps(context, {
    departments: names('Org units (departments)', 'department', '/v2/org-units', { type: 'department' }),
    teams: names('Org units (teams)', 'team', '/v2/org-units', { type: 'team' }),
    legalEntities: names('Legal entities', 'legalEntity', '/v2/legal-entities', {}, {}),
    workplaces: names('Workplaces', 'workLocation', '/v2/workplaces'),
    costCenters: names('Cost centers', 'costCenter', '/v2/cost-centers'),
  });
}
