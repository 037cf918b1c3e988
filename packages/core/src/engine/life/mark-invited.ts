import { decisionOf } from '../../decide/outcome.ts';
import type { Fence, RosterEntry } from '../../store/store.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Run } from '../run.ts';
import { digestOf } from '../run/store-roster.ts';

/** Whoever a run has invited is listed as such at once, and not first after the next read. */
export async function markInvited({ store }: EngineContext, { connectionId, id }: Run, fence: Fence): Promise<void> {
  for (let afterSeq = -1; ;) {
    const page = await store.journal.ofRun(connectionId, id, { status: 'done', afterSeq, limit: 1000 });
    const invited: RosterEntry[] = [];
    for (const { operation } of page) {
      const entry = operation.kind === 'create' ? await store.roster.get(connectionId, operation.employeeId) : null;
      if (entry?.decision.situation === 'candidate') invited.push(asInvited(entry));
    }
    if (invited.length > 0) await store.roster.put(connectionId, invited, fence);
    afterSeq = page.at(-1)?.seq ?? afterSeq;
    if (page.length < 1000) return;
  }
}

function asInvited(entry: RosterEntry): RosterEntry {
  const { entity } = entry.decision;
  const decision = decisionOf(entry.employeeId, 'invited', 'J2', entity === undefined ? {} : { entity });
  return { ...entry, decision, digest: digestOf(entry.employee, decision, entry.bankFingerprint) };
}
