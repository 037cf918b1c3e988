import type { Connection } from '@rollcall/core';
import type { Cli } from './cli.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { findConnection } from './find.ts';
import { withSession, type Session } from './session.ts';
import { words } from './show/wording.ts';
import { showWaiting } from './show/show-run.ts';

/** Puts a connection into another state, and says which it is then. */
export function changeState(
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
