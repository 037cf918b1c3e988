import { IncompleteReadError, type Completeness } from '@rollcall/core';

/** @inline */
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/**
 * The pages of a list of which something else depends: names behind ids, contracts of people, leavers that must be known
 * before the others are read. One that may have lost something must not pass for all of it.
 * @throws IncompleteReadError `not_complete` when the list does not end in proof, and whatever reading it throws.
 */
export async function* wholeList(pages: Pages): AsyncGenerator<readonly unknown[], void, void> {
  for (;;) {
    const page = await pages.next();
    if (page.done !== true) yield page.value;
    else if (page.value.proven) return;
    else
      throw new IncompleteReadError({
        code: 'not_complete',
        message: `a list that people depend on is cut: ${page.value.because}`,
      });
  }
}

/** All records of such a list. */
export async function allItems(pages: Pages): Promise<readonly unknown[]> {
  return (await Array.fromAsync(wholeList(pages))).flat();
}
