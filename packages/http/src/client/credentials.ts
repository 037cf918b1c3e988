/** What a log-in adds to a request. */
export interface Applied {
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** A log-in that has been done, or is done on demand. */
export interface Credentials {
  /** @throws AuthError and every error of a log-in request. */
  apply(): Promise<Applied>;
  /**
   * Says that what was applied is refused; the next `apply` gets a new token. Only for log-ins with tokens: what was
   * typed in does not get better by repeating it, and some vendors block addresses that do.
   */
  reject?(applied: Applied): void;
}
