import type { TwinPerson } from '../people/person.ts';

/** What can happen, in words. */
export const twinEvents = {
  hire: 'a record of a future starter appears',
  rehire: 'somebody who left will come back under the same id',
  join: 'the first day of work has come',
  notice: 'a termination date, today or ahead, is entered',
  exit: 'the day after the last one: employment has ended',
  takeover: 'a manager has left and somebody else leads this report',
  department: 'a move to another department',
  location: 'a move to another location, maybe of another entity',
  manager: 'a move to another manager',
  marriage: 'a new family name and, for who has one, a new work e-mail',
  absence: 'a leave begins',
  return: 'a leave has ended',
  rename: 'a department has a new name',
} as const;

export type TwinEventKind = keyof typeof twinEvents;

/** Something that happened to a person. `before` and `after` hold the fields that changed; a new record has no `before`. */
export interface TwinPersonEvent {
  readonly kind: Exclude<TwinEventKind, 'rename'>;
  readonly date: string;
  readonly personId: number;
  readonly before: Partial<TwinPerson>;
  readonly after: Partial<TwinPerson>;
}

export interface TwinRenameEvent {
  readonly kind: 'rename';
  readonly date: string;
  readonly departmentId: number;
  readonly before: { readonly name: string };
  readonly after: { readonly name: string };
}

export type TwinEvent = TwinPersonEvent | TwinRenameEvent;
