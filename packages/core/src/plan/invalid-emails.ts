import type { Issue } from '../contract/map-report.ts';

/** Ids of the people whose work e-mail came and was no address (rule J3). */
export function invalidEmailsOf(issues: readonly Issue[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { field, kind, employeeId } of issues) if (field === 'workEmail' && kind === 'invalid') ids.add(employeeId);
  return ids;
}
