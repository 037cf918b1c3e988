#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCodes } from './exit-codes.ts';
import { Interrupted } from './io.ts';
import { main } from './main.ts';
import { systemCodeOf } from './show/show-error.ts';

export { defineConfig, type DirectoryConfig, type RollcallConfig, type StoreConfig } from './config/define-config.ts';
export { exitCodes, type ExitCode } from './exit-codes.ts';
export { type Io, type Screen } from './io.ts';
export { main } from './main.ts';
export { type Choice, type Prompts, type Question } from './prompts.ts';

/** A config imports this file too: only the command itself runs. */
function isCommand([, script]: readonly string[]): boolean {
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url);
}

async function run(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process;
  const interrupted = new AbortController();
  const interrupt = (): void => {
    // Whoever presses it twice does not want to wait for the end of a batch.
    if (interrupted.signal.aborted) process.exit(exitCodes.interrupted.code);
    interrupted.abort(new Interrupted());
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  // `rollcall read | head`: the reader has seen enough.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(141);
    stderr.write(`stdout cannot be written${systemCodeOf(error)}\n`, () => process.exit(exitCodes.failed.code));
  });
  const exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), signal: interrupted.signal });
  process.exitCode = exitCode;
  if (interrupted.signal.aborted) stderr.write('', () => process.exit(exitCode));
}

// Not awaited: a config that imports this file would wait for the command, which waits for the config.
if (isCommand(process.argv)) void run();
