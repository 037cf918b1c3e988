import {
  hasAccess,
  type AnyConnector,
  type AttentionCause,
  type ConnectionState,
  type ErrorCode,
  type Member,
  type Run,
  type RunResult,
} from '@rollcall/core';
import { badDaysOf, type BadDay, type RouteKind } from '@rollcall/sandbox';
import { linkCompany, type LinkedCompany, type LinkedCompanyOptions, type Standings } from './linked-company.ts';
import { withoutBudget } from './without-budget.ts';

/** What one bad day did, at one place, to a company in which everybody is linked and every guard is open. */
export interface FaultRow {
  readonly connector: string;
  readonly fault: BadDay;
  /** The kind of request that was hit, and which of them. */
  readonly on: RouteKind;
  readonly at: number;
  /** How often it struck; 0 where the read never came to that request. */
  readonly struck: number;
  /** Of the read; `failed` when it ended with an error. */
  readonly read: 'complete' | 'partial' | 'failed';
  /** What the run, or else the connection, says of it; null where the read is good all the same. */
  readonly code: ErrorCode | null;
  /** Why the connection asks for attention; null after a first hiccup, which is counted and tried again. */
  readonly cause: AttentionCause | null;
  /** `held`: what the read says is not plausible beside the last one, and removals wait for a person. */
  readonly state: ConnectionState;
  readonly failures: number;
  /** Stated leavers who lost their access, as they should. */
  readonly rightRemovals: number;
  /** Employee ids of all others who lost it, or would have lost it had somebody approved. */
  readonly wrongRemovals: readonly string[];
  /** Employee ids of all others of whom anything else was changed or let go. */
  readonly wrongChanges: readonly string[];
  readonly teamsChanged: boolean;
  /** The next good day removes who is left of the stated leavers, changes nobody else, and leaves nothing to attend to. */
  readonly recovered: boolean;
}

export interface FaultMatrixOptions extends Pick<LinkedCompanyOptions, 'sandbox' | 'config'> {
  /** Default: all that make sense for the vendor. */
  readonly faults?: readonly BadDay[];
}

/** Faults that speak HTTP and can hit any request, not only one with people on it. */
const everywhere: readonly BadDay[] = [
  'cutPage',
  'unauthorisedInTheMiddle',
  'rateLimitOnce',
  'rateLimitStorm',
  'serverError',
  'htmlWith200',
  'truncatedJson',
  'forbidden',
  'notFound',
];

/**
 * Every bad day at every page of a company that fills three, and at the first request of every other kind, through
 * the whole engine over real sockets. Nobody may lose anything who has not left.
 * @example
 * const rows = await faultMatrixOf(personio, { sandbox: personioSandbox });
 * rows.filter(({ wrongRemovals }) => wrongRemovals.length > 0); // []
 */
export async function faultMatrixOf(connector: AnyConnector, options: FaultMatrixOptions): Promise<readonly FaultRow[]> {
  const matrix = new FaultMatrix(withoutBudget(connector), options);
  const rows: FaultRow[] = [];
  try {
    for (const fault of options.faults ?? badDaysOf(options.sandbox)) rows.push(...(await matrix.rowsOf(fault)));
  } finally {
    await matrix.close();
  }
  return rows;
}

/** The same, one bad day at a time, over one company. */
export class FaultMatrix {
  readonly #connector: AnyConnector;
  readonly #options: FaultMatrixOptions;
  #company: LinkedCompany | undefined;

  constructor(connector: AnyConnector, options: FaultMatrixOptions) {
    this.#connector = connector;
    this.#options = options;
  }

