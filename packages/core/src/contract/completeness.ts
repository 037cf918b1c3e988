/** How a vendor lets us know that a read has seen everyone. */
export type Evidence =
  /** The vendor marked the last page. */
  | { readonly by: 'last_page_signal'; readonly detail: string }
  /** The vendor's own total equals what was read. */
  | { readonly by: 'vendor_total'; readonly total: number; readonly detail: string }
  /**
   * Whoever gave the file says that it holds everyone, and how many they are. `fingerprint` tells this file from others: the
   * same file read again is no further proof that somebody is missing (rule V2).
   */
  | { readonly by: 'statement'; readonly total: number; readonly fingerprint: string; readonly detail: string }
  /** The vendor documents that one answer holds everyone. */
  | { readonly by: 'single_answer'; readonly detail: string };

/** What a `list` says when it ends. A list that cannot say `proven` makes nobody missing (rule V2). */
export type Completeness =
  { readonly proven: true; readonly evidence: Evidence } | { readonly proven: false; readonly because: string };

export function proven(evidence: Evidence): Completeness {
  return { proven: true, evidence };
}

export function unproven(because: string): Completeness {
  return { proven: false, because };
}
