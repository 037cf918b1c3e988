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

function explain({ output }: Cli): Promise<ExitCode> {
  output.document(Object.values(exitCodes));
  output.say(describeExitCodes());
  return Promise.resolve(exitCodes.ok.code);
}
