import type { ReadSummary } from '../../src/guard/read-summary.ts';

/** The summary of an ordinary read of a hundred people. */
export function summary(more: Partial<ReadSummary> = {}): ReadSummary {
  return {
    readId: 'read-1',
    employees: 100,
    coverage: { workEmail: 0.98, status: 1, startDate: 1, terminationDate: 0.2, managerId: 0.9, department: 0.8 },
    unknownStatuses: 0,
    ...more,
  };
}
