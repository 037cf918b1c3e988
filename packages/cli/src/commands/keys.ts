import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { newKey } from '../config/secret-keys.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withSession } from '../session.ts';
import { counted } from '../show/wording.ts';

export function addKeys(program: Command, action: Action): void {
  const keys = program.command('keys').description('the keys that seal credentials and bank accounts');
  keys.command('new').description('make a key and print it').action(action(make));
  keys.command('rotate').description('seal everything anew with the current key, so that old keys can go').action(action(rotate));
}

function make({ output }: Cli): Promise<ExitCode> {
  const key = newKey();
  output.document({ key });
  output.say(key);
  output.note('Keep it with your other secrets, not in the database. Set ROLLCALL_SECRET_KEY to it.');
  output.note('To rotate: ROLLCALL_SECRET_KEY=<new>,<old>, then rollcall keys rotate, then leave <old> out.');
  return Promise.resolve(exitCodes.ok.code);
}

function rotate(cli: Cli): Promise<ExitCode> {
  return withSession(cli, async ({ engine }) => {
    const rotation = await engine.rotateKeys(() => {
      cli.io.signal.throwIfAborted();
    });
    const { connections, secrets, bankAccounts } = rotation;
    cli.output.document(rotation);
    const sealed = `${counted(secrets, 'secret')} and ${counted(bankAccounts, 'bank account')}`;
    cli.output.say(`${counted(connections, 'connection')} looked at, ${sealed} sealed anew. Old keys can go now.`);
    return exitCodes.ok.code;
  });
}
