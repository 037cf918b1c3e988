import type { Connection } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { withConnection } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { words } from '../show/printable.ts';
import { showWaiting } from '../show/show-run.ts';

export function addPause(program: Command, action: Action): void {
  withConnection(program.command('pause'))
    .description('stop reading and applying, and forget nothing')
    .action(
      action((cli: Cli, given: string | undefined) =>
        change(cli, given, ({ customer, actor }, id) => customer.pause(id, { actor })),
      ),
    );
  withConnection(program.command('resume'))
    .description('go on where it was paused')
    .action(
      action((cli: Cli, given: string | undefined) =>
        change(cli, given, ({ customer, actor }, id) => customer.resume(id, { actor })),
      ),
    );
}

function change(
  cli: Cli,
  given: string | undefined,
  work: (session: Session, connectionId: string) => Promise<Connection>,
): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const { id } = await findConnection(session.customer, given);
    const connection = await work(session, id);
    cli.output.document({ connection });
    cli.output.say(`${connection.connector} is ${words(connection.state)}.`);
    showWaiting(cli.output, connection);
    return exitCodes.ok.code;
  });
}
