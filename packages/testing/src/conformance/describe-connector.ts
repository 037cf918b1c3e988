import type { Connector, Manifest } from '@rollcall/core';
import { describeAbort } from './abort.ts';
import { describeAuth } from './auth.ts';
import { describeCapabilities } from './capabilities.ts';
import { describeCases } from './cases.ts';
import { describeConfig } from './config.ts';
import { describeFaults } from './faults.ts';
import { describeHostWall } from './host-wall.ts';
import { describePaging } from './paging.ts';
import { describeRecords } from './records.ts';
import { countingRunner, describeReport } from './report.ts';
import { createSuite, type ConformanceOptions } from './suite.ts';

/**
 * The test of a connector, on recordings in nock's format with the real network off. Which groups run follows from the
 * manifest; there is nothing to switch off at the call. What each case proves, and why: `conformanceCases`.
 * @example
 * describeConnector(acme, { describe, test, fixtures: new URL('./fixtures/', import.meta.url), config: { apiKey: 'canary-key-of-acme' } });
 */
export function describeConnector<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: ConformanceOptions,
): void {
  const runner = countingRunner(options);
  const suite = createSuite(connector, { ...options, ...runner });
  options.describe(`${connector.manifest.slug} keeps the contract`, () => {
    describeConfig(suite);
    describeAuth(suite);
    describeCases(suite);
    describePaging(suite);
    describeFaults(suite);
    describeHostWall(suite);
    describeRecords(suite);
    describeAbort(suite);
    describeCapabilities(suite);
    describeReport(options, () => runner.reportOf(connector.manifest), new URL('../../conformance.json', options.fixtures));
  });
}
