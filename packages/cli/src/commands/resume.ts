import type { Command } from 'commander';
import { changeState } from '../change-state.ts';
import type { Action, Cli } from '../cli.ts';
import type { ExitCode } from '../exit-codes.ts';
import { withConnection } from '../options.ts';

export function addResume(program: Command, action: Action): void {
  withConnection(program.command('resume')).description('go on where it was paused').action(action(resume));
}

function resume(cli: Cli, given: string | undefined): Promise<ExitCode> {
  return changeState(cli, given, ({ customer, actor }, id) => customer.resume(id, { actor }));
}
