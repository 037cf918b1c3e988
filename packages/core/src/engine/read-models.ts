import type { ManagedField, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import type { PersonDecision, Situation } from '../plan/plan.ts';
import type { JournalEntry, RosterPage } from '../store/store.ts';
import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';

/** Somebody of the HR system as a list shows them. */
export interface Person {
  readonly employeeId: string;
  readonly employee: Employee;
  readonly decision: PersonDecision;
}

/** A page of people and where the next one starts. */
export interface People {
  readonly people: readonly Person[];
  /** Hand it in as `after`; null at the end. */
  readonly next: string | null;
}

export interface PeoplePage extends Omit<RosterPage, 'limit'> {
  /** Default 100. */
  readonly limit?: number;
}

/** Everybody of a connection, by employee id, as last read and decided. */
export async function people({ store }: EngineContext, connectionId: string, page: PeoplePage = {}): Promise<People> {
  const limit = Math.min(Math.max(page.limit ?? 100, 1), 1000);
  const entries = await store.roster.page(connectionId, { ...page, limit });
  return {
    people: entries.map(({ employeeId, employee, decision }) => ({ employeeId, employee, decision })),
    next: entries.length < limit ? null : (entries.at(-1)?.employeeId ?? null),
  };
}

/** What the platform shows of one of its members. */
export interface MemberStanding {
  readonly memberId: string;
  /** `manual`: no connection manages this member. */
  readonly situation: Situation | 'manual';
  /** Such as `Added via Personio`; null for a manual member. */
  readonly provenance: string | null;
  readonly connectionId: string | null;
  readonly employeeId: string | null;
  /** Fields that only the HR system changes (rule M1); empty for everybody who is not managed. */
  readonly lockedFields: readonly (ManagedField | 'email')[];
  /** Teams follow the managers: nobody moves this member by hand (rule T6). */
  readonly teamLocked: boolean;
}

/** HR status, provenance and locks of some members, in the order asked for. */
export async function memberStandings(
  context: EngineContext,
  customerId: string,
  memberIds: readonly string[],
): Promise<readonly MemberStanding[]> {
  const connections = new Map((await liveConnections(context, customerId)).map((connection) => [connection.id, connection]));
  const statuses: MemberStanding[] = [];
  for (const memberId of memberIds) statuses.push(await statusOf(context, connections, memberId));
  return statuses;
}

async function liveConnections({ store }: EngineContext, customerId: string): Promise<readonly Connection[]> {
  return (await store.connections.ofCustomer(customerId)).filter(({ state }) => state !== 'disconnected');
}

/** No connection manages this member (rule M4). */
function manual(memberId: string): MemberStanding {
  return {
    memberId,
    situation: 'manual',
    provenance: null,
    connectionId: null,
    employeeId: null,
    lockedFields: [],
    teamLocked: false,
  };
}

async function statusOf(
  { store, connectorOf }: EngineContext,
  connections: ReadonlyMap<string, Connection>,
  memberId: string,
): Promise<MemberStanding> {
  const links = await store.links.ofMember([...connections.keys()], memberId);
  const link = links.find(({ state }) => state === 'managed') ?? links[0];
  const connection = link === undefined ? undefined : connections.get(link.connectionId);
  if (link === undefined || connection === undefined) {
    return manual(memberId);
  }
  const entry = await store.roster.get(connection.id, link.employeeId);
  const situation = link.state === 'released' ? 'formerly_managed' : (entry?.decision.situation ?? 'managed');
  const managed = link.state === 'managed' && link.removedAt === null && connection.state !== 'paused';
  const { policy } = connection.configuration ?? {};
  return {
    memberId,
    situation,
    provenance: `Added via ${connectorOf(connection.connector).manifest.name}`,
    connectionId: connection.id,
    employeeId: link.employeeId,
    lockedFields:
      managed && policy !== undefined
        ? [...policy.managedFields, ...(policy.emailChange === 'hold' ? [] : (['email'] as const))]
        : [],
    teamLocked: managed && connection.teamSync,
  };
}

/** Why somebody stands where they stand: what is decided now, and everything that was done to them (rule A4). */
export interface Why {
  readonly member: Member | null;
  readonly status: MemberStanding;
  readonly decision: PersonDecision | null;
  /** Newest first; each entry cites its rule, evidence and read. */
  readonly history: readonly JournalEntry[];
}

export async function why(
  context: EngineContext,
  customerId: string,
  memberId: string,
  { limit = 50 }: { readonly limit?: number } = {},
): Promise<Why> {
  const { store } = context;
  const connections = await liveConnections(context, customerId);
  const [status] = await memberStandings(context, customerId, [memberId]);
  const known = status ?? manual(memberId);
  const entry =
    known.connectionId === null || known.employeeId === null
      ? null
      : await store.roster.get(known.connectionId, known.employeeId);
  const members = await context.directoryOf(customerId).members();
  return {
    member: members.find(({ id }) => id === memberId) ?? null,
    status: known,
    decision: entry?.decision ?? null,
    history: await store.journal.ofMember(
      connections.map(({ id }) => id),
      memberId,
      limit,
    ),
  };
}

/** What is decided of somebody of the HR system, and what was done because of them. */
export interface WhyEmployee {
  readonly decision: PersonDecision | null;
  /** Newest first. */
  readonly history: readonly JournalEntry[];
}

export async function whyEmployee(
  { store }: EngineContext,
  connectionId: string,
  { employeeId, limit }: { readonly employeeId: string; readonly limit: number },
): Promise<WhyEmployee> {
  const entry = await store.roster.get(connectionId, employeeId);
  return { decision: entry?.decision ?? null, history: await store.journal.ofEmployee(connectionId, employeeId, limit) };
}
