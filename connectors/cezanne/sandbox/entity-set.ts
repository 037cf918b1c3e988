import type { Twin } from '@rollcall/sandbox';

export type Row = Readonly<Record<string, unknown>>;

/** A set as the service has it. */
export interface EntitySet {
  readonly name: string;
  /** Rows are sorted by it, and pages go on behind it. */
  readonly keys: readonly string[];
  readonly properties: readonly string[];
  readonly rowsOf: (twin: Twin) => readonly Row[];
}

/** A day as a column without a zone has it. */
export const midnight = (day: string): string => `${day}T00:00:00`;

/** The column of an end is mandatory: what goes on ends so. */
export const noEnd = '9999-12-31T00:00:00';

/** The person code, which customers choose. */
export const codeOf = (id: number): string => `FJ-${String(id).padStart(5, '0')}`;
