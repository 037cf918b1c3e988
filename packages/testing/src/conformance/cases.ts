import { deepEqual, equal, ok } from 'node:assert/strict';
import { employeeSchema, RollcallError } from '@rollcall/core';
import { replay } from '../replay/replay.ts';
import { requiredCases } from '../next-step/required-cases.ts';
import type { ExpectedCase } from '../replay/load-fixtures.ts';
import { assertSafeToLog } from './canary.ts';
import type { Suite, SuiteRead } from './suite.ts';

/** Every recorded case gives exactly what was written down for it by hand. */
export function describeCases(suite: Suite): void {
  const { describe, test, cases } = suite;
  describe('recorded cases', () => {
    test('every required case is recorded', () => {
      deepEqual(
        requiredCases.map(({ name }) => name).filter((name) => !(name in cases)),
        [],
      );
    });
    const reads = Object.entries(cases).filter(([, { id, cursor }]) => id === undefined && cursor === undefined);
    for (const [name, expected] of reads) {
      test(`${name}${expected.about === undefined ? '' : `: ${expected.about}`}`, async () => {
        const result = await replay(suite.exchanges(name), () => suite.read({ expected }));
        assertResult(result, expected);
        assertSafeToLog(suite, result.report);
        assertSafeToLog(suite, result.error);
      });
    }
  });
}

/** One read against what was written down for it. */
export function assertResult({ employees, report, error }: SuiteRead, expected: ExpectedCase): void {
  if (expected.error === undefined) {
    if (error !== undefined) throw error;
  } else {
    ok(RollcallError.isInstance(error), 'an error of Rollcall');
    deepEqual({ name: error.name, code: error.code }, expected.error);
  }
  if (expected.employees !== undefined) {
    deepEqual(employees, expected.employees);
    for (const employee of employees) employeeSchema.parse(employee);
  }
  equal(report.outcome, expected.error === undefined ? (expected.outcome ?? 'complete') : 'partial');
  if (expected.requests !== undefined) equal(report.requests, expected.requests, 'requests');
  for (const { path, expected: type } of expected.quarantined ?? []) {
    const found = report.quarantined.some(({ mismatches }) =>
      mismatches.some((mismatch) => mismatch.path === path && mismatch.expected.includes(type)),
    );
    ok(found, `quarantined at ${path}, expected ${type}; found ${JSON.stringify(report.quarantined)}`);
  }
  equal(report.quarantinedCount, expected.quarantined?.length ?? 0, 'quarantined records');
  if (expected.gaps !== undefined)
    deepEqual(
      report.permissionGaps.map(({ permission }) => permission),
      expected.gaps,
    );
  const { warning } = expected;
  if (warning !== undefined)
    ok(
      report.warnings.some((given) => given.includes(warning)),
      `a warning with "${warning}"; given: ${report.warnings.join(' | ')}`,
    );
}
