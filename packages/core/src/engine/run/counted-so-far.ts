import type { JournalStatus } from '../../store/store.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Run } from '../run.ts';

/** Counts are written when a run ends; until then the journal knows them. */
export async function countedSoFar(
  { store }: EngineContext,
  run: Run,
): Promise<{ readonly done: number; readonly failed: number }> {
  const count = async (status: JournalStatus): Promise<number> => {
    let counted = 0;
    for (let afterSeq = -1; ;) {
      const page = await store.journal.ofRun(run.connectionId, run.id, { status, afterSeq, limit: 1000 });
      counted += page.length;
      afterSeq = page.at(-1)?.seq ?? afterSeq;
      if (page.length < 1000) return counted;
    }
  };
  return { done: await count('done'), failed: await count('failed') };
}
