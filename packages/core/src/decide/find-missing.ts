import type { Link } from '../directory/member.ts';
import type { CompleteReadReport } from '../read/read-report.ts';

export interface Missing {
  readonly link: Link;
  /** Complete reads in a row without this person, this one included unless it read what the one before it had read. */
  readonly reads: number;
}

/**
 * Rule V2: linked people whom a complete read did not show. It takes the report of a complete read and nothing else:
 * absence from any other read does not compile. Somebody quarantined was there. The same file read again (`again`) shows nothing
 * that it had not shown before.
 */
export function findMissing(
  links: readonly Link[],
  presentIds: Pick<ReadonlySet<string>, 'has'>,
  read: CompleteReadReport,
  { again }: { readonly again: boolean } = { again: false },
): readonly Missing[] {
  if (read.employees === 0) return [];
  const quarantined = new Set(read.quarantinedIds);
  return links
    .filter(({ employeeId }) => !presentIds.has(employeeId) && !quarantined.has(employeeId))
    .map((link) => ({ link, reads: link.missingReads + (again && link.missingReads > 0 ? 0 : 1) }));
}
