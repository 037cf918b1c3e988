import type { SandboxCompany, Twin, TwinPerson } from '@rollcall/sandbox';
import { employeeJson, stamps, toUuid } from './wire.ts';

/** Who belongs to what: kept short, and made into the vendor's record when it is asked for. */
export interface Assignation {
  readonly person: TwinPerson;
  readonly id: string;
  readonly day: string;
  readonly what: object;
  readonly manager?: TwinPerson;
}

/** The record, with the whole people in it. */
export function assignationJson({ id, person, day, what, manager }: Assignation, company: SandboxCompany): string {
  const rest = JSON.stringify({ id, ...what, ...stamps(day) }).slice(1);
  const above = manager === undefined ? '' : `"manager":${employeeJson(manager, company)},`;
  return `{${above}"employee":${employeeJson(person, company)},${rest}`;
}

/** Everybody with a manager has that one for time off; every fifth has somebody else for clock-ins, who comes first. */
export function approvers(twin: Twin): readonly Assignation[] {
  const { people } = twin;
  return people.flatMap((each) => {
    const manager = each.managerId === null ? undefined : twin.person(each.managerId);
    if (manager === undefined) return [];
    const vacation = approver(each, [manager, 'vacation', 0]);
    return each.id % 5 === 0 ? [approver(each, [people[0] ?? manager, 'check', 1]), vacation] : [vacation];
  });
}

function approver(
  person: TwinPerson,
  [manager, permission, nth]: readonly [TwinPerson, 'vacation' | 'check', number],
): Assignation {
  return { person, id: toUuid(2, person.id * 10 + nth), day: '2022-01-01', what: { permission, order: 0 }, manager };
}

/** Every third person was put into another department later, which comes first. */
export function departments({ people, departments: all }: Twin): readonly Assignation[] {
  return people.flatMap((person) => {
    const [own, other] = ownAndOther(all, person.departmentId).map((group, nth) => {
      const what = { department: { id: toUuid(3, group.id), name: group.name } };
      return { person, id: toUuid(4, person.id * 10 + nth), day: nth === 0 ? '2022-01-01' : '2024-01-01', what };
    });
    return [person.id % 3 === 0 ? other : undefined, own].filter((row) => row !== undefined);
  });
}

/** Every fourth person came from another office, which comes last. */
export function offices({ people, locations }: Twin): readonly Assignation[] {
  return people.flatMap((person) => {
    const [own, other] = ownAndOther(locations, person.locationId).map(({ id, name, city }, nth) => {
      const place = { address: city, coordinates: { latitude: 0, longitude: 0 }, radio: 100, description: '' };
      const what = { office: { id: toUuid(5, id), name, ...place } };
      return { person, id: toUuid(6, person.id * 10 + nth), day: nth === 0 ? '2024-01-01' : '2022-01-01', what };
    });
    return [own, person.id % 4 === 0 ? other : undefined].filter((row) => row !== undefined);
  });
}

function ownAndOther<Place extends { readonly id: number }>(all: readonly Place[], ownId: number): readonly Place[] {
  return [all.find(({ id }) => id === ownId), all.find(({ id }) => id !== ownId)].filter((place) => place !== undefined);
}
