import type { EmployeeField, ReadContext } from '@rollcall/core';
import { z } from 'zod';
import { personioPages } from './pages.ts';
import type { manifest } from './manifest.ts';
import type { Names, Organisation } from './schema.ts';

const Named = z.looseObject({ id: z.union([z.string(), z.number()]), name: z.string().nullish() });
const none: Names = new Map();

// Without this header org units, workplaces and cost centers answer 404 (Personio community, 2026-11).
const beta = { headers: { Beta: 'true' } };

/** The names behind the ids of employments. What may not be read stays without a name and is said in the report. */
export async function readOrganisation(context: ReadContext<typeof manifest>): Promise<Organisation> {
  const look = (
    field: EmployeeField,
    name: string,
    path: string,
    query: Record<string, string | number>,
    more: object = beta,
  ): Promise<Names> =>
    context.wants(field)
      ? context.optional(name, [field], () => readNames(context, path, query, more), none)
      : Promise.resolve(none);
  const [departments, teams, legalEntities, workplaces, costCenters] = await Promise.all([
    look('department', 'Org units (departments)', '/v2/org-units', { type: 'department', limit: 100 }),
    look('team', 'Org units (teams)', '/v2/org-units', { type: 'team', limit: 100 }),
    look('legalEntity', 'Legal entities', '/v2/legal-entities', { limit: 100 }, {}),
    look('workLocation', 'Workplaces', '/v2/workplaces', { limit: 100 }),
    look('costCenter', 'Cost centers', '/v2/cost-centers', { limit: 100 }),
  ]);
  return { departments, teams, legalEntities, workplaces, costCenters };
}

async function readNames(
  context: ReadContext<typeof manifest>,
  path: string,
  query: Record<string, string | number>,
  more: object,
): Promise<Names> {
  const names = new Map<string, string | null>();
  for await (const page of personioPages(context.http, path, query, more)) {
    for (const entry of page) {
      const { data } = Named.safeParse(entry);
      if (data !== undefined) names.set(String(data.id), data.name ?? null);
    }
  }
  return names;
}
