import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-codes.ts';
import { findPlan } from '../find.ts';
import { follow } from '../follow.ts';
import { withSession } from '../session.ts';
import { showRun } from '../show/show-run.ts';

export function addConfirm(program: Command, action: Action): void {
  program
    .command('confirm')
    .description('carry out the plan that was previewed: exactly it, or nothing if the world has moved since')
    .argument('<hash>', 'of the plan; its first 8 characters are enough')
    .action(action(confirm));
}

function confirm(cli: Cli, hash: string): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const { customer } = session;
    const { connection, planHash } = await findPlan(customer, hash, 'confirmation');
    const result = await follow(cli, session, (options) => customer.confirm(connection.id, { ...options, planHash }));
    cli.output.document(result);
    showRun(cli.output, result);
    return exitCodeOfRun(result.run);
  });
}
