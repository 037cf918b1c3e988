import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError, type AnyConnector } from '@rollcall/core';
import type { Marked, Recording } from '@rollcall/testing';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { connectorFolder } from '../connector-folder.ts';
import { collectCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnector } from '../find.ts';
import { loadTesting } from '../load-testing.ts';
import { wholeNumber, withCredentials } from '../options.ts';

interface RecordCommandOptions extends CredentialOptions {
  readonly out?: string;
  readonly people: number;
  readonly as?: string;
  readonly withRefusals?: boolean;
  readonly withBankAccounts?: boolean;
}

const mostPeople = 40;

export function addRecord(program: Command, action: Action): void {
  withCredentials(program.command('record'))
    .description(
      'for authors: record a connector from a real account. People and secrets are replaced and looked for before anything is written',
    )
    .argument('<connector>', 'its slug')
    .option('--out <folder>', 'folder of the recordings (default: test/fixtures of the connector)')
    .option('--people <number>', 'refuse accounts with more people', wholeNumber, mostPeople)
    .option('--as <file>', 'JSON file with the fictional credentials to write; default: like the examples of the connector')
    .option('--with-refusals', 'ask once with a spoilt secret too: some vendors lock an account for that')
    .option('--with-bank-accounts', 'ask for bank accounts too; they are replaced like everything else')
    .action(action(record));
}

async function record(cli: Cli, slug: string, options: RecordCommandOptions): Promise<ExitCode> {
  const { io, output } = cli;
  const { connectors, platform } = await cli.config();
  const connector = findConnector(connectors, slug);
  refuseOthers(connector);
  const folder = connectorFolder(cli, slug, options.out);
  const config = await collectCredentials(cli, connector, options);
  const as = options.as === undefined ? undefined : await readJson(cli, options.as);
  const { markRecorded, recordConnector } = await loadTesting();
  const recording = await cli.progress((progress) =>
    recordConnector(connector, {
      access: {
        config,
        platform: platform?.[slug],
        now: io.clock?.now() ?? new Date(),
        http: cli.http,
        signal: io.signal,
        fields: options.withBankAccounts === true ? connector.manifest.fields : undefined,
        onProgress: progress.reading,
      },
      fixtures: folder.fixtures,
      source: folder.source,
      as,
      people: options.people,
      withRefusals: options.withRefusals === true,
      onStep: (step) => {
        progress.stop();
        output.note(`${step} …`);
      },
    }),
  );
  const { manifest } = connector;
  const marked = recording.written ? await markRecorded(folder.manifest ?? '', { manifest, recorded: recording.recorded }) : null;
  output.document({ ...recording, manifest: marked });
  show(cli, recording, marked);
  return recording.written && recording.suite?.failed.length === 0 ? exitCodes.ok.code : exitCodes.review.code;
}

function refuseOthers({ manifest }: AnyConnector): void {
  if (manifest.file === undefined && manifest.delivery !== 'push') return;
  const problem = 'asks no vendor: there is nothing to record';
  throw new ConfigError({ vendor: manifest.slug, problems: [{ field: 'connector', problem }] });
}

async function readJson({ io }: Cli, file: string): Promise<Record<string, unknown>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(resolve(io.cwd, file), 'utf8'));
  } catch {
    parsed = undefined;
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw new ConfigError({ problems: [{ field: '--as', problem: 'must name a file with one JSON object of fields' }] });
}

function show({ output }: Cli, recording: Recording, marked: Marked | null): void {
  const { connector, people, requests, scan, replaced, vocabulary, suite, written } = recording;
  const statuses = Object.entries(recording.statuses).map(([status, count]) => `${String(count)} ${status}`);
  output.say(`${connector}: ${String(people)} people (${statuses.join(', ')}) in ${String(requests)} requests`);
  output.say(`Replaced: ${String(replaced)} values; ${String(vocabulary)} words are known to be nobody's and stay`);
  for (const kept of recording.meaning) output.say(`Left, because people would be taken for something else: ${kept}`);
  output.say(
    `Looked for: ${String(scan.values)} real values in ${String(scan.spellings)} spellings and ${String(scan.words)} single words, in ${String(scan.files)} files of ${String(scan.bytes)} bytes; found ${String(scan.found.length)}`,
  );
  output.table(
    ['case', 'from'],
    [
      ...recording.cases.map((name) => [name, `recorded ${recording.recorded}`] as const),
      ...recording.leftOut.map(({ name, because }) => [name, `not recorded: ${because}`] as const),
    ],
  );
  if (!written) {
    output.heading('Nothing was written');
    for (const problem of recording.problems) output.say(`${output.colours.red('✗')} ${problem}`);
    output.note('What is real never leaves memory. Report the places named here, or record another account.');
    return;
  }
  output.say(
    `${output.colours.green('✓')} Written to ${recording.folder}; ${String(recording.kept.length)} cases from documentation stay.`,
  );
  if (marked?.edited === true) output.say(`${output.colours.green('✓')} The manifest says that it is recorded.`);
  else output.say(`${output.colours.yellow('!')} Write into the manifest: ${marked?.byHand ?? ''}`);
  if (suite === null) return;
  output.say(
    `Conformance: ${String(suite.passed)} passed, ${String(suite.failed.length)} failed, ${String(suite.left)} need the connector's own test.`,
  );
  for (const title of suite.failed) output.say(`${output.colours.red('✗')} ${title}`);
  if (suite.failed.length > 0)
    output.note('The vendor answers otherwise than documented: correct the connector, record anew, and run its tests.');
}
