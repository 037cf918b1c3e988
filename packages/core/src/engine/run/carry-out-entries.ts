import { carryOut, type CarryOutContext } from '../../apply/carry-out.ts';
import { changesLink, freshLink, linkEffect, type LinkEffect } from '../../apply/link-effect.ts';
import type { Link } from '../../directory/member.ts';
import { ConfigError } from '../../errors/config-error.ts';
import { RollcallError } from '../../errors/rollcall-error.ts';
import type { EmployeeKey, Operation, TeamsOperation } from '../../plan/operation.ts';
import type { Fence, JournalEntry, Settlement, Store } from '../../store/store.ts';
import { toTeamsChange } from '../../teams/teams-change.ts';

export interface Applier extends CarryOutContext {
  readonly store: Store;
  readonly connectionId: string;
  readonly runId: string;
  readonly fence: Fence;
  /** Ties of this connection, kept up to date while operations are carried out. */
  readonly links: Map<string, Link>;
  /** Ties of other connections that operations move away (rule S8). */
  readonly foreignLink: (connectionId: string, employeeId: string) => Promise<Link | null>;
  readonly workEmailOf: (employeeId: string) => Promise<string | null | undefined>;
  readonly at: () => string;
  readonly signal: AbortSignal;
  readonly onDone: (done: number, failed: number) => void;
}

// Attempts beside the first one; what fails after them is reported, and the next plan holds it again (rule A3).
const retries = 2;

type OperationOf<Kind> = Extract<Operation, { kind: Kind }>;

interface Carried {
  readonly entry: JournalEntry;
  readonly memberId?: string;
  readonly error?: unknown;
  readonly attempts: number;
}

/**
 * Carries out journal entries in order and settles each batch: what was done and the ties that go with it in one
 * transaction (rule A1). A crash before the settlement repeats the batch with the same keys, which the directory knows.
 */
export async function carryOutBatch(applier: Applier, entries: readonly JournalEntry[]): Promise<void> {
  applier.signal.throwIfAborted();
  const settled = await inOneGo(applier, entries);
  for (const [index, one] of settled.entries()) if (one.error !== undefined) settled[index] = await retry(applier, one);
  const settlement = await toSettlement(applier, settled);
  await applier.store.journal.settle(settlement, applier.fence);
  const failed = settled.filter(({ error }) => error !== undefined).length;
  applier.onDone(settled.length - failed, failed);
}

/** As one transaction of the directory, where it has such; else, or when that fails as a whole, one by one. */
async function inOneGo(applier: Applier, entries: readonly JournalEntry[]): Promise<Carried[]> {
  const { directory, links } = applier;
  const all = async (): Promise<Carried[]> => {
    const carried: Carried[] = [];
    for (const entry of entries) carried.push(await attempt(applier, entry, 1));
    return carried;
  };
  if (directory.inBatch === undefined || entries.length === 1) return all();
  // Not of everybody: a company is carried out in many batches.
  const known = new Map(entries.map(({ employeeId }) => [employeeId, employeeId === null ? undefined : links.get(employeeId)]));
  let carried: Carried[] = [];
  try {
    await directory.inBatch(async () => {
      carried = await all();
    });
    return carried;
  } catch {
    applier.signal.throwIfAborted();
    // Nothing of the batch has happened: the ties are what they were.
    for (const [id, link] of known) {
      if (id === null) continue;
      if (link === undefined) links.delete(id);
      else links.set(id, link);
    }
    return all();
  }
}

async function attempt(applier: Applier, entry: JournalEntry, attempts: number): Promise<Carried> {
  try {
    return { entry, memberId: await perform(applier, entry.operation), attempts };
  } catch (error) {
    return { entry, error, attempts };
  }
}

async function retry(applier: Applier, failed: Carried): Promise<Carried> {
  let last = failed;
  for (let more = 0; more < retries && isWorthAnother(last.error); more += 1) {
    last = await attempt(applier, last.entry, last.attempts + 1);
    if (last.error === undefined) break;
  }
  return last;
}

