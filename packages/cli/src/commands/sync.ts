import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { follow } from '../follow.ts';
import { withConnection } from '../options.ts';
import { withSession } from '../session.ts';
import { showRun } from '../show/show-run.ts';

export function addSync(program: Command, action: Action): void {
  withConnection(program.command('sync'))
    .description('one pass now: read, plan, apply what needs no approval')
    .action(action(sync));
}

function sync(cli: Cli, given: string | undefined): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const { customer } = session;
    const { id } = await findConnection(customer, given);
    const result = await follow(cli, session, (options) => customer.sync(id, options));
    cli.output.document(result);
    showRun(cli.output, result);
    return exitCodeOfRun(result.run);
  });
}
