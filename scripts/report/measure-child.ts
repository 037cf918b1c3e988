import { employeeFields, readEmployees, type AnyConnector, type EmployeeField, type ReadReport } from '@rollcall/core';
import { badDaysOf, createTwin, startSandbox, type SandboxDefinition } from '@rollcall/sandbox';
import { FaultMatrix, isHarmless, type FaultRow } from '../../packages/testing/src/sandbox/fault-matrix.ts';
import { loadVendor } from '../vendors/load-vendors.ts';
import type { Measured, Measurement } from './measurement.ts';
import { withoutBudget } from '../../packages/testing/src/sandbox/without-budget.ts';

// A process of its own per connector, so that two are measured at once and none waits for another one's sockets.
const many = 10_000;
const few = 300;

const [slug = ''] = process.argv.slice(2);
process.send?.(await measured(), () => {
  process.disconnect();
});

async function measured(): Promise<Measured> {
  try {
    const { connector, sandbox } = await loadVendor(slug);
    return await measure(withoutBudget(connector), sandbox);
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : 'failed' };
  }
}

async function measure(connector: AnyConnector, sandbox: SandboxDefinition): Promise<Measurement> {
  const large = await read(connector, sandbox, many);
  const { report } = await read(connector, sandbox, few, employeeFields);
  const declared = connector.manifest.fields;
  const rows = await faultRows(connector, sandbox);
  return {
    requests: large.report.requests,
    minimumRequests: large.minimumRequests,
    declared,
    filled: declared.filter((field) => (report.coverage[field]?.filled ?? 0) > 0),
    faults: rows.length,
    wrongRemovals: rows.reduce((sum, { wrongRemovals }) => sum + wrongRemovals.length, 0),
    harmful: rows.filter((row) => !isHarmless(row)).map(({ fault, on, at }) => `${fault} at ${on} ${String(at)}`),
  };
}

interface Read {
  readonly report: ReadReport;
  readonly minimumRequests: number;
}

async function read(
  connector: AnyConnector,
  definition: SandboxDefinition,
  size: number,
  fields?: readonly EmployeeField[],
): Promise<Read> {
  const sandbox = await startSandbox(definition, { twin: createTwin({ seed: 'report', size }), limit: false });
  try {
    const { config, platform, origins, twin } = sandbox;
    const now = new Date(`${twin.today}T12:00:00Z`);
    const people = readEmployees(connector, { config, platform, clock: { now: () => now }, http: { origins }, fields });
    let count = 0;
    for await (const page of people.pages()) count += page.employees.length;
    const report = await people.report;
    if (report.outcome !== 'complete') throw new TypeError(`a read of ${String(size)} people is partial: ${report.because}`);
    if (count !== twin.people.length) throw new TypeError(`a read of ${String(size)} people gives ${String(count)}`);
    return { report, minimumRequests: definition.minimumRequests(twin) };
  } finally {
    await sandbox.close();
  }
}

async function faultRows(connector: AnyConnector, sandbox: SandboxDefinition): Promise<readonly FaultRow[]> {
  const matrix = new FaultMatrix(connector, { sandbox });
  const rows: FaultRow[] = [];
  try {
    for (const fault of badDaysOf(sandbox)) rows.push(...(await matrix.rowsOf(fault)));
  } finally {
    await matrix.close();
  }
  return rows;
}
