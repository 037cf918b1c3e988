import { getEmployee } from '../../read/get-employee.ts';
import { isCompleteRead } from '../../read/read-report.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { readOptionsOf, type CompanyRead } from './read-company.ts';
import type { RunWorld } from './run-world.ts';

// Beyond it the removal guard waits for a person anyway, and a vendor's budget is not spent on one read's mistake.
const mostAsked = 25;

export interface Asked {
  /** The vendor says that there is no such person (rule V2). */
  readonly gone: ReadonlySet<string>;
  readonly notes: readonly string[];
}

/**
 * Asks the vendor, person by person, for linked people whom a complete read did not show. Whoever is found goes into the
 * read; whoever cannot be asked for stays missing, and reads are counted.
 */
export async function askMissing(
  context: EngineContext,
  connection: Connection,
  read: CompanyRead,
  world: RunWorld,
): Promise<Asked> {
  const gone = new Set<string>();
  const connector = context.connectorFor(connection);
  if (connector.get === undefined || !isCompleteRead(read.report) || read.report.employees === 0) return { gone, notes: [] };
  const present = new Set(read.employees.map(({ id }) => id));
  const quarantined = new Set(read.report.quarantinedIds);
  const missing = world.links.filter(
    ({ connectionId, employeeId, state }) =>
      connectionId === connection.id &&
      state === 'managed' &&
      !present.has(employeeId) &&
      !quarantined.has(employeeId) &&
      world.withAccess(employeeId),
  );
  if (missing.length === 0) return { gone, notes: [] };
  if (missing.length > mostAsked)
    return { gone, notes: [`${String(missing.length)} people are missing: too many to ask for each`] };
  const options = await readOptionsOf(context, connection, connector);
  let unanswered = 0;
  for (const { employeeId } of missing) {
    try {
      const answer = await getEmployee(connector, employeeId, options);
      if (answer.found) read.employees.push(answer.employee);
      else if (answer.gone) gone.add(employeeId);
      // No statement: the person stays missing, and reads are counted.
      else unanswered += 1;
    } catch {
      unanswered += 1;
    }
  }
  return { gone, notes: unanswered === 0 ? [] : [`${String(unanswered)} missing people could not be asked for`] };
}
