import type { Link } from '../../directory/member.ts';
import { isCompleteRead } from '../../read/read-report.ts';
import type { CompanyRead } from './read-company.ts';

/** The ties of a connection whose people a complete read did not show; none where the read proves nothing of absence. */
export function absentLinks({ employees, report }: CompanyRead, links: readonly Link[], connectionId: string): readonly Link[] {
  if (!isCompleteRead(report) || report.employees === 0) return [];
  const present = new Set<string>();
  for (const { id } of employees) present.add(id);
  return links.filter((link) => link.connectionId === connectionId && !present.has(link.employeeId));
}
