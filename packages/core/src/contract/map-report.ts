import type { EmployeeField } from '../employee/employee.ts';

/** Why a field of one record is absent although the vendor delivered something. */
export type IssueKind = 'unknown_value' | 'unreadable' | 'invalid';

/** One field of one record that could not be used. The value itself is never kept. */
export interface Issue {
  /** The vendor's id of the person. */
  readonly employeeId: string;
  readonly field: EmployeeField;
  readonly kind: IssueKind;
  /** What would have been understood, such as `a calendar day` or `one of active, left`. */
  readonly expected: string;
  /** The class of what came, such as `text of 9 characters` or `number`. */
  readonly received: string;
}

/** Where a normaliser notes that a value could not be read. Handed to `map`; the reader adds the person. */
export interface MapReport {
  note(field: EmployeeField, kind: IssueKind, expected: string, value: unknown): void;
}
