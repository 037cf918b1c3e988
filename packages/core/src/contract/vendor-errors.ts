/** What a failed answer means, as far as the vendor's body says it. */
export interface VendorErrorDetail {
  /** The vendor's own code, a word from its documentation. Never free text, which may name people. */
  readonly code?: string | undefined;
  /** Overrides what the status says, where a vendor uses statuses in its own way. */
  readonly means?: 'credentials' | 'permission' | 'gone' | 'rate-limit' | 'unavailable' | 'rejected' | undefined;
  readonly requestId?: string | undefined;
}

export interface FailedAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text when it is not JSON. */
  readonly body: unknown;
  /** Path template of the request, `token` for a log-in. */
  readonly request: string;
}

/** How a vendor spells errors; the kit does the classifying. */
export interface VendorErrors {
  /** Reads a failed answer. Return undefined to let the status speak. */
  describe?(answer: FailedAnswer): VendorErrorDetail | undefined;
  /** True for an answer with a good status that is an error all the same. */
  inSuccess?(body: unknown): boolean;
}
