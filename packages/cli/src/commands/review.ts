import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPlan } from '../find.ts';
import { withSession } from '../session.ts';
import { shortId } from '../show/printable.ts';
import { showRun, showWaiting } from '../show/show-run.ts';

/** The two answers to what is held. */
export function addReview(program: Command, action: Action): void {
  program
    .command('approve')
    .description('carry out what was held')
    .argument('<hash>', 'of the plan; its first 8 characters are enough')
    .action(action(approve));
  program
    .command('reject')
    .description('drop what was held; the same evidence does not ask again')
    .argument('<hash>', 'of the plan; its first 8 characters are enough')
    .action(action(reject));
}

function approve(cli: Cli, hash: string): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { connection, planHash } = await findPlan(customer, hash, 'approval');
    const result = await cli.progress(({ run }) => customer.approve(connection.id, { actor, planHash, onProgress: run }));
    cli.output.document(result);
    showRun(cli.output, result);
    return exitCodeOfRun(result.run);
  });
}

function reject(cli: Cli, hash: string): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { connection, planHash } = await findPlan(customer, hash, 'approval');
    const updated = await customer.reject(connection.id, { actor, planHash });
    cli.output.document({ connection: updated });
    cli.output.say(`Dropped what ${shortId(planHash)} held. The people in it stay as they are.`);
    showWaiting(cli.output, updated);
    return exitCodes.ok.code;
  });
}
