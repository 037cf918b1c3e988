import { readEmployees, type AnyConnector, type Employee, type HttpOptions, type Issue, type ReadReport } from '@rollcall/core';
import type { Sandbox } from '@rollcall/sandbox';
import type { SandboxSuiteOptions } from './sandbox-suite-options.ts';

export interface SandboxRead {
  readonly employees: readonly Employee[];
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  readonly error: unknown;
}

/** Reads a running sandbox to its end, whatever that is, at noon of the twin's day. */
export async function readSandbox(
  connector: AnyConnector,
  sandbox: Sandbox,
  options: Pick<SandboxSuiteOptions, 'config' | 'fields'>,
  http: HttpOptions = {},
): Promise<SandboxRead> {
  const now = new Date(`${sandbox.twin.today}T12:00:00Z`);
  const read = readEmployees(connector, {
    config: { ...sandbox.config, ...options.config },
    platform: sandbox.platform,
    clock: { now: () => now },
    http: { origins: sandbox.origins, ...http },
    ...(options.fields && { fields: options.fields }),
  });
  const employees: Employee[] = [];
  const issues: Issue[] = [];
  let error: unknown;
  try {
    for await (const page of read.pages()) {
      employees.push(...page.employees);
      issues.push(...page.issues);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { employees, issues, report: await read.report, error };
}
