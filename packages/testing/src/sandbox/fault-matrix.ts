import { deepEqual, ok } from 'node:assert/strict';
import { autoProvision, createPlan, isRemoval, RollcallError, type AnyConnector, type Employee, type Plan } from '@rollcall/core';
import { badDaysOf, createTwin, startSandbox, type Sandbox, type Twin } from '@rollcall/sandbox';
import type { SandboxSuiteOptions } from './sandbox-suite-options.ts';
import { readSandbox, type SandboxRead } from './read-sandbox.ts';

/** Short patience, so that a storm ends; a real one gives up the same way, later. */
const impatient = { retries: 1, retryBaseMs: 1, timeoutMs: 400, maxPauseMs: 50 };

/**
 * Every bad day at the first, a middle and the last page, with everybody linked, the guard wide open and one missing
 * read enough: nobody is removed who is not a stated leaver, and a read that says `complete` knows the same people.
 */
export function describeFaultMatrix(connector: AnyConnector, options: SandboxSuiteOptions): void {
  const { describe, test } = options;
  const { pageSize } = connector.manifest;
  const size = pageSize === null ? 60 : Math.max(60, Math.ceil(pageSize * 2.5));
  const places = pageSize === null ? [1] : [1, 2, 3];
  describe('fault matrix', () => {
    for (const name of badDaysOf(options.sandbox)) {
      test(name, async () => {
        const twin = createTwin({ seed: 'fault matrix', size });
        const sandbox = await startSandbox(options.sandbox, { twin, limit: false });
        try {
          for (const at of places) {
            sandbox.badDay(name, { at });
            assertHarmless(
              await readSandbox(connector, sandbox, options, impatient),
              twin,
              options,
              `${name} at page ${String(at)}`,
            );
          }
        } finally {
          await sandbox.close();
        }
      });
    }

    test('the day after a bad day is a good one', async () => {
      await assertRecovers(connector, options, size);
    });
  });
}

async function assertRecovers(connector: AnyConnector, options: SandboxSuiteOptions, size: number): Promise<void> {
  const sandbox: Sandbox = await startSandbox(options.sandbox, { twin: createTwin({ seed: 'recovery', size }), limit: false });
  try {
    sandbox.badDay('serverError', { at: 1 });
    const bad = await readSandbox(connector, sandbox, options, impatient);
    ok(RollcallError.isInstance(bad.error) && bad.error.retryable, 'a vendor that is down is worth another try');
    sandbox.badDay(null);
    const good = await readSandbox(connector, sandbox, options);
    if (good.error !== undefined) throw good.error;
    ok(good.report.outcome === 'complete');
  } finally {
    await sandbox.close();
  }
}

function assertHarmless(read: SandboxRead, twin: Twin, options: SandboxSuiteOptions, where: string): void {
  const truth = new Map(twin.people.map((person) => options.expected(person, twin)).map((employee) => [employee.id, employee]));
  ok(read.error === undefined || RollcallError.isInstance(read.error), `${where}: an error that is not ours`);
  if (read.report.outcome === 'complete') {
    deepEqual(new Set(read.employees.map(({ id }) => id)), new Set(truth.keys()), `${where}: complete with other people`);
  }
  for (const employee of read.employees) {
    const status = truth.get(employee.id)?.status;
    ok(employee.status === status || employee.status === 'unknown', `${where}: ${employee.status} instead of ${String(status)}`);
  }
  const plan = planOf(read, twin, truth);
  for (const operation of plan.operations.filter(isRemoval)) {
    ok(
      isStatedLeaver(truth.get(operation.employeeId), twin.today),
      `${where}: somebody was removed by rule ${operation.rule} who has not left`,
    );
  }
}

function isStatedLeaver(employee: Employee | undefined, today: string): boolean {
  return employee !== undefined && (employee.status === 'terminated' || (employee.terminationDate ?? today) < today);
}

function planOf({ employees, issues, report }: SandboxRead, twin: Twin, truth: ReadonlyMap<string, Employee>): Plan {
  const ids = [...truth.keys()];
  return createPlan({
    readId: 'bad day',
    employees,
    issues,
    report,
    members: ids.map((id) => ({ id: `m${id}`, email: `m${id}@${twin.domain}`, status: 'active', protected: false, values: {} })),
    links: ids.map((employeeId) => ({ employeeId, memberId: `m${employeeId}`, missingReads: 0 })),
    policy: { ...autoProvision, missingReads: 1, guard: { removals: ids.length, share: 1 } },
    now: new Date(`${twin.today}T12:00:00Z`),
  });
}
