import {
  ConfigError,
  defaultFields,
  employeeFields,
  readEmployees,
  RollcallError,
  type AnyConnector,
  type EmployeeField,
  type EmployeeRead,
  type ReadReport,
  type StoredReadOptions,
} from '@rollcall/core';
import { Option, type Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { collectCredentials, refuseCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findConnector } from '../find.ts';
import { givenFile, refuseFile } from '../given-file.ts';
import { didYouMean } from '../nearest.ts';
import { withCredentials, withFile, type FileOptions } from '../options.ts';
import type { Progress } from '../progress.ts';
import { createFormat, formats, type EmployeeFormat, type FormatName } from '../read/employee-format.ts';
import { openTarget, type Target } from '../read/target.ts';
import { withSession } from '../session.ts';
import { describeError, errorDocument } from '../show/show-error.ts';
import { describeReport } from '../show/show-report.ts';

interface ReadCommandOptions extends CredentialOptions, FileOptions {
  readonly format?: FormatName;
  readonly fields?: string;
  readonly out?: string;
}

export function addRead(program: Command, action: Action): void {
  withFile(withCredentials(program.command('read')))
    .description(
      'read everybody and write them out: personal data. A connector: with credentials from variables or questions, nothing is stored',
    )
    .argument('[connector|connection]', 'a connector, or the id of a connection; default: the only connection')
    .addOption(new Option('--format <format>', 'default: table on a terminal, else ndjson').choices(formats))
    .option('--fields <names>', 'with commas; bank accounts only come when asked for')
    .option('--out <file>', 'write there instead of to stdout')
    .action(action(read));
}

async function read(cli: Cli, given: string | undefined, options: ReadCommandOptions): Promise<ExitCode> {
  const fields = fieldsOf(options.fields);
  const { connectors, platform } = await cli.config();
  const connector = connectors.find(({ manifest }) => manifest.slug === given);
  if (connector !== undefined) {
    const file = givenFile(cli, connector.manifest, options);
    const config = await collectCredentials(cli, connector, options);
    const access = { config, file, platform: platform?.[connector.manifest.slug], http: cli.http, clock: cli.io.clock };
    const open: Source['open'] = (how) => Promise.resolve(readEmployees(connector, { ...access, ...how }));
    return stream(cli, { connector, open, fields, options });
  }
  refuseCredentials(options);
  refuseFile(options);
  return withSession(cli, async ({ customer, config }) => {
    const { id, connector: slug } = await findConnection(customer, given);
    const open: Source['open'] = (how) => customer.read(id, how);
    return stream(cli, { connector: findConnector(config.connectors, slug), open, fields, options });
  });
}

interface Source {
  readonly connector: AnyConnector;
  readonly open: (how: StoredReadOptions) => Promise<EmployeeRead>;
  readonly fields: readonly EmployeeField[] | undefined;
  readonly options: ReadCommandOptions;
}

function stream(cli: Cli, { connector, open, fields, options }: Source): Promise<ExitCode> {
  const { io, output } = cli;
  return cli.progress(async (progress) => {
    const wanted = columnsOf(connector, fields);
    const opened = await open({
      fields: wanted,
      signal: io.signal,
      // People and a moving line on one terminal would be in each other's way.
      ...(!(io.stdout.isTTY === true && options.out === undefined) && { onProgress: progress.reading }),
    });
    const format = formatFor(cli, { options, wanted, isChosen: fields !== undefined });
    const target = openTarget(io, options.out);
    const cut = await copy(opened, { format: output.json ? tagged : format, target });
    const report = await opened.report;
    const file = await target.end(cut === null && hasEverybody(report));
    if (cut === null) return tell(cli, { report, error: undefined, file, progress });
    if (RollcallError.isInstance(cut.by) && !io.signal.aborted) return tell(cli, { report, error: cut.by, file, progress });
    if (file !== null) output.note(whatCame(file));
    throw cut.by;
  });
}

/** With `--json` every line says what it is, and the last one is the report. */
const tagged: EmployeeFormat = {
  page: (employees) => employees.map((employee) => `${JSON.stringify({ employee })}\n`).join(''),
};

/** What ended the copy before its end, if anything did: what came until then is written. */
async function copy(
  opened: EmployeeRead,
  { format, target }: { readonly format: EmployeeFormat; readonly target: Target },
): Promise<{ readonly by: unknown } | null> {
  try {
    for await (const { employees } of opened.pages()) await target.write(format.page(employees));
    return null;
  } catch (error) {
    return { by: error };
  }
}

interface Ended {
  readonly report: ReadReport;
  readonly error: RollcallError | undefined;
  readonly file: string | null;
  readonly progress: Progress;
}

/** No company has nobody: a read of nobody is looked at by a person, whatever the vendor says of its end. */
function hasEverybody({ outcome, employees }: ReadReport): boolean {
  return outcome === 'complete' && employees > 0;
}

function tell({ output }: Cli, { report, error, file, progress }: Ended): ExitCode {
  progress.stop();
  const exitCode = error === undefined ? (hasEverybody(report) ? exitCodes.ok.code : exitCodes.review.code) : exitCodeOf(error);
  output.line({ report, file, ...(error !== undefined && errorDocument(error, exitCode)) });
  if (error !== undefined) output.warn(describeError(error));
  for (const line of describeReport(report)) output.note(line);
  if (file !== null) output.note(error === undefined && hasEverybody(report) ? `Written to ${file}` : whatCame(file));
  return exitCode;
}

function whatCame(file: string): string {
  return `What came is in ${file}`;
}

// What people look for in a list; a terminal has no room for everything.
const shownInTables: readonly EmployeeField[] = [
  'id',
  'status',
  'firstName',
  'lastName',
  'workEmail',
  'jobTitle',
  'department',
  'managerId',
];

interface FormatChoice {
  readonly options: ReadCommandOptions;
  readonly wanted: readonly EmployeeField[];
  /** Did somebody name the fields? */
  readonly isChosen: boolean;
}

function formatFor(cli: Cli, { options, wanted, isChosen }: FormatChoice): EmployeeFormat {
  const name = formatOf(cli, options);
  const fields = name === 'table' && !isChosen ? shownInTables.filter((field) => wanted.includes(field)) : wanted;
  return createFormat(name, { fields, width: cli.io.stdout.columns ?? 120 });
}

function formatOf({ io }: Cli, { format, out }: ReadCommandOptions): FormatName {
  return format ?? (out === undefined && io.stdout.isTTY === true ? 'table' : 'ndjson');
}

/** What was asked for, else what this vendor can deliver. */
function columnsOf({ manifest }: AnyConnector, fields: readonly EmployeeField[] | undefined): readonly EmployeeField[] {
  if (fields !== undefined) return [...new Set<EmployeeField>(['id', 'status', ...fields])];
  return defaultFields.filter((field) => manifest.fields.includes(field));
}

function fieldsOf(given: string | undefined): readonly EmployeeField[] | undefined {
  if (given === undefined) return undefined;
  const names = given
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = names.filter((name) => !isField(name));
  if (unknown.length === 0) return names.filter(isField);
  throw new ConfigError({
    problems: unknown.map((name) => ({
      field: '--fields',
      problem: `names ${name}, which no employee has${didYouMean(name, employeeFields)}`,
    })),
    hint: `Fields: ${employeeFields.join(', ')}.`,
  });
}

function isField(name: string): name is EmployeeField {
  return employeeFields.some((field) => field === name);
}
