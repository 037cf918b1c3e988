import { employmentTypeOf, mapFields, periodThatCounts, plainDate, statusByDates } from '@rollcall/core';
import type { EmployeeDraft, EmployeeStatus, MapContext } from '@rollcall/core';
import { manifest } from './manifest.ts';
import type { CezanneRecord, CezanneRow as Row } from './schema.ts';

/** A flag is documented as 1 or 0. */
const yes: readonly unknown[] = [1, '1', true, 'true', 'True'];

const days = { start: (row: Row) => row['EFFECTIVEFROM'] ?? row['from'], end: (row: Row) => row['EFFECTIVETO'] ?? row['to'] };

/** One person, with the rows that count today. Source: the articles on the API v1 (cezannehr.screenstepslive.com, 2026-11). */
export function toEmployee({ Employments = [], ...record }: CezanneRecord, context: MapContext): EmployeeDraft {
  const Deployments = periodThatCounts(record.Deployments ?? [], context.today, days);
  const { row, ...standing } = standingOf(record.People, Employments, context);
  const special = { ...standing, ...employmentTypeOf(Deployments?.['employmentType'], context) };
  return fromPaths({ ...record, Communications: record.Communications?.[0], Employments: row, Deployments, special }, context);
}

const fromPaths = mapFields(manifest.fieldPaths, ({ special }: Row & { readonly special: EmployeeDraft }) => special);

const closeness: Readonly<Partial<Record<EmployeeStatus, number>>> = { active: 2, preboarding: 1 };

/** By the primary employment, unless another one keeps the person: one that runs while it does not, or is to come after it. */
function standingOf(person: Row, rows: readonly Row[], context: MapContext) {
  const primary = rows.filter((row) => yes.includes(row['PRIMARYEMPLOYMENT']));
  const [byPrimary, byAny] = [standingIn(primary, person, context), standingIn(rows, person, context)];
  const isKept = (closeness[byAny.status] ?? 0) > (closeness[byPrimary.status] ?? 0);
  return isKept || byPrimary.row === undefined ? byAny : byPrimary;
}

function standingIn(rows: readonly Row[], person: Row, context: MapContext) {
  const row = periodThatCounts(rows, context.today, days);
  const startDate = plainDate(row?.['EFFECTIVEFROM'], context, 'startDate');
  const lastDay = plainDate(row?.['EFFECTIVETO'], context, 'terminationDate');
  // The column is mandatory: an employment that goes on ends in the far future, such as the last moment that .NET knows.
  const terminationDate = lastDay != null && lastDay >= '2900' ? null : lastDay;
  // The flag is 0 for leavers and future starters alike: it speaks only where there is no date, and never of an end.
  const flag = yes.includes(person['ACTIVEEMPLOYEE']) ? 'active' : 'unknown';
  const stated = startDate === undefined ? flag : undefined;
  return { row, startDate, terminationDate, status: statusByDates({ startDate, terminationDate, stated }, context) };
}
