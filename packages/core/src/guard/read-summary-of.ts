import type { EmployeeField } from '../employee/employee.ts';
import type { ReadReport } from '../read/read-report.ts';
import type { ReadSummary } from './read-summary.ts';

/** What is kept of a read for the next one to be compared with (rule V3). A read of nobody has no coverage. */
export function summariseRead(report: ReadReport, readId: string): ReadSummary {
  const { employees, issues } = report;
  const coverage: Partial<Record<EmployeeField, number>> = {};
  if (employees > 0) {
    for (const [field, { filled }] of Object.entries(report.coverage)) coverage[field as EmployeeField] = filled / employees;
  }
  const unknownStatuses = issues.filter(({ field }) => field === 'status').reduce((sum, { count }) => sum + count, 0);
  const fingerprint =
    report.outcome === 'complete' && report.evidence.by === 'statement' ? report.evidence.fingerprint : undefined;
  return { readId, employees, coverage, unknownStatuses, ...(fingerprint !== undefined && { fingerprint }) };
}
