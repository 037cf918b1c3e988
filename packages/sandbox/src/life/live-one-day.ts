import { toPlainDate } from '../calendar/day.ts';
import { Random } from '../random/random.ts';
import { hire, join, rehire } from './arrivals.ts';
import { beginAbsence, endAbsence, marry, moveDepartment, moveLocation, moveManager, renameDepartment } from './changes.ts';
import { exit, noticeOfManager, noticeOfMember } from './departures.ts';
import type { TwinEvent } from './event.ts';
import { personOf, type Life } from './life.ts';

interface Routine {
  readonly name: string;
  /** How often in a year, for each employed person. */
  readonly perHead?: number;
  /** How often in a year, however large the company is. */
  readonly perYear?: number;
  readonly happen: (life: Life, random: Random) => readonly TwinEvent[];
}

// Arrivals and departures hold each other's balance: the company keeps its size within about one percent a year.
const routines: readonly Routine[] = [
  { name: 'hire', perHead: 0.1, happen: hire },
  { name: 'rehire', perHead: 0.006, happen: rehire },
  { name: 'notice of a member', perHead: 0.09, happen: noticeOfMember },
  { name: 'notice of a manager', perHead: 0.012, happen: noticeOfManager },
  { name: 'absence', perHead: 0.04, happen: beginAbsence },
  { name: 'department', perHead: 0.04, happen: moveDepartment },
  { name: 'location', perHead: 0.03, happen: moveLocation },
  { name: 'manager', perHead: 0.05, happen: moveManager },
  { name: 'marriage', perHead: 0.015, happen: marry },
  { name: 'rename', perYear: 2.5, happen: renameDepartment },
];
const dayStream = 2;

/** The next day: first what was arranged for it, then what happens to happen. One generator a day, so days can be lived in any split. */
export function liveOneDay(life: Life): readonly TwinEvent[] {
  life.today += 1;
  life.revision += 1;
  const random = new Random(life.seed, dayStream, life.today);
  const arranged = [...(life.agenda.get(life.today) ?? [])];
  life.agenda.delete(life.today);
  const events = arranged.flatMap((id) => fulfil(life, random, id));
  return [...events, ...routines.flatMap((routine) => ripen(life, random, routine))];
}

/** Entries of the agenda are only reasons to look: the facts decide. */
function fulfil(life: Life, random: Random, id: number): readonly TwinEvent[] {
  const person = personOf(life, id);
  if (person === undefined) return [];
  const yesterday = toPlainDate(life.today - 1);
  if (person.hireDate === toPlainDate(life.today)) return [join(life, random, person)];
  if (person.terminationDate === yesterday) return exit(life, random, person);
  return person.leave?.until === yesterday ? [endAbsence(life, random, person)] : [];
}

/** Rates add up until an event is due: over a year each kind happens as often as it should, whatever the seed. */
function ripen(life: Life, random: Random, routine: Routine): readonly TwinEvent[] {
  const yearly = (routine.perHead ?? 0) * life.headcount + (routine.perYear ?? 0);
  let due = (life.due.get(routine.name) ?? new Random(life.seed, dayStream, routine.name.length).fraction()) + yearly / 365;
  const events: TwinEvent[] = [];
  for (; due >= 1; due -= 1) events.push(...routine.happen(life, random));
  life.due.set(routine.name, due);
  return events;
}
