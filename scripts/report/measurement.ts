import type { EmployeeField } from '@rollcall/core';

/** What one connector does with the sandbox. */
export interface Measurement {
  /** For 10,000 people, log-in and look-ups included. */
  readonly requests: number;
  /** The fewest in which the vendor gives so many, by its documentation. */
  readonly minimumRequests: number;
  readonly declared: readonly EmployeeField[];
  /** Declared fields that came filled at least once. */
  readonly filled: readonly EmployeeField[];
  readonly faults: number;
  readonly wrongRemovals: number;
  /** Bad days after which anything else was wrong: a change, a team, the next good day. */
  readonly harmful: readonly string[];
}

export type Measured = Measurement | { readonly error: string };
