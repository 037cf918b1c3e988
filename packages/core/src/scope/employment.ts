import type { Employee } from '../employee/employee.ts';
import { addDays } from './day-in-zone.ts';
import type { RuleId } from '../plan/rule-id.ts';

/**
 * `eligible`: may have access. `upcoming`: starts later. `ending`: the vendor says terminated, the last day is not over.
 * `ended`: over. `unknown`: nobody can say; nothing is decided.
 */
export interface Employment {
  readonly state: 'eligible' | 'upcoming' | 'ending' | 'ended' | 'unknown';
  readonly rule: RuleId;
}

export interface EmploymentOptions {
  /** The calendar day in a zone, now. */
  readonly today: (timeZone: string) => string;
  /** For people whose work location has no zone. */
  readonly timeZone: string;
  /** The zone of a person's entity, where it has one of its own. */
  readonly entityZone?: ((employee: Employee) => string | undefined) | undefined;
  readonly accessDaysBeforeStart: number;
}

// One of each: nobody needs a state of their own.
const unknown: Employment = { state: 'unknown', rule: 'S3' };
const ended: Employment = { state: 'ended', rule: 'S4' };
const endedUndated: Employment = { state: 'ended', rule: 'V1' };
const ending: Employment = { state: 'ending', rule: 'S4' };
const upcoming: Employment = { state: 'upcoming', rule: 'S2' };
const eligible: Employment = { state: 'eligible', rule: 'S1' };

/** Rules S1 to S4: where one person stands on the day it is where they work. */
export function employmentOf(employee: Employee, options: EmploymentOptions): Employment {
  const { status, startDate, terminationDate } = employee;
  if (status === 'unknown') return unknown;
  const today = options.today(zoneOf(employee, options));
  const lastDay = endOfThisStint(startDate, terminationDate);
  if (lastDay !== null && lastDay < today) return ended;
  if (status === 'terminated') return lastDay === null ? endedUndated : ending;
  if (startDate == null) return status === 'preboarding' ? upcoming : eligible;
  const isAhead = startDate > today && startDate > addDays(today, options.accessDaysBeforeStart);
  return isAhead ? upcoming : eligible;
}

/** Rule S4: of the work location, else of the entity, else of the connection. */
export function zoneOf(employee: Employee, { entityZone, timeZone }: Pick<EmploymentOptions, 'entityZone' | 'timeZone'>): string {
  return employee.workLocation?.timeZone ?? entityZone?.(employee) ?? timeZone;
}

/** A termination before the start belongs to an earlier employment of somebody who comes back. */
function endOfThisStint(startDate: string | null | undefined, terminationDate: string | null | undefined): string | null {
  if (terminationDate == null) return null;
  return startDate != null && terminationDate < startDate ? null : terminationDate;
}
