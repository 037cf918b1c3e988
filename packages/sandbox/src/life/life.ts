import { toDay, toPlainDate, type Day } from '../calendar/day.ts';
import { instantOn } from '../people/employment-dates.ts';
import { firstId, type Surroundings } from '../people/make-person.ts';
import type { TwinPerson } from '../people/person.ts';
import { stateOf } from '../people/state-of.ts';
import type { Random } from '../random/random.ts';
import type { TwinPersonEvent } from './event.ts';

/** A company as it lives on. Changed in place, day by day; the people in it are replaced, never changed. */
export interface Life extends Surroundings {
  today: Day;
  revision: number;
  readonly people: TwinPerson[];
  /** Manager to the direct reports that are employed or yet to start. */
  readonly reports: Map<number, number[]>;
  /** Day to the people for whom something was arranged on it. */
  readonly agenda: Map<Day, Set<number>>;
  /** How far the next event of each routine has ripened; it happens at 1. */
  readonly due: Map<string, number>;
  /** Active and on leave. */
  headcount: number;
}

export function beginLife(surroundings: Surroundings, people: TwinPerson[], today: Day): Life {
  const life: Life = {
    ...surroundings,
    today,
    revision: 0,
    people,
    reports: new Map(),
    agenda: new Map(),
    due: new Map(),
    headcount: 0,
  };
  const plainDate = toPlainDate(today);
  for (const person of people) {
    const state = stateOf(person, plainDate);
    if (state === 'terminated') continue;
    if (state !== 'preboarding') life.headcount += 1;
    attach(life, person);
    arrange(life, person);
  }
  return life;
}

export function personOf(life: Life, id: number | null): TwinPerson | undefined {
  return id === null ? undefined : life.people[id - firstId];
}

export function reportsOf(life: Life, id: number): readonly number[] {
  return life.reports.get(id) ?? [];
}

/** Enters somebody among the reports of their manager. */
export function attach(life: Life, person: TwinPerson): void {
  if (person.managerId === null) return;
  const reports = life.reports.get(person.managerId);
  if (reports === undefined) life.reports.set(person.managerId, [person.id]);
  else reports.push(person.id);
}

export function detach(life: Life, person: TwinPerson): void {
  if (person.managerId === null) return;
  const rest = reportsOf(life, person.managerId).filter((id) => id !== person.id);
  if (rest.length === 0) life.reports.delete(person.managerId);
  else life.reports.set(person.managerId, rest);
}

/** Notes the days on which somebody's facts have to be looked at again: the first one, and those after the last one of employment or leave. */
export function arrange(life: Life, { id, hireDate, terminationDate, leave }: TwinPerson): void {
  const today = toPlainDate(life.today);
  // Plain dates compare as texts: most people have nothing ahead and cost no more than these three lines.
  if (hireDate > today) note(life, toDay(hireDate), id);
  if (terminationDate !== null && terminationDate >= today) note(life, toDay(terminationDate) + 1, id);
  if (leave !== null && leave.until !== null && leave.until >= today) note(life, toDay(leave.until) + 1, id);
}

function note(life: Life, day: Day, id: number): void {
  const ids = life.agenda.get(day);
  if (ids === undefined) life.agenda.set(day, new Set([id]));
  else ids.add(id);
}

type Change = Partial<Omit<TwinPerson, 'id' | 'updatedAt'>>;

/** Replaces somebody by a person with other facts and tells what changed. */
export function change(
  life: Life,
  random: Random,
  kind: TwinPersonEvent['kind'],
  person: TwinPerson,
  facts: Change,
): TwinPersonEvent {
  const after: TwinPerson = { ...person, ...facts, updatedAt: instantOn(random, life.today) };
  life.people[person.id - firstId] = after;
  const today = toPlainDate(life.today);
  const comesBack = stateOf(person, today) === 'terminated';
  if (stateOf(after, today) !== 'terminated' && (comesBack || after.managerId !== person.managerId)) {
    detach(life, person);
    attach(life, after);
  }
  arrange(life, after);
  return { kind, date: today, personId: person.id, before: only(person, facts), after: only(after, facts) };
}

/** The fields of `person` that `facts` names. */
function only(person: TwinPerson, facts: Change): Partial<TwinPerson> {
  return Object.fromEntries(Object.entries(person).filter(([field]) => field in facts));
}
