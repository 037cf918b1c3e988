import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { withConnectionOption, type ConnectionOption } from '../options.ts';
import { withSession } from '../session.ts';
import { counted, shortId } from '../show/wording.ts';

interface InviteOptions extends ConnectionOption {
  readonly entity?: string;
  readonly access?: string;
}

export function addInvite(program: Command, action: Action): void {
  withConnectionOption(program.command('invite'))
    .description('invite candidates')
    .argument('<employeeId...>', 'as in "rollcall candidates"')
    .option('--entity <entity>', 'where the customer has several; default: what the mapping chose')
    .option('--access <access>', "in the platform's own words")
    .action(action(invite));
}

function invite(cli: Cli, employeeIds: readonly string[], { connection, entity, access }: InviteOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { id } = await findConnection(customer, connection);
    const result = await customer.invite(id, { actor, employeeIds, entity, access });
    cli.output.document({ connection: id, ...result });
    const { done, failed, run } = result;
    cli.output.say(`${counted(done, 'person', 'people')} invited, ${String(failed)} failed (run ${shortId(run.id)}).`);
    return exitCodeOfRun(run);
  });
}
