import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPlan } from '../find.ts';
import { withSession } from '../session.ts';
import { shortId } from '../show/wording.ts';
import { showWaiting } from '../show/show-run.ts';

export function addReject(program: Command, action: Action): void {
  program
    .command('reject')
    .description('drop what was held; the same evidence does not ask again')
    .argument('<hash>', 'of the plan; its first 8 characters are enough')
    .action(action(reject));
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
