/**
 * Tells pages apart without keeping them: a vendor that ignores the page number sends the same first and last record
 * again. Undefined for an empty page.
 */
export function pageFingerprint(items: readonly unknown[]): string | undefined {
  return items.length === 0 ? undefined : JSON.stringify([items.length, items[0], items.at(-1)]);
}
