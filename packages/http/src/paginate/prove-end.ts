import { proven, type Completeness, type HttpClient } from '@rollcall/core';
import { countMismatch } from './vendor-page.ts';

/**
 * What a list says when it ends: the vendor's total where there is one, else the signal that ended it.
 * @throws IncompleteReadError `count_mismatch` when the total is another one.
 */
export function proveEnd(http: HttpClient, read: number, total: number | undefined, signal: string): Completeness {
  if (total === undefined) return proven({ by: 'last_page_signal', detail: signal });
  if (total !== read) throw countMismatch(http, read, `there are ${total}`);
  return proven({ by: 'vendor_total', total, detail: signal });
}
