/**
 * Runs `work` over all items, at most `limit` at once; results are in the order of the items. The first failure starts
 * no more and is thrown after what is under way has ended, so nothing fails unheard.
 * @throws the first error of `work`, or the signal's reason
 */
export async function mapConcurrent<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, index: number) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = new Array<Result>(items.length);
  const entries = items.entries();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of entries) {
      // Set by whichever worker failed first.
      if (failed) return;
      signal?.throwIfAborted();
      results[index] = await work(item, index);
    }
  };
  const guarded = () =>
    worker().catch((error: unknown) => {
      failed = true;
      throw error;
    });
  const workers = Array.from({ length: Math.max(1, Math.min(limit, items.length) || 1) }, guarded);
  await Promise.all(workers).finally(() => Promise.allSettled(workers));
  return results;
}
