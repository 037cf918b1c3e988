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
} from '@rollcall/core';
import { Option, type Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { collectCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodeOf, exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findConnector } from '../find.ts';
import { didYouMean } from '../nearest.ts';
import { withCredentials } from '../options.ts';
import type { Progress } from '../progress.ts';
import { createFormat, formats, type EmployeeFormat, type FormatName } from '../read/employee-format.ts';
import { openTarget, type Target } from '../read/target.ts';
import { withSession } from '../session.ts';
import { describeError, errorDocument } from '../show/show-error.ts';
import { describeReport } from '../show/show-report.ts';
import { openStoredAccess, type StoredAccess } from '../stored-read.ts';

interface ReadCommandOptions extends CredentialOptions {
  readonly format?: FormatName;
  readonly fields?: string;
  readonly out?: string;
}

export function addRead(program: Command, action: Action): void {
  withCredentials(program.command('read'))
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
    const config = await collectCredentials(cli, connector, options);
    const access = { config, platform: platform?.[connector.manifest.slug] ?? {}, tokens: undefined };
    return stream(cli, { connector, access, fields, options });
  }
  return withSession(cli, async ({ customer, config, engineOptions }) => {
    const { id, connector: slug } = await findConnection(customer, given);
    const access = await openStoredAccess(engineOptions, { customerId: customer.customerId, connectionId: id });
    return stream(cli, { connector: findConnector(config.connectors, slug), access, fields, options });
  });
}

interface Source {
  readonly connector: AnyConnector;
  readonly access: StoredAccess;
  readonly fields: readonly EmployeeField[] | undefined;
  readonly options: ReadCommandOptions;
}

function stream(cli: Cli, { connector, access, fields, options }: Source): Promise<ExitCode> {
  const { io, http, output } = cli;
  return cli.progress(async (progress) => {
    const wanted = columnsOf(connector, fields);
    const opened = readEmployees(connector, {
      ...access,
      fields: wanted,
      http,
      clock: io.clock,
      signal: io.signal,
      // People and a moving line on one terminal would be in each other's way.
      ...(!(io.stdout.isTTY === true && options.out === undefined) && { onProgress: progress.reading }),
    });
    const format = formatFor(cli, { options, wanted, isChosen: fields !== undefined });
    const target = openTarget(io, options.out);
    const error = await copy(opened, { format: output.json ? tagged : format, target });
    const report = await opened.report;
    const file = await target.end(hasEverybody(report));
    io.signal.throwIfAborted();
    return tell(cli, { report, error, file, progress });
  });
}

/** With `--json` every line says what it is, and the last one is the report. */
const tagged: EmployeeFormat = {
  page: (employees) => employees.map((employee) => `${JSON.stringify({ employee })}\n`).join(''),
};

/** Gives what ended the read before its end, if anything did: what came until then is written. */
async function copy(
  opened: EmployeeRead,
  { format, target }: { readonly format: EmployeeFormat; readonly target: Target },
): Promise<RollcallError | undefined> {
  try {
    for await (const { employees } of opened.pages()) await target.write(format.page(employees));
    return undefined;
  } catch (error) {
    if (RollcallError.isInstance(error)) return error;
    throw error;
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
  if (file !== null) output.note(hasEverybody(report) ? `Written to ${file}` : `What came is in ${file}`);
  return exitCode;
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
