import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { loadTesting } from '../load-testing.ts';

export function addCheckPackage(program: Command, action: Action): void {
  program
    .command('check-package')
    .description('for authors: does a folder have the shape of a connector package? It is loaded, as its tests do')
    .argument('[folder]', 'default: here')
    .action(action(checkPackage));
}

async function checkPackage({ io, output }: Cli, folder = '.'): Promise<ExitCode> {
  const { checkConnectorPackage } = await loadTesting();
  const problems = await checkConnectorPackage(resolve(io.cwd, folder));
  output.document({ folder, problems });
  for (const { file, problem } of problems) output.say(`${output.colours.yellow('!')} ${file}: ${problem}`);
  if (problems.length === 0) output.say(`${output.colours.green('✓')} ${folder} has the shape of a connector package.`);
  return problems.length === 0 ? exitCodes.ok.code : exitCodes.review.code;
}
