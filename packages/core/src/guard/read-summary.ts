import type { EmployeeField } from '../employee/employee.ts';

/** What is remembered of a read to tell whether the next one is plausible (rule V3). Counts only. */
export interface ReadSummary {
  readonly readId: string;
  readonly employees: number;
  /** Share of the employees for whom the field came filled, 0 to 1. */
  readonly coverage: Readonly<Partial<Record<EmployeeField, number>>>;
  /** Of a file that somebody says is everyone: tells it from others (rule V2). */
  readonly fingerprint?: string;
  /** Records whose status word was not understood. */
  readonly unknownStatuses: number;
}
