import { proven, type Completeness } from '@rollcall/core';

/** @inline */
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/**
 * Several lists that make up everybody together, one after the other: people who work here, then people who left. Complete
 * when each of them is. A list is asked for when the one before it has ended.
 */
export async function* inTurn(...lists: readonly (() => Pages)[]): Pages {
  const details: string[] = [];
  let unproven: Completeness | undefined;
  for (const list of lists) {
    const end = yield* list();
    if (end.proven) details.push(end.evidence.detail);
    else unproven ??= end;
  }
  return unproven ?? proven({ by: 'last_page_signal', detail: [...new Set(details)].join('; ') });
}
