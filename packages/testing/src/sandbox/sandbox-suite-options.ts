import type { Employee, EmployeeField } from '@rollcall/core';
import type { SandboxDefinition, Twin, TwinPerson } from '@rollcall/sandbox';
import type { Runner } from '../runner.ts';

/** What `describeSandbox` is told about a connector. */
export interface SandboxSuiteOptions extends Runner {
  /** The connector's own sandbox. */
  readonly sandbox: SandboxDefinition;
  /** What a correct reader delivers for this person, written by hand from the vendor's documentation. */
  readonly expected: (person: TwinPerson, twin: Twin) => Employee;
  /** Fields to ask for; default: as `readEmployees`. */
  readonly fields?: readonly EmployeeField[];
  /** Config beside the sandbox's credentials. */
  readonly config?: Readonly<Record<string, unknown>>;
}
