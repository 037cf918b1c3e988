import { toPlainDate } from '../calendar/day.ts';
import { firstId, makePerson } from '../people/make-person.ts';
import { localPartOf } from '../people/names.ts';
import type { TwinPerson } from '../people/person.ts';
import { stateOf } from '../people/state-of.ts';
import type { Random } from '../random/random.ts';
import type { TwinEvent } from './event.ts';
import { findManager } from './find-manager.ts';
import { arrange, attach, change, type Life } from './life.ts';
import { pick } from './pick.ts';

const addressFromFirstDay = 0.97;

/** The record of a future starter appears. */
export function hire(life: Life, random: Random): readonly TwinEvent[] {
  const manager = findManager(life, random);
  if (manager === undefined) return [];
  const departmentIndex = life.structure.departments.findIndex(({ id }) => id === manager.departmentId);
  const role = { state: 'preboarding', notice: false, level: 0, leads: false, managerId: manager.id, departmentIndex } as const;
  const person = makePerson(life, firstId + life.people.length, role, life.today);
  life.people.push(person);
  attach(life, person);
  arrange(life, person);
  return [{ kind: 'hire', date: toPlainDate(life.today), personId: person.id, before: {}, after: person }];
}

/** Somebody who left is to come back: same id, same address, another hire date and manager. */
export function rehire(life: Life, random: Random): readonly TwinEvent[] {
  const today = toPlainDate(life.today);
  const person = pick(life, random, (each) => stateOf(each, today) === 'terminated');
  const manager = findManager(life, random);
  if (person === undefined || manager === undefined || person.terminationDate === null) return [];
  const { hireDate, terminationDate, stints } = person;
  const facts = {
    hireDate: toPlainDate(life.today + random.between(7, 40)),
    terminationDate: null,
    stints: [...stints, { from: hireDate, until: terminationDate }],
    managerId: manager.id,
  };
  return [change(life, random, 'rehire', person, facts)];
}

/** The first day of work has come. Who had no work e-mail yet gets one, except for a few who never do. */
export function join(life: Life, random: Random, person: TwinPerson): TwinEvent {
  life.headcount += 1;
  const given = person.email === null && random.chance(addressFromFirstDay);
  return change(life, random, 'join', person, given ? { email: life.addresses.give(localPartOf(person)) } : {});
}
