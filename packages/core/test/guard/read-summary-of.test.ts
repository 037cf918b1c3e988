import { describe, expect, test } from 'vitest';
import { summariseRead } from '../../src/guard/read-summary-of.ts';
import type { PartialReadReport } from '../../src/read/read-report.ts';

function report(more: Partial<PartialReadReport> = {}): PartialReadReport {
  return {
    vendor: 'paper',
    startedAt: 0,
    durationMs: 0,
    pages: 1,
    requests: 1,
    records: 4,
    employees: 4,
    coverage: {},
    permissionGaps: [],
    quarantined: [],
    quarantinedCount: 0,
    quarantinedIds: [],
    issues: [],
    duplicateIds: [],
    warnings: [],
    outcome: 'partial',
    because: 'on paper',
    error: undefined,
    ...more,
  };
}

describe('V3 what is remembered of a read', () => {
  test('V3 the share of people for whom a field came filled; what was not asked for is left out', () => {
    const coverage = { workEmail: { filled: 3, empty: 1, absent: 0 }, department: { filled: 0, empty: 0, absent: 4 } };
    expect(summariseRead(report({ coverage }), 'read-7')).toEqual({
      readId: 'read-7',
      employees: 4,
      coverage: { workEmail: 0.75, department: 0 },
      unknownStatuses: 0,
    });
  });

  test('V3 records whose status word was not understood, whatever the words were', () => {
    const issue = {
      kind: 'unknown_value',
      expected: 'one of active',
      received: 'text of 3 characters',
      employeeIds: [],
    } as const;
    const issues = [
      { ...issue, field: 'status', count: 2 } as const,
      { ...issue, field: 'status', count: 1, received: 'text of 5 characters' } as const,
      { ...issue, field: 'employmentType', count: 9 } as const,
    ];
    expect(summariseRead(report({ issues }), 'read-7').unknownStatuses).toBe(3);
  });

  test('V3 a read of nobody has no coverage, and no division by nought', () => {
    const coverage = { workEmail: { filled: 0, empty: 0, absent: 0 } };
    expect(summariseRead(report({ employees: 0, coverage }), 'read-7').coverage).toEqual({});
  });
});
