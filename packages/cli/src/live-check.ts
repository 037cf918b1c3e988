import { readEmployees, RollcallError, type AccessCheck, type AnyConnector } from '@rollcall/core';
import type { Cli } from './cli.ts';

// As many as the engine looks at: enough to tell a missing permission from a field that few people have.
const sampleSize = 200;

/** Reads the first people with credentials that are stored nowhere. */
export async function liveCheck(
  cli: Cli,
  connector: AnyConnector,
  config: Readonly<Record<string, unknown>>,
): Promise<AccessCheck> {
  const { platform } = await cli.config();
  const read = readEmployees(connector, {
    config,
    platform: platform?.[connector.manifest.slug],
    http: cli.http,
    clock: cli.io.clock,
    signal: cli.io.signal,
  });
  let sample = 0;
  let error: RollcallError | null = null;
  try {
    for await (const page of read.pages()) {
      sample += page.employees.length;
      if (sample >= sampleSize) break;
    }
  } catch (thrown) {
    if (!RollcallError.isInstance(thrown)) throw thrown;
    error = thrown;
  }
  const { coverage, permissionGaps, warnings } = await read.report;
  return { error, sample, coverage, permissionGaps, warnings };
}
