import type { Link } from '../../directory/member.ts';
import { getEmployee } from '../../read/get-employee.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { readOptionsOf, type CompanyRead } from './read-company.ts';
import type { RunWorld } from './run-world.ts';

// Beyond it the removal guard waits for a person anyway, and a vendor's budget is not spent on one read's mistake.
const mostAsked = 25;

export interface Asked {
  /** The vendor says that there is no such person (rule V2). */
  readonly gone: ReadonlySet<string>;
  /** Are there after all, and in the read now. */
  readonly found: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * Asks the vendor, person by person, for linked people whom a complete read did not show. Whoever is found goes into the
 * read; whoever cannot be asked for stays missing, and reads are counted.
 */
export async function askMissing(
  context: EngineContext,
  connection: Connection,
  { read, world, absent }: { readonly read: CompanyRead; readonly world: RunWorld; readonly absent: readonly Link[] },
): Promise<Asked> {
  const gone = new Set<string>();
  const found = new Set<string>();
  const connector = context.connectorFor(connection);
  if (connector.get === undefined) return { gone, found, notes: [] };
  const quarantined = new Set(read.report.quarantinedIds);
  const missing = absent.filter(
    ({ employeeId, memberId, state }) => state === 'managed' && !quarantined.has(employeeId) && world.hasAccess(memberId),
  );
  if (missing.length === 0) return { gone, found, notes: [] };
  if (missing.length > mostAsked)
    return { gone, found, notes: [`${String(missing.length)} people are missing: too many to ask for each`] };
  const options = await readOptionsOf(context, connection, connector);
  let unanswered = 0;
  for (const { employeeId } of missing) {
    try {
      const answer = await getEmployee(connector, employeeId, options);
      if (answer.found) {
        read.employees.push(answer.employee);
        found.add(employeeId);
      } else if (answer.gone) gone.add(employeeId);
      // No statement: the person stays missing, and reads are counted.
      else unanswered += 1;
    } catch {
      unanswered += 1;
    }
  }
  return { gone, found, notes: unanswered === 0 ? [] : [`${String(unanswered)} missing people could not be asked for`] };
}