  async rowsOf(fault: BadDay): Promise<readonly FaultRow[]> {
    const rows: FaultRow[] = [];
    for (const place of placesOf(await this.#link(), fault)) {
      const row = await tryFault(this.#connector, await this.#link(), { fault, ...place });
      rows.push(row);
      // Whatever it did shall not be blamed on the next one.
      if (!isHarmless(row)) await this.close();
    }
    return rows;
  }

  async close(): Promise<void> {
    const company = this.#company;
    this.#company = undefined;
    await company?.close();
  }

  async #link(): Promise<LinkedCompany> {
    return (this.#company ??= await linkCompany(this.#connector, { ...this.#options, size: sizeOf(this.#connector) }));
  }
}

/** Nobody lost or was changed, the teams stand, and the next good day was one. */
export function isHarmless({ wrongRemovals, wrongChanges, teamsChanged, recovered }: FaultRow): boolean {
  return wrongRemovals.length === 0 && wrongChanges.length === 0 && !teamsChanged && recovered;
}

interface Place {
  readonly on: RouteKind;
  readonly at: number;
}

/** A page too many for two, so that there is a first, a middle and a last one. */
export function sizeOf({ manifest: { pageSize } }: AnyConnector): number {
  return pageSize === null ? 60 : Math.max(60, Math.ceil(pageSize * 2.02));
}

/** Every page of a read, and the first request of each other kind that a read makes. */
function placesOf({ requestsOfARead }: LinkedCompany, fault: BadDay): readonly Place[] {
  if (fault === 'missingPermission') return [{ on: 'page', at: 1 }];
  const places: Place[] = Array.from({ length: requestsOfARead.page }, (_, index) => ({ on: 'page', at: index + 1 }));
  if (everywhere.includes(fault)) {
    for (const on of ['token', 'lookup', 'detail'] as const) if (requestsOfARead[on] > 0) places.push({ on, at: 1 });
  }
  return places;
}

async function tryFault(
  connector: AnyConnector,
  company: LinkedCompany,
  { fault, on, at }: Place & { readonly fault: BadDay },
): Promise<FaultRow> {
  const { sandbox } = company;
  await company.forgetLeavers();
  const before = await company.standings();
  const struckBefore = sandbox.counts.faults;
  sandbox.badDay(fault, { at, on });
  const bad = await company.sync();
  sandbox.badDay(null);
  const struck = sandbox.counts.faults - struckBefore;
  const after = await company.standings();
  const { removed, changed } = differencesOf(before, after);
  const heldBack = await heldRemovals(company);
  const isLeaver = (employeeId: string): boolean => company.statedLeavers.has(employeeId);
  return {
    connector: connector.manifest.slug,
    fault,
    on,
    at,
    struck,
    read: bad.run.error === null ? (bad.run.read?.outcome ?? 'failed') : 'failed',
    code: bad.run.error?.code ?? bad.connection.attention?.code ?? null,
    cause: bad.connection.attention?.cause ?? null,
    state: bad.connection.state,
    failures: bad.connection.failures,
    rightRemovals: removed.filter(isLeaver).length,
    wrongRemovals: [...removed, ...heldBack].filter((employeeId) => !isLeaver(employeeId)),
    wrongChanges: changed.filter((employeeId) => !isLeaver(employeeId)),
    teamsChanged: teamsOf(before, isLeaver) !== teamsOf(after, isLeaver),
    recovered: await recovers(company, before),
  };
}

async function recovers(company: LinkedCompany, before: Standings): Promise<boolean> {
  const { run, connection } = await company.sync();
  const now = await company.standings();
  const { removed, changed } = differencesOf(before, now);
  return (
    isClean({ run, connection }) &&
    removed.length === company.statedLeavers.size &&
    removed.every((employeeId) => company.statedLeavers.has(employeeId)) &&
    changed.length === 0 &&
    teamsOf(before) === teamsOf(now)
  );
}

function isClean({ run, connection }: RunResult): boolean {
  return isDone(run) && connection.state === 'connected' && connection.attention === null && connection.failures === 0;
}

function isDone({ state, failed, held, read }: Run): boolean {
  return state === 'done' && failed === 0 && held === null && read?.outcome === 'complete';
}

/** A removal that waits for a person is a mistake waiting for another one. */
async function heldRemovals({ acme, connectionId }: LinkedCompany): Promise<readonly string[]> {
  const held = await acme.held(connectionId);
  return held?.operations.flatMap(({ employeeId }) => employeeId ?? []) ?? [];
}

/** Employee ids of those who lost access, and of those of whom anything else differs. */
function differencesOf(
  before: Standings,
  after: Standings,
): { readonly removed: readonly string[]; readonly changed: readonly string[] } {
  const removed: string[] = [];
  const changed: string[] = [];
  for (const [memberId, member] of before.members) {
    const employeeId = before.links.get(memberId)?.employeeId ?? memberId;
    const now = after.members.get(memberId);
    if (hasAccess(member) && (now === undefined || !hasAccess(now))) removed.push(employeeId);
    else if (!isSame(member, now) || !isTied(before, after, memberId)) changed.push(employeeId);
  }
  for (const memberId of after.members.keys()) if (!before.members.has(memberId)) changed.push(memberId);
  return { removed, changed };
}

/** The teams as one text, without those who have left: where they are until they are gone is nobody's harm. */
function teamsOf({ teams, links }: Standings, isLeaver: (employeeId: string) => boolean = () => false): string {
  const stays = (memberId: string): boolean => !isLeaver(links.get(memberId)?.employeeId ?? '');
  return JSON.stringify(teams.map((team) => ({ ...team, memberIds: team.memberIds.filter(stays).sort() })));
}

function isSame(member: Member, now: Member | undefined): boolean {
  return JSON.stringify(member) === JSON.stringify(now);
}

/** Still managed by the same employee's record, and nothing is under way that would end it. */
function isTied(before: Standings, after: Standings, memberId: string): boolean {
  const [then, now] = [before.links.get(memberId), after.links.get(memberId)];
  return (
    then?.employeeId === now?.employeeId &&
    then?.state === now?.state &&
    then?.removalDue === now?.removalDue &&
    then?.removedAt === now?.removedAt
  );
}
