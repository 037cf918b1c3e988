import { Random } from '../random/random.ts';
import type { Seed } from '../random/seed.ts';
import { countries, type Country } from './countries.ts';
import { companyNames, departmentNames, divisionNames } from './department-names.ts';
import type { TwinCostCenter, TwinEntity, TwinGroup, TwinLocation, TwinTeam } from './structure.ts';

/** What the people are placed into. Only departments change later: they are renamed. */
export interface Structure {
  readonly name: string;
  readonly domain: string;
  readonly entities: readonly TwinEntity[];
  readonly locations: readonly TwinLocation[];
  readonly departments: TwinGroup[];
  readonly teams: readonly TwinTeam[];
  readonly divisions: readonly TwinGroup[];
  readonly costCenters: readonly TwinCostCenter[];
}

const peoplePerTeam = 40;
// Ranges apart, so that an id taken from the wrong list finds nothing.
const first = { entity: 11, division: 301, department: 401, team: 4501, costCenter: 7001, location: 60301 };

/** The company's entities, places and groups; their number follows its size. */
export function makeStructure(seed: Seed, size: number, givenName: string | undefined): Structure {
  const name = givenName ?? new Random(seed, 0, 1).pick(companyNames);
  const entities = toEntities(name, countries.slice(0, step(size, [2, 4, 8, 12, countries.length])));
  const departments = numbered(departmentNames.slice(0, step(size, [4, 8, 12, 16, departmentNames.length])), first.department);
  return {
    name,
    domain: toDomain(name),
    entities,
    locations: toLocations(entities),
    departments,
    teams: toTeams(departments, size),
    divisions: numbered(divisionNames.slice(0, step(size, [2, 3, 4, 5, 5])), first.division),
    costCenters: toCostCenters(departments),
  };
}

/** The entry for companies below 50, 500, 5,000, 50,000 people, and above. */
function step(size: number, values: readonly [number, number, number, number, number]): number {
  const [tiny, small, middle, large, huge] = values;
  if (size < 50) return tiny;
  if (size < 500) return small;
  if (size < 5_000) return middle;
  return size < 50_000 ? large : huge;
}

/** `.example` is reserved (RFC 2606): no message can ever arrive. */
function toDomain(name: string): string {
  const label = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]/gu, '');
  return `${label === '' ? 'company' : label}.example`;
}

function numbered(names: readonly string[], firstId: number): TwinGroup[] {
  return names.map((name, index) => ({ id: firstId + index, name }));
}

function toEntities(name: string, chosen: readonly Country[]): readonly TwinEntity[] {
  return chosen.map(({ code, currency, legalForm }, index) => ({
    id: first.entity + index,
    name: `${name} ${legalForm}`,
    country: code,
    currency,
  }));
}

function toLocations(entities: readonly TwinEntity[]): readonly TwinLocation[] {
  const places = entities.flatMap((entity, index) =>
    (countries[index]?.cities ?? []).map(([city, timeZone]) => ({
      name: city,
      city,
      country: entity.country,
      timeZone,
      entityId: entity.id,
    })),
  );
  return places.map((place, index) => ({ id: first.location + index, ...place }));
}

function toTeams(departments: readonly TwinGroup[], size: number): readonly TwinTeam[] {
  const perDepartment = Math.max(1, Math.round(size / departments.length / peoplePerTeam));
  const names = departments.flatMap(({ id, name }) =>
    Array.from({ length: perDepartment }, (_, index) => ({ name: `${name} ${index + 1}`, departmentId: id })),
  );
  return names.map((team, index) => ({ id: first.team + index, ...team }));
}

function toCostCenters(departments: readonly TwinGroup[]): readonly TwinCostCenter[] {
  return departments.map(({ id, name }, index) => {
    const code = `CC-${String(1010 + index * 10)}`;
    return { id: first.costCenter + index, name: `${code} ${name}`, code, departmentId: id };
  });
}
