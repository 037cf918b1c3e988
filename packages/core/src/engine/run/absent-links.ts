import type { Link } from '../../directory/member.ts';
import { once } from '../../plan/once.ts';
import { byId } from '../../plan/sort-by-id.ts';
import { isCompleteRead } from '../../read/read-report.ts';
import type { CompanyRead } from './read-company.ts';

/** The ties of a connection whose people a complete read did not show; none where the read proves nothing of absence. */
export function absentLinks({ employees, report }: CompanyRead, links: readonly Link[], connectionId: string): readonly Link[] {
  if (!isCompleteRead(report) || report.employees === 0) return [];
  const isPresent = presence(employees);
  return links.filter((link) => link.connectionId === connectionId && !isPresent(link.employeeId));
}

/** Whoever is asked for in the order of people, as most vendors and stores have it, is found in step; a set is for the others. */
function presence(employees: CompanyRead['employees']): (id: string) => boolean {
  const all = once(() => {
    const ids = new Set<string>();
    for (const { id } of employees) ids.add(id);
    return ids;
  });
  let next = 0;
  return (id) => {
    let ahead = employees[next];
    while (ahead !== undefined && byId(ahead.id, id) < 0) ahead = employees[(next += 1)];
    return ahead?.id === id || all().has(id);
  };
}
