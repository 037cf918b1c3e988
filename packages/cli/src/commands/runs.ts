import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { wholeNumber, withConnection } from '../options.ts';
import { withSession } from '../session.ts';
import { shortId, words } from '../show/wording.ts';

interface RunsOptions {
  readonly limit: number;
  readonly before?: string;
}

export function addRuns(program: Command, action: Action): void {
  withConnection(program.command('runs'))
    .description('what has run, newest first')
    .option('--limit <count>', 'at most so many', wholeNumber, 20)
    .option('--before <instant>', 'the next page: only runs that started before')
    .action(action(runs));
}

function runs(cli: Cli, given: string | undefined, { limit, before }: RunsOptions): Promise<ExitCode> {
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
