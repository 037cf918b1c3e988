import type { Command } from 'commander';
import { changeState } from '../change-state.ts';
import type { Action, Cli } from '../cli.ts';
import type { ExitCode } from '../exit-codes.ts';
import { withConnection } from '../options.ts';

export function addPause(program: Command, action: Action): void {
  withConnection(program.command('pause')).description('stop reading and applying, and forget nothing').action(action(pause));
}

function pause(cli: Cli, given: string | undefined): Promise<ExitCode> {
  return changeState(cli, given, ({ customer, actor }, id) => customer.pause(id, { actor }));
}
