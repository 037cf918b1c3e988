/**
 * Walks a generator one item ahead: while an item is being used, the next one is already on its way, and never more than
 * that. Returns what the generator returned.
 */
export async function* ahead<T, R>(source: AsyncGenerator<T, R, void>): AsyncGenerator<T, R, void> {
  let next = start(source);
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return result.value;
      next = start(source);
      yield result.value;
    }
  } finally {
    // After an early exit the pending item still has to settle before the source can clean up.
    await next.catch(() => undefined);
    await source.return(undefined as R).catch(() => undefined);
  }
}

function start<T, R>(source: AsyncGenerator<T, R, void>): Promise<IteratorResult<T, R>> {
  const next = source.next();
  // A failure is delivered when the item is asked for; until then it must not count as unhandled.
  next.catch(() => undefined);
  return next;
}
