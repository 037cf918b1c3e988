import type { DisconnectPreview } from '@rollcall/core';
import type { Command } from 'commander';
import { refused } from '../agreed.ts';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { withConnection } from '../options.ts';
import type { Output } from '../output.ts';
import { withSession } from '../session.ts';
import { counted } from '../show/wording.ts';

interface DisconnectOptions {
  readonly yes?: boolean;
}

export function addDisconnect(program: Command, action: Action): void {
  withConnection(program.command('disconnect'))
    .description('end a connection: shows what that means, then asks. Nobody loses access by it')
    .option('--yes', 'without asking')
    .action(action(disconnect));
}

function disconnect(cli: Cli, given: string | undefined, { yes }: DisconnectOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { output } = cli;
    const { id, connector } = await findConnection(customer, given);
    const preview = await customer.previewDisconnect(id);
    show(output, connector, preview);
    const no = await refused(cli, { yes, question: `Disconnect ${connector}?`, shown: { preview } });
    if (no !== null) return no;
    const connection = await customer.disconnect(id, { actor });
    output.document({ preview, done: true, connection });
    output.say(`${connector} is disconnected.`);
    return exitCodes.ok.code;
  });
}

function show(
  output: Output,
  connector: string,
  { kept, pendingInvitations, invitations, candidates, erased, teamSync }: DisconnectPreview,
): void {
  output.say(`Disconnecting ${connector} means:`);
  output.say(`- ${counted(kept, 'member')} keep account and access, and become manual`);
  output.say(`- ${counted(pendingInvitations, 'pending invitation')}: ${invitations === 'keep' ? 'stay valid' : 'withdrawn'}`);
  output.say(`- ${counted(candidates, 'candidate')} disappear from the list`);
  output.say(`- credentials and what is stored of ${counted(erased, 'employee')} are erased`);
  if (teamSync) output.say('- the teams stay and become editable');
}
