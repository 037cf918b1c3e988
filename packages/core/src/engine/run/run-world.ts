import { hasAccess, type Link, type Member } from '../../directory/member.ts';
import type { DirectoryTeam } from '../../directory/team-directory.ts';
import type { Employee } from '../../employee/employee.ts';
import type { OtherConnection, Standing } from '../../plan/plan-input.ts';
import { once } from '../../plan/once.ts';
import type { Situation } from '../../plan/plan.ts';
import type { Resolution } from '../../store/store.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';

/** Everything but the read that a plan is made of, loaded under the lease of the customer. */
export interface RunWorld {
  readonly members: readonly Member[];
  /** Of all connections of the customer. */
  readonly links: readonly Link[];
  readonly others: readonly OtherConnection[];
  readonly resolutions: readonly Resolution[];
  readonly protectedMemberIds: readonly string[];
  readonly currentTeams: readonly DirectoryTeam[];
  readonly hasAccess: (memberId: string) => boolean;
}

export async function loadWorld(context: EngineContext, connection: Connection): Promise<RunWorld> {
  const { store } = context;
  const directory = context.directoryOf(connection.customerId);
  const all = await store.connections.ofCustomer(connection.customerId);
  const siblings = all.filter(({ id, state }) => id !== connection.id && state !== 'disconnected');
  const own = await store.links.ofConnection(connection.id);
  const foreign: Link[] = [];
  const others: OtherConnection[] = [];
  for (const sibling of siblings) {
    for (const link of await store.links.ofConnection(sibling.id)) foreign.push(link);
    others.push({ connectionId: sibling.id, people: await standingsOf(context, sibling.id) });
  }
  const members = await directory.members();
  // Only where somebody is missing.
  const memberById = once(() => new Map(members.map((member) => [member.id, member])));
  return {
    members,
    links: foreign.length === 0 ? own : [...own, ...foreign],
    others,
    resolutions: await store.resolutions.ofConnection(connection.id),
    protectedMemberIds: all.flatMap(({ connectedBy, state }) =>
      connectedBy.kind === 'user' && state !== 'disconnected' ? [connectedBy.id] : [],
    ),
    currentTeams: (await directory.teams?.list()) ?? [],
    hasAccess: (memberId) => {
      const member = memberById().get(memberId);
      return member !== undefined && hasAccess(member);
    },
  };
}

const inScope: ReadonlySet<Situation> = new Set(['managed', 'invited', 'candidate', 'protected', 'disputed']);

/** The people of another connection as last read and decided (rule S8). */
async function standingsOf({ store }: EngineContext, connectionId: string): Promise<readonly Standing[]> {
  const people: Standing[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.roster.page(connectionId, { limit: 1000, ...(after !== undefined && { after }) });
    for (const { employee, decision } of page) people.push(toStanding(employee, decision.situation));
    after = page.at(-1)?.employeeId;
    if (page.length < 1000) return people;
  }
}

function toStanding({ id, workEmail, employeeNumber, firstName, lastName }: Employee, situation: Situation): Standing {
  return {
    employeeId: id,
    workEmail: workEmail ?? null,
    employeeNumber: employeeNumber ?? null,
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    inScope: inScope.has(situation),
  };
}

/** Last known records of linked people whom the read does not show (rule L6). */
export async function lastKnownOf(
  context: EngineContext,
  connectionId: string,
  employeeIds: readonly string[],
): Promise<Employee[]> {
  const known: Employee[] = [];
  for (const employeeId of employeeIds) {
    const entry = await context.store.roster.get(connectionId, employeeId);
    if (entry !== null) known.push(entry.employee);
  }
  return known;
}
