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

export interface EmptyPageOptions {
  /** Set to false where the vendor announces a page only when there are records on it: then an empty last page is doubtful. Default true. */
  readonly lastMayBeEmpty?: boolean | undefined;
}

/** Watches for a page without records that says there are more: vendors that lose something answer so. */
export interface EmptyPages {
  readonly see: (records: number) => void;
  /** What the end is worth: nothing, where a page without records came that should have had some. */
  readonly judge: (end: Completeness) => Completeness;
}

export function watchEmptyPages({ lastMayBeEmpty = true }: EmptyPageOptions): EmptyPages {
  let pages = 0;
  let empty = false;
  let inTheMidst = false;
  return {
    see(records) {
      inTheMidst ||= empty;
      empty = records === 0;
      pages += 1;
    },
    judge: (end) => {
      // A total that was reached says that nothing was lost.
      const isCounted = end.proven && end.evidence.by === 'vendor_total';
      if (isCounted) return end;
      if (inTheMidst) return unproven('a page came without records although others followed it');
      return empty && pages > 1 && !lastMayBeEmpty ? unproven('a page that was announced came without records') : end;
    },
  };
}
