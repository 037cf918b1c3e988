import { CommanderError } from 'commander';
import { createCli, type Action, type GlobalOptions } from './cli.ts';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.ts';
import { Interrupted, type Io } from './io.ts';
import { createProgram, withoutValue } from './program.ts';
import { describeError, errorDocument } from './show/show-error.ts';

// How long an interrupted run may take to end its batch and give its lease back.
const graceMs = 3_000;

/**
 * Runs one command line, without `node` and the script, and gives the exit code. Nothing is thrown: what went wrong is
 * printed.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok.code;
  const action: Action =
    (work) =>
    async (...args) => {
      exitCode = await orInterrupted(io.signal, work(createCli(io, program.opts<GlobalOptions>()), ...args));
    };
  const program = createProgram(io, action);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return tell(io, error, { json: argv.includes('--json'), debug: argv.includes('--debug') });
  }
}

/** Work that goes on after Ctrl-C may end what it is doing, but not for long. */
async function orInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let listener: (() => void) | undefined;
  const impatient = new Promise<never>((_, reject) => {
    listener = () => {
      timer = setTimeout(reject, graceMs, new Interrupted());
    };
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return await Promise.race([work, impatient]);
  } finally {
    clearTimeout(timer);
    if (listener !== undefined) signal.removeEventListener('abort', listener);
  }
}

function tell(io: Io, thrown: unknown, { json, debug }: { readonly json: boolean; readonly debug: boolean }): ExitCode {
  // Whatever a command under way made of the interruption, an interruption it is.
  const error = io.signal.aborted ? new Interrupted() : thrown;
  if (error instanceof CommanderError) return tellOfUsage(io, error, json);
  const exitCode = exitCodeOf(error);
  // On one line, because it may end a stream of lines.
  if (json) io.stdout.write(`${JSON.stringify(errorDocument(error, exitCode))}\n`);
  io.stderr.write(error instanceof Interrupted ? 'Interrupted.\n' : `${describeError(error)}\n`);
  if (debug && thrown instanceof Error) io.stderr.write(`${thrown.stack ?? ''}\n`);
  return exitCode;
}

/** Commander has said it on stderr already, with its suggestion; help and version are no errors. */
function tellOfUsage(io: Io, { exitCode, code, message }: CommanderError, json: boolean): ExitCode {
  if (exitCode === 0) return exitCodes.ok.code;
  const usage = exitCodes.usage.code;
  const error = { name: 'UsageError', code, message: withoutValue(message).replace(/^error: /, '') };
  if (json) io.stdout.write(`${JSON.stringify({ error, exitCode: usage })}\n`);
  return usage;
}
