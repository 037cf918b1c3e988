import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findRun } from '../find.ts';
import {
  wholeNumber,
  withConnection,
  withConnectionOption,
  withNames,
  type ConnectionOption,
  type NamesOption,
} from '../options.ts';
import { withSession } from '../session.ts';
import { peopleNames } from '../show/people-names.ts';
import { showEntries } from '../show/show-operations.ts';
import { showOutcome } from '../show/show-run.ts';
import { shortId, words } from '../show/wording.ts';

interface RunsOptions {
  readonly limit?: number;
  readonly before?: string;
}

interface ShowOptions extends ConnectionOption, NamesOption {
  readonly after?: number;
}

export function addRuns(program: Command, action: Action): void {
  const runsCommand = withConnection(program.command('runs'))
    .description('what has run, newest first')
    .option('--limit <count>', 'at most so many (default: 20 runs, 200 operations)', wholeNumber)
    .option('--before <instant>', 'the next page: only runs that started before')
    .action(action(runs));
  withNames(withConnectionOption(runsCommand.command('show')))
    .description('what a run did, tried or holds back, in its order')
    .argument('<run>', 'its id or the beginning of it, as in "rollcall runs"')
    .option('--after <number>', 'the next page: begin behind this operation', wholeNumber)
    .action(action(show));
}

function runs(cli: Cli, given: string | undefined, { limit = 20, before }: RunsOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const { output } = cli;
    const { id } = await findConnection(customer, given);
    const found = await customer.runs(id, { limit, ...(before !== undefined && { before }) });
    output.document({ connection: id, runs: found });
    output.table(
      ['run', 'kind', 'state', 'started', 'by', 'read', 'done', 'failed', 'held', 'error'],
      found.map((run) => [
        shortId(run.id),
        words(run.kind),
        words(run.state),
        run.startedAt,
        run.actor.id,
        run.read === null ? '' : `${String(run.read.employees)} (${run.read.outcome})`,
        run.done,
        run.failed,
        run.held === null ? '' : (run.summary?.held ?? 0),
        run.error?.code,
      ]),
    );
    const last = found.at(-1);
    if (last !== undefined && found.length === limit) output.note(`There may be more: add --before ${last.startedAt}`);
    return exitCodes.ok.code;
  });
}

function show(cli: Cli, given: string, options: ShowOptions, command: Command): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const { output } = cli;
    const { after = 0 } = options;
    // Commander gives it to the command above, wherever on the line it stands.
    const { limit = 200 } = command.optsWithGlobals<RunsOptions>();
    const { connection, run } = await findRun(customer, given, options.connection);
    // People count from 1, the journal from 0.
    const operations = await customer.operations(connection.id, run.id, { limit, afterSeq: after - 1 });
    output.document({ connection: connection.id, run, operations });
    showOutcome(output, { run, connection });
    showEntries(output, operations, await peopleNames(customer, connection.id, options.names));
    const last = operations.at(-1);
    if (last !== undefined && operations.length === limit) output.note(`There may be more: add --after ${String(last.seq + 1)}`);
    return exitCodes.ok.code;
  });
}
