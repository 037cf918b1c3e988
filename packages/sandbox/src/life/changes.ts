import { toPlainDate } from '../calendar/day.ts';
import { localPartOf, marriedName } from '../people/names.ts';
import type { TwinPerson } from '../people/person.ts';
import { groupsOf, placeAt } from '../people/place.ts';
import type { Random } from '../random/random.ts';
import { departmentForms, departmentNames } from '../structure/department-names.ts';
import type { TwinEvent } from './event.ts';
import { findManager } from './find-manager.ts';
import { change, type Life } from './life.ts';
import { isActive, leads, pick, stays } from './pick.ts';

/** Team, division and cost centre go along. */
export function moveDepartment(life: Life, random: Random): readonly TwinEvent[] {
  const person = somebody(life, random);
  if (person === undefined) return [];
  const { departments } = life.structure;
  const index = another(
    random,
    departments.length,
    departments.findIndex(({ id }) => id === person.departmentId),
  );
  return [change(life, random, 'department', person, groupsOf(life.structure, random, index))];
}

/** The entity goes along; the bank account stays. */
export function moveLocation(life: Life, random: Random): readonly TwinEvent[] {
  const person = somebody(life, random);
  if (person === undefined) return [];
  const { locations } = life.structure;
  const index = another(
    random,
    locations.length,
    locations.findIndex(({ id }) => id === person.locationId),
  );
  return [change(life, random, 'location', person, placeAt(life.structure, index))];
}

/** Only people without reports move, so that the tree stays a tree and grows no deeper. */
export function moveManager(life: Life, random: Random): readonly TwinEvent[] {
  const person = pick(life, random, (each) => isActive(life, each) && each.managerId !== null && !leads(life, each));
  const manager = person === undefined ? undefined : findManager(life, random, person);
  if (person === undefined || manager === undefined || manager.id === person.managerId) return [];
  return [change(life, random, 'manager', person, { managerId: manager.id })];
}

export function marry(life: Life, random: Random): readonly TwinEvent[] {
  const person = somebody(life, random);
  if (person === undefined) return [];
  const lastName = marriedName(random, person.lastName).written;
  const email = person.email === null ? null : life.addresses.give(localPartOf({ ...person, lastName }));
  return [change(life, random, 'marriage', person, { lastName, email })];
}

/** A leave begins today. Managers are never absent: every active person's manager is active. */
export function beginAbsence(life: Life, random: Random): readonly TwinEvent[] {
  const person = pick(life, random, (each) => stays(life, each) && each.managerId !== null && !leads(life, each));
  if (person === undefined) return [];
  const leave = { from: toPlainDate(life.today), until: toPlainDate(life.today + random.between(30, 330)) };
  return [change(life, random, 'absence', person, { leave })];
}

export function endAbsence(life: Life, random: Random, person: TwinPerson): TwinEvent {
  return change(life, random, 'return', person, { leave: null });
}

/** A department keeps its id and its people under another name. */
export function renameDepartment(life: Life, random: Random): readonly TwinEvent[] {
  const { departments } = life.structure;
  const index = random.below(departments.length);
  const department = departments[index];
  if (department === undefined) return [];
  const names = departmentForms
    .map((form) => `${departmentNames[index] ?? ''} ${form}`)
    .filter((name) => name !== department.name);
  const renamed = { ...department, name: names[random.below(names.length)] ?? department.name };
  departments[index] = renamed;
  const date = toPlainDate(life.today);
  return [
    { kind: 'rename', date, departmentId: department.id, before: { name: department.name }, after: { name: renamed.name } },
  ];
}

function somebody(life: Life, random: Random): TwinPerson | undefined {
  return pick(life, random, (person) => isActive(life, person) && person.managerId !== null);
}

/** An index other than `present`. */
function another(random: Random, length: number, present: number): number {
  return (present + 1 + random.below(length - 1)) % length;
}
