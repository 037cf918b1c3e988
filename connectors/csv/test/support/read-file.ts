import {
  fileOf,
  readEmployees,
  type Employee,
  type EmployeeField,
  type FileContent,
  type Issue,
  type ReadReport,
} from '@rollcall/core';
import { csv } from '../../src/index.ts';

export interface WholeRead {
  readonly employees: readonly Employee[];
  readonly issues: readonly Issue[];
  readonly report: ReadReport;
  readonly error: unknown;
}

export interface Setting {
  readonly config?: Record<string, unknown>;
  readonly people?: number | undefined;
  readonly name?: string;
  readonly fields?: readonly EmployeeField[];
  readonly signal?: AbortSignal;
}

/** 2 November 2026. */
export const clock = { now: () => new Date('2026-11-02T09:00:00Z') };

/** Everything that a read of this file gives, its error included. */
export async function readFile(content: FileContent, setting: Setting = {}): Promise<WholeRead> {
  const { config = {}, people, name = 'people.csv', fields, signal } = setting;
  const read = readEmployees(csv, { config, file: fileOf(name, content, { people }), clock, fields, signal });
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

/** What the error of a read says. */
export async function complaintOf(content: FileContent, setting: Setting = {}): Promise<string> {
  const { error } = await readFile(content, setting);
  return error instanceof Error ? `${error.name}: ${error.message}` : 'no error';
}
