import type { Connector, Manifest } from '@rollcall/core';
import { describeFaultMatrix } from './describe-fault-matrix.ts';
import { describeRoundTrip } from './round-trip.ts';
import { withoutBudget } from './without-budget.ts';
import type { SandboxSuiteOptions } from './sandbox-suite-options.ts';

/** The test of a connector over real sockets: the twin company through the vendor's wire format, on good days and bad. */
export function describeSandbox<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: SandboxSuiteOptions,
): void {
  options.describe(`${connector.manifest.slug} reads the twin company`, () => {
    const unhurried = withoutBudget(connector);
    describeRoundTrip(unhurried, options);
    describeFaultMatrix(unhurried, options);
  });
}
