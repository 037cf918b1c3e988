import { hash } from 'node:crypto';
import type { Employee } from '../../employee/employee.ts';
import type { PersonDecision, Plan } from '../../plan/plan.ts';
import { isCompleteRead } from '../../read/read-report.ts';
import type { Fence, RosterJson, RosterWrite } from '../../store/store.ts';
import type { Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import { sealContext } from '../seal/sealer.ts';
import { othersTurn } from './others-turn.ts';
import { takeEmployees, type CompanyRead } from './read-company.ts';

const batchSize = 1000;

/**
 * Keeps what was read and decided of everybody, for the lists an administrator pages through. Writes only what differs:
 * a sync in which nothing changed writes nobody. The read has no employees any more afterwards. Resolves to the number of
 * people written.
 */
export async function storeRoster(
  context: EngineContext,
  connection: Connection,
  { read, plan, fence }: { readonly read: CompanyRead; readonly plan: Plan; readonly fence: Fence },
): Promise<number> {
  const { roster } = context.store;
  const digests = await roster.digests(connection.id);
  const take = takeEmployees(read, plan);
  const unread = new Map<string, PersonDecision>();
  let batch: RosterWrite[] = [];
  let written = 0;
  let known = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await roster.put(connection.id, batch, fence);
    written += batch.length;
    batch = [];
    await othersTurn();
  };
  // In the order of the plan, which is by employee id: a database appends to its index instead of writing all over it.
  for (const decision of plan.people) {
    const employee = take(decision.employeeId);
    if (employee === undefined) {
      unread.set(decision.employeeId, decision);
      continue;
    }
    const bankFingerprint = read.bankFingerprints.get(employee.id) ?? null;
    const json = { employee: JSON.stringify(employee), decision: JSON.stringify(decision) };
    const digest = digestOfJson(json, bankFingerprint);
    const before = digests.get(employee.id);
    if (before !== undefined) known += 1;
    if (before === digest) continue;
    const bankAccount = read.bankAccounts.size === 0 ? null : await sealed(context, connection.id, read, employee.id);
    batch.push({ employeeId: employee.id, employee, decision, digest, bankFingerprint, bankAccount, json });
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  const absent = known === digests.size ? [] : absentOf(digests, plan, unread);
  return written + (await storeAbsent(context, connection, { absent, decisions: unread, complete: isComplete(read), fence }));
}

/** Whom the roster knows and the read does not show. */
function absentOf(
  digests: ReadonlyMap<string, string>,
  { people }: Plan,
  unread: ReadonlyMap<string, PersonDecision>,
): readonly string[] {
  const present = new Set<string>();
  for (const { employeeId } of people) if (!unread.has(employeeId)) present.add(employeeId);
  return [...digests.keys()].filter((id) => !present.has(id));
}

function isComplete({ report }: CompanyRead): boolean {
  return isCompleteRead(report) && report.employees > 0;
}

/** Of those whom a complete read did not show, the linked ones stay known with what was decided; the others are forgotten. */
async function storeAbsent(
  context: EngineContext,
  connection: Connection,
  input: {
    readonly absent: readonly string[];
    readonly decisions: ReadonlyMap<string, PersonDecision>;
    readonly complete: boolean;
    readonly fence: Fence;
  },
): Promise<number> {
  const { roster } = context.store;
  const { absent, decisions, complete, fence } = input;
  if (!complete) return 0;
  const forgotten = absent.filter((id) => !decisions.has(id));
  if (forgotten.length > 0) await roster.remove(connection.id, forgotten, fence);
  let written = 0;
  for (const id of absent) {
    const decision = decisions.get(id);
    const entry = decision === undefined ? null : await roster.get(connection.id, id);
    if (decision === undefined || entry === null) continue;
    const digest = digestOf(entry.employee, decision, entry.bankFingerprint);
    if (digest === entry.digest) continue;
    await roster.put(connection.id, [{ ...entry, decision, digest }], fence);
    written += 1;
  }
  return written;
}

async function sealed(
  context: EngineContext,
  connectionId: string,
  read: CompanyRead,
  employeeId: string,
): Promise<string | null> {
  const account = read.bankAccounts.get(employeeId);
  return account == null ? null : context.sealer.seal(sealContext(connectionId, 'bankAccount', employeeId), account);
}

/** Of what is stored; both values are made with their keys in one order. */
export function digestOf(employee: Employee, decision: PersonDecision, bankFingerprint: string | null): string {
  return digestOfJson({ employee: JSON.stringify(employee), decision: JSON.stringify(decision) }, bankFingerprint);
}

function digestOfJson({ employee, decision }: RosterJson, bankFingerprint: string | null): string {
  return hash('sha1', `${employee}${decision}${bankFingerprint ?? ''}`, 'base64');
}
