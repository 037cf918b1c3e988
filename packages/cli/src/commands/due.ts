import { setTimeout as pause } from 'node:timers/promises';
import type { DueResult } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOf, exitCodeOfRun, exitCodes, type ExitCode } from '../exit-codes.ts';
import { seconds, wholeNumber } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { shortId } from '../show/wording.ts';
import { describeError, errorDocument } from '../show/show-error.ts';
import { showRun } from '../show/show-run.ts';

interface DueOptions {
  readonly watch?: boolean;
  readonly every: number;
  readonly limit: number;
}

export function addDue(program: Command, action: Action): void {
  program
    .command('due')
    .description('sync all connections that are due, of all customers')
    .option('--watch', 'go on until interrupted; with --json one line for each run')
    .option('--every <seconds>', 'how often to look with --watch', seconds, 60)
    .option('--limit <count>', 'at most so many in one go', wholeNumber, 100)
    .action(action(due));
}

function due(cli: Cli, { watch, every, limit }: DueOptions): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    if (watch === true) return watchDue(cli, session, { everyMs: every * 1000, limit });
    const results = await session.engine.runDue({ limit, signal: cli.io.signal });
    cli.output.document(results.map(toDocument));
    for (const result of results) show(cli, result);
    if (results.length === 0) cli.output.note('Nothing is due.');
    if (!cli.io.signal.aborted) return worst(results);
    cli.output.warn('Interrupted.');
    return exitCodes.interrupted.code;
  });
}

async function watchDue(
  cli: Cli,
  { engine }: Session,
  { everyMs, limit }: { readonly everyMs: number; readonly limit: number },
): Promise<ExitCode> {
  const { signal } = cli.io;
  cli.output.warn(`Looking every ${String(everyMs / 1000)} seconds; Ctrl-C ends it.`);
  while (!signal.aborted) {
    for (const result of await engine.runDue({ limit, signal })) {
      cli.output.line(toDocument(result));
      show(cli, result);
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
  return exitCodes.interrupted.code;
}

function exitCodeOfDue(result: DueResult): ExitCode {
  return result.ok ? exitCodeOfRun(result.run) : exitCodeOf(result.error);
}

function toDocument(result: DueResult): unknown {
  if (result.ok) return result;
  const { connectionId, ok, error } = result;
  return { connectionId, ok, ...errorDocument(error, exitCodeOfDue(result)) };
}

function show({ output }: Cli, result: DueResult): void {
  if (result.ok) showRun(output, result);
  else output.say(`${output.colours.red('✗')} ${shortId(result.connectionId)}: ${describeError(result.error)}`);
}

/** What a person has to do something about counts most; another process being faster is no failure. */
function worst(results: readonly DueResult[]): ExitCode {
  const codes = new Set(results.map(exitCodeOfDue));
  const order = [exitCodes.attention, exitCodes.review, exitCodes.failed, exitCodes.usage];
  return order.find(({ code }) => codes.has(code))?.code ?? exitCodes.ok.code;
}
