import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { configureAndPreview, type ConfigureOptions } from '../configure.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { withConfiguration, withConnection, withNames } from '../options.ts';
import { withSession } from '../session.ts';

export function addConfigure(program: Command, action: Action): void {
  withNames(withConfiguration(withConnection(program.command('configure'))))
    .description('set what a connection shall do, and show its plan')
    .action(action(configure));
}

function configure(cli: Cli, given: string | undefined, options: ConfigureOptions): Promise<ExitCode> {
  return withSession(cli, async (session) =>
    configureAndPreview(cli, session, { connection: await findConnection(session.customer, given), options }),
  );
}
