/** One line of a rendered plan. */
export interface Row {
  /** Heading under which it stands. */
  readonly group: string;
  /** A person, a team, or the key of what it is about. */
  readonly who: string;
  readonly change: string;
  readonly rule: string;
  readonly reason: string;
  /** Waits for a person instead of being carried out. */
  readonly held: boolean;
}
