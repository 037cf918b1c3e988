import type { Command } from 'commander';
import { newConnector, withFlags, type Flags } from 'create-rollcall-connector';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';

export function addNew(program: Command, action: Action): void {
  const start = program.command('new').description('start something new: a connector of your own');
  withFlags(start.command('connector'))
    .description('write the package of a connector, which says what to write next until its suite passes')
    .action(action(connector));
}

async function connector({ io, prompts, output }: Cli, folder: string | undefined, flags: Flags): Promise<ExitCode> {
  const now = io.clock?.now() ?? new Date();
  const made = await newConnector(folder, flags, { cwd: io.cwd, prompts, today: now.toISOString().slice(0, 10) });
  output.document(made);
  output.say(`${made.packageName}: ${String(made.files.length)} files in ${made.folder}`);
  output.note(`Next: ${made.commands.join(' && ')}`);
  return exitCodes.ok.code;
}
