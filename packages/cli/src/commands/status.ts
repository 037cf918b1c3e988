import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withSession } from '../session.ts';
import { shortId, words } from '../show/wording.ts';
import { showWaiting } from '../show/show-run.ts';

interface StatusOptions {
  readonly all?: boolean;
}

export function addStatus(program: Command, action: Action): void {
  program
    .command('status')
    .description("list the customer's connections with their state")
    .option('--all', 'also those that are disconnected')
    .action(action(status));
}

function status(cli: Cli, { all }: StatusOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const { output } = cli;
    const connections = (await customer.connections()).filter(({ state }) => all === true || state !== 'disconnected');
    output.document(connections);
    output.table(
      ['connection', 'connector', 'state', 'teams', 'next sync', 'plan that waits'],
      connections.map(({ id, connector, state, teamSync, nextSyncAt, pending }) => [
        shortId(id),
        connector,
        words(state),
        teamSync ? 'on' : 'off',
        nextSyncAt ?? '',
        pending === null ? '' : `${shortId(pending.planHash)} for ${pending.for}`,
      ]),
    );
    for (const connection of connections) showWaiting(output, connection);
    if (connections.length === 0) output.note('Nothing is connected: rollcall connect <connector>');
    return exitCodes.ok.code;
  });
}
