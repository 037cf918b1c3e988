import type { TwinPerson } from './person.ts';

export type TwinState = 'active' | 'leave' | 'preboarding' | 'terminated';

/** What somebody is on a day (`YYYY-MM-DD`). The last day of employment still counts as employed. */
export function stateOf(person: TwinPerson, today: string): TwinState {
  if (person.hireDate > today) return 'preboarding';
  if (person.terminationDate !== null && person.terminationDate < today) return 'terminated';
  const { leave } = person;
  return leave !== null && leave.from <= today && (leave.until === null || leave.until >= today) ? 'leave' : 'active';
}
