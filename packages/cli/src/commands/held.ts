import { clean } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { withConnection, withNames, type NamesOption } from '../options.ts';
import { withSession } from '../session.ts';
import { peopleNames } from '../show/people-names.ts';
import { counted, shortId } from '../show/wording.ts';
import { showOperations } from '../show/show-operations.ts';

export function addHeld(program: Command, action: Action): void {
  withNames(withConnection(program.command('held')))
    .description('what waits for approval, and why')
    .action(action(held));
}

function held(cli: Cli, given: string | undefined, { names: wanted }: NamesOption): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const { output } = cli;
    const { id } = await findConnection(customer, given);
    const plan = await customer.held(id);
    output.document({ connection: id, held: plan });
    if (plan === null) {
      output.say('Nothing is held.');
      return exitCodes.ok.code;
    }
    const { planHash, reason, rule, operations } = plan;
    output.say(`${counted(operations.length, 'operation')} held (rule ${rule}): ${clean(reason)}`);
    const names = await peopleNames(customer, id, wanted);
    showOperations(
      output,
      operations.map(({ operation }) => operation),
      names,
    );
    output.say(`To carry them out: rollcall approve ${shortId(planHash)}; to drop them: rollcall reject ${shortId(planHash)}`);
    return exitCodes.review.code;
  });
}
