import type { Completeness } from '@rollcall/core';

/** @inline */
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/** The same pages with each page's records put together with what belongs to them, and the same word on completeness. */
export async function* mapPages(
  pages: Pages,
  convert: (items: readonly unknown[]) => readonly unknown[] | Promise<readonly unknown[]>,
): Pages {
  for (;;) {
    const page = await pages.next();
    if (page.done === true) return page.value;
    yield await convert(page.value);
  }
}
