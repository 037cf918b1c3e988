import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { describeExitCodes, exitCodes, type ExitCode } from '../exit-codes.ts';

export function addExitCodes(program: Command, action: Action): void {
  program
    .command('exit-codes')
    .description('what the exit codes mean')
    .addHelpText('after', `\nExit codes:\n${describeExitCodes()}`)
    .action(action(explain));
}

// eslint-disable-next-line @typescript-eslint/require-await -- commands are asynchronous
async function explain({ output }: Cli): Promise<ExitCode> {
  output.document(Object.values(exitCodes));
  output.say(describeExitCodes());
  return exitCodes.ok.code;
}
