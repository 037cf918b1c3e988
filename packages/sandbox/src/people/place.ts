import type { Random } from '../random/random.ts';
import type { Structure } from '../structure/make-structure.ts';
import type { TwinPerson } from './person.ts';

type Groups = Pick<TwinPerson, 'departmentId' | 'teamId' | 'divisionId' | 'costCenterId'>;
type Place = Pick<TwinPerson, 'entityId' | 'locationId'>;

const withoutTeam = 0.1;

/** Everything that follows from working in the department at an index of the list. */
export function groupsOf(structure: Structure, random: Random, departmentIndex: number): Groups {
  const { departments, teams, divisions, costCenters } = structure;
  const index = departmentIndex % departments.length;
  const perDepartment = teams.length / departments.length;
  const team = teams[index * perDepartment + random.below(perDepartment)];
  return {
    departmentId: departments[index]?.id ?? 0,
    teamId: random.chance(withoutTeam) ? null : (team?.id ?? null),
    divisionId: divisions[index % divisions.length]?.id ?? 0,
    costCenterId: costCenters[index]?.id ?? 0,
  };
}

/** The location at an index of the list, and the entity it belongs to. */
export function placeAt(structure: Structure, index: number): Place {
  const location = structure.locations[index];
  return { entityId: location?.entityId ?? 0, locationId: location?.id ?? 0 };
}

/** Any location. */
export function somePlace(structure: Structure, random: Random): Place {
  return placeAt(structure, random.below(structure.locations.length));
}
