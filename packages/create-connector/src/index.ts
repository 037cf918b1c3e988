#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from './main.ts';

export { withFlags, type Flags } from './flags.ts';
export { main, type ExitCode, type Io } from './main.ts';
export { newConnector, type NewConnector, type NewConnectorOptions } from './new-connector.ts';
export { type Choice, type Prompts, type Question } from './prompts.ts';

/** The `rollcall` command imports this file too: only the command itself runs. */
function isCommand([, script]: readonly string[]): boolean {
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(import.meta.url);
}

if (isCommand(process.argv)) {
  const { argv, stdin, stdout, stderr } = process;
  const interrupted = new AbortController();
  process.on('SIGINT', () => {
    interrupted.abort();
  });
  const io = { stdin, stdout, stderr, cwd: process.cwd(), signal: interrupted.signal, now: () => new Date() };
  process.exitCode = await main(argv.slice(2), io);
}