/** What the platform refuses it refuses again; what only failed may go through. */
function isWorthAnother(error: unknown): boolean {
  return error !== undefined && (!RollcallError.isInstance(error) || error.retryable);
}

async function perform(applier: Applier, operation: Operation | TeamsOperation): Promise<string> {
  if (operation.kind === 'change_teams') {
    if (applier.directory.teams === undefined) throw missingTeams();
    await applier.directory.teams.change(toTeamsChange(operation.teams, applier.memberOf), operation.key);
    return '';
  }
  const memberId = await carryOut(operation, applier);
  // Known at once to those who come later in the batch: managers, and bank accounts of people just created.
  if (operation.kind === 'create') tieCreated(applier, operation, memberId);
  else if (operation.kind === 'link') await tie(applier, operation, memberId, '');
  return memberId;
}

function tieCreated({ connectionId, links }: Applier, { employeeId, after }: OperationOf<'create'>, memberId: string): void {
  links.set(employeeId, freshLink({ connectionId, employeeId }, memberId, after.email));
}

async function tie(applier: Applier, operation: Operation, memberId: string, at: string): Promise<LinkEffect> {
  const { connectionId, links } = applier;
  const { employeeId } = operation;
  const from = operation.kind === 'relink' ? operation.from : { connectionId, employeeId };
  const link =
    from.connectionId === connectionId
      ? links.get(from.employeeId)
      : ((await applier.foreignLink(from.connectionId, from.employeeId)) ?? undefined);
  const workEmail = operation.kind === 'link' ? await applier.workEmailOf(employeeId) : undefined;
  const effect = linkEffect({ connectionId, operation, memberId, at, link, workEmail });
  if (effect.remove?.connectionId === connectionId) links.delete(effect.remove.employeeId);
  if (effect.put?.connectionId === connectionId) links.set(effect.put.employeeId, effect.put);
  return effect;
}

async function toSettlement(applier: Applier, carried: readonly Carried[]): Promise<Settlement> {
  const { connectionId, runId } = applier;
  const at = applier.at();
  const ties = new TiesOfBatch();
  const outcomes: Settlement['outcomes'][number][] = [];
  for (const { entry, memberId, error, attempts } of carried) {
    const { operation, seq } = entry;
    if (memberId === undefined) {
      outcomes.push({ seq, status: 'failed', attempts, errorCode: codeOf(error) });
      continue;
    }
    const created = operation.kind === 'create';
    outcomes.push(
      memberId === ''
        ? { seq, status: 'done', attempts }
        : { seq, status: 'done', attempts, memberId, result: created ? memberId : null },
    );
    if (operation.kind === 'change_teams' || !changesLink(operation)) continue;
    const known = created ? applier.links.get(operation.employeeId) : undefined;
    ties.take(known === undefined ? await tie(applier, operation, memberId, at) : { put: known });
  }
  return { connectionId, runId, at, outcomes, ...ties.settled() };
}

/** What a batch does to the ties, each as it was left. */
class TiesOfBatch {
  readonly #put = new Map<string, Map<string, Link>>();
  readonly #removed: EmployeeKey[] = [];

  take({ put, remove }: LinkEffect): void {
    if (remove !== undefined) {
      this.#removed.push(remove);
      this.#put.get(remove.connectionId)?.delete(remove.employeeId);
    }
    if (put === undefined) return;
    const known = this.#put.get(put.connectionId);
    if (known === undefined) this.#put.set(put.connectionId, new Map([[put.employeeId, put]]));
    else known.set(put.employeeId, put);
  }

  settled(): Pick<Settlement, 'putLinks' | 'removeLinks'> {
    return { putLinks: [...this.#put.values()].flatMap((links) => [...links.values()]), removeLinks: this.#removed };
  }
}

/** What a platform's own code throws may hold personal data: only the code of an error of Rollcall is kept. */
function codeOf(error: unknown): string {
  return RollcallError.isInstance(error) ? error.code : 'unavailable';
}

function missingTeams(): ConfigError {
  return new ConfigError({
    problems: [{ field: 'directory.teams', problem: 'is needed for team sync, and the directory does not have it' }],
  });
}
