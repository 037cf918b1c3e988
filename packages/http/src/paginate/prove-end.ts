import { proven, unproven, type Completeness, type HttpClient } from '@rollcall/core';
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

/** Watches for a page without records that says there are more: vendors that lose something answer so. */
export interface EmptyPages {
  /** Was a page without records followed by another one? Then nobody is missing for want of being seen. */
  readonly inTheMidst: () => Completeness | undefined;
  readonly see: (records: number) => void;
}

export function watchEmptyPages(): EmptyPages {
  let empty = false;
  let inTheMidst = false;
  return {
    see(records) {
      inTheMidst ||= empty;
      empty = records === 0;
    },
    inTheMidst: () => (inTheMidst ? unproven('a page came without records although others followed it') : undefined),
  };
}
