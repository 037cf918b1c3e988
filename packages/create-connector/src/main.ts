import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { RollcallError } from '@rollcall/core';
import { Command, CommanderError } from 'commander';
import { withFlags, type Flags } from './flags.ts';
import { newConnector } from './new-connector.ts';
import { createPrompts, type Prompts } from './prompts.ts';

/** Everything the command touches of the process it runs in: tests hand in their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Default: questions on the terminal, and none where there is no terminal. */
  readonly prompts?: Prompts;
}

/** 0 done, 1 failed, 2 wrong or missing answers, 130 interrupted: as of the `rollcall` command. */
export type ExitCode = 0 | 1 | 2 | 130;

/** Runs one command line, without `node` and the script. Nothing is thrown: what went wrong is printed. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const command = withFlags(new Command('create-rollcall-connector'))
    .description('A connector for Rollcall that says what to write next, until its suite passes.')
    .version(versionOfPackage())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .action(async (folder: string | undefined, flags: Flags) => {
      const options = { cwd: io.cwd, prompts: io.prompts ?? createPrompts(io), today: io.now().toISOString().slice(0, 10) };
      const { files, commands, ...made } = await newConnector(folder, flags, options);
      io.stdout.write(`${made.packageName}: ${String(files.length)} files in ${made.folder}\n\nNext:\n`);
      io.stdout.write(commands.map((line) => `  ${line}\n`).join(''));
    });
  try {
    await command.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return tell(io, error);
  }
}

function tell(io: Io, error: unknown): ExitCode {
  // Commander has said it already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (io.signal.aborted || (error instanceof Error && /^(?:ExitPrompt|AbortPrompt)Error$/.test(error.name))) {
    io.stderr.write('Interrupted.\n');
    return 130;
  }
  if (RollcallError.isInstance(error)) {
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
  io.stderr.write(`failed: ${error instanceof Error ? error.message : 'for an unknown reason'}\n`);
  return 1;
}

function versionOfPackage(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
