import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-codes.ts';
import { findPlan } from '../find.ts';
import { follow } from '../follow.ts';
import { withSession } from '../session.ts';
import { showRun } from '../show/show-run.ts';

export function addApprove(program: Command, action: Action): void {
  program
    .command('approve')
    .description('carry out what was held')
    .argument('<hash>', 'of the plan; its first 8 characters are enough')
    .action(action(approve));
}

function approve(cli: Cli, hash: string): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const { customer } = session;
    const { connection, planHash } = await findPlan(customer, hash, 'approval');
    const result = await follow(cli, session, (options) => customer.approve(connection.id, { ...options, planHash }));
    cli.output.document(result);
    showRun(cli.output, result);
    return exitCodeOfRun(result.run);
  });
}
