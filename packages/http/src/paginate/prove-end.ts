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
  readonly see: (records: number) => void;
  /** What the end is worth: nothing, where a page without records was followed by another one. */
  readonly judge: (end: Completeness) => Completeness;
}

export function watchEmptyPages(): EmptyPages {
  let empty = false;
  let inTheMidst = false;
  return {
    see(records) {
      inTheMidst ||= empty;
      empty = records === 0;
    },
    judge: (end) => {
      // A total that was reached says that nothing was lost.
      const isCounted = end.proven && end.evidence.by === 'vendor_total';
      return inTheMidst && !isCounted ? unproven('a page came without records although others followed it') : end;
    },
  };
}
