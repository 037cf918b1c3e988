import { readEmployees, type Employee, type HttpOptions, type Issue, type ReadReport } from '@rollcall/core';
import type { Sandbox } from '@rollcall/sandbox';
import { screen } from './screen.ts';
import type { Vendor } from './vendors.ts';

export interface CompanyRead {
  readonly employees: readonly Employee[];
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  readonly error: unknown;
}

/** Reads the whole company with a bar, and keeps what came even when the read did not end well. */
export async function readCompany({ connector }: Vendor, sandbox: Sandbox, http: HttpOptions = {}): Promise<CompanyRead> {
  const bar = screen.progress('reading', sandbox.twin.people.length);
  const read = readEmployees(connector, {
    config: sandbox.config,
    platform: sandbox.platform,
    clock: { now: () => todayOf(sandbox) },
    http: { origins: sandbox.origins, ...http },
    onProgress: ({ records }) => {
      bar.update(records);
    },
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
  bar.stop();
  return { employees, issues, report: await read.report, error };
}

/** Nine in the morning of the company's day. */
export function todayOf(sandbox: Sandbox): Date {
  return new Date(`${sandbox.twin.today}T09:00:00Z`);
}
