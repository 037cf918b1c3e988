import type { Connector, Employee, EmployeeField, Manifest } from '@rollcall/core';
import type { SandboxDefinition, Twin, TwinPerson } from '@rollcall/sandbox';
import type { Runner } from '../runner.ts';
import { describeFaultMatrix } from './fault-matrix.ts';
import { describeRoundTrip } from './round-trip.ts';

export interface SandboxSuiteOptions extends Runner {
  /** The connector's own sandbox. */
  readonly sandbox: SandboxDefinition;
  /** What a correct reader delivers for this person, written by hand from the vendor's documentation. */
  readonly expected: (person: TwinPerson, twin: Twin) => Employee;
  /** The fewest requests in which the vendor gives so many people. */
  readonly requests: (people: number) => number;
  /** Fields to ask for; default: as `readEmployees`. */
  readonly fields?: readonly EmployeeField[];
  /** Config beside the sandbox's credentials. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** The test of a connector over real sockets: the twin company through the vendor's wire format, on good days and bad. */
export function describeSandbox<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: SandboxSuiteOptions,
): void {
  options.describe(`${connector.manifest.slug} reads the twin company`, () => {
    describeRoundTrip(connector, options);
    describeFaultMatrix(connector, options);
  });
}
