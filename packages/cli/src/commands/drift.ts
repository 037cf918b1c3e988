import type { Drift, DriftReport } from '@rollcall/testing';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { connectorFolder } from '../connector-folder.ts';
import { collectCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnector } from '../find.ts';
import { loadTesting } from '../load-testing.ts';
import { withCredentials } from '../options.ts';

interface DriftCommandOptions extends CredentialOptions {
  readonly recordings?: string;
}

export function addDrift(program: Command, action: Action): void {
  withCredentials(program.command('drift'))
    .description('for authors: read an account and say which fields are new, missing or of another type than in the recordings')
    .argument('<connector>', 'its slug')
    .option('--recordings <folder>', 'folder of the recordings (default: test/fixtures of the connector)')
    .action(action(drift));
}

async function drift(cli: Cli, slug: string, options: DriftCommandOptions): Promise<ExitCode> {
  const { io, output } = cli;
  const { connectors, platform } = await cli.config();
  const connector = findConnector(connectors, slug);
  const { fixtures, source } = connectorFolder(cli, slug, options.recordings);
  const config = await collectCredentials(cli, connector, options);
  const { driftOf } = await loadTesting();
  const found = await cli.progress((progress) =>
    driftOf(connector, {
      access: {
        config,
        platform: platform?.[slug],
        now: io.clock?.now() ?? new Date(),
        http: cli.http,
        signal: io.signal,
        onProgress: progress.reading,
      },
      fixtures,
      source,
    }),
  );
  output.document(found);
  show(cli, found);
  return found.drift.length === 0 && found.outcome === 'complete' ? exitCodes.ok.code : exitCodes.review.code;
}

function show({ output }: Cli, { connector, against, people, requests, outcome, drift: found }: DriftReport): void {
  output.say(`${connector}: ${String(people)} people in ${String(requests)} requests, compared with ${against} answers`);
  output.table(
    ['change', 'endpoint', 'path', 'was', 'is', 'seen', 'fields'],
    found.map((one) => [one.change, one.endpoint, one.path, one.was.join(', '), isOf(one), one.count, one.fields.join(', ')]),
  );
  if (found.length === 0) output.say(`${output.colours.green('✓')} No drift.`);
  if (against === 'documented')
    output.note('Documentation shows less than accounts do: record one first (rollcall record) to see what changes.');
  if (outcome !== 'complete') output.note('The read was not complete: what is missing may only not have come.');
}

function isOf({ is, word }: Drift): string {
  return word === undefined ? is.join(', ') : `"${word}"`;
}
