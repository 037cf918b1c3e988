import { deepEqual, equal } from 'node:assert/strict';
import type { AnyConnector } from '@rollcall/core';
import { createTwin, startSandbox, type Sandbox } from '@rollcall/sandbox';
import type { SandboxSuiteOptions } from './sandbox-suite-options.ts';
import { readSandbox } from './read-sandbox.ts';

const manyPeople = 10_000;
// Vendors that are asked person by person take longer for a thousand than others for ten times as many.
const manyByPerson = 1_000;
const mostRequests = 1_000;

/** Twin to wire to connector: what comes out is the twin, for every field the vendor has. */
export function describeRoundTrip(connector: AnyConnector, options: SandboxSuiteOptions): void {
  const { describe, test } = options;
  const { pageSize } = connector.manifest;
  const sizes = new Set([8, ...(pageSize === null ? [] : [pageSize, pageSize + 1]), largeSizeOf(options)]);
  describe('round trip', () => {
    for (const size of sizes) {
      test(`${String(size)} people`, async () => {
        await using sandbox = await start(options, size);
        await assertRoundTrip(connector, sandbox, options);
      });
    }

    test('again after a quarter of a year of joins, moves and leaves', async () => {
      await using sandbox = await start(options, 300);
      for (let month = 0; month < 3; month += 1) {
        sandbox.twin.advance(30);
        await assertRoundTrip(connector, sandbox, options);
      }
    });
  });
}

function largeSizeOf({ sandbox }: SandboxSuiteOptions): number {
  const requests = sandbox.minimumRequests(createTwin({ seed: 'round trip', size: manyByPerson }));
  return requests * (manyPeople / manyByPerson) <= mostRequests ? manyPeople : manyByPerson;
}

function start(options: SandboxSuiteOptions, size: number): Promise<Sandbox> {
  const twin = createTwin({ seed: `round trip ${String(size)}`, size });
  return startSandbox(options.sandbox, { twin, limit: false });
}

async function assertRoundTrip(connector: AnyConnector, sandbox: Sandbox, options: SandboxSuiteOptions): Promise<void> {
  const { twin } = sandbox;
  const { employees, report, error } = await readSandbox(connector, sandbox, options);
  if (error !== undefined) throw error;
  deepEqual(sandbox.failures, [], 'the sandbox itself failed');
  equal(report.outcome, 'complete', report.outcome === 'partial' ? report.because : '');
  equal(report.quarantinedCount, 0);
  equal(employees.length, twin.people.length);
  const read = new Map(employees.map((employee) => [employee.id, employee]));
  for (const person of twin.people) {
    const expected = options.expected(person, twin);
    deepEqual(read.get(expected.id), expected);
  }
  equal(report.requests, options.sandbox.minimumRequests(twin), 'requests');
}
