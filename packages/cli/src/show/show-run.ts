import { clean, renderSummary, type Connection, type Run } from '@rollcall/core';
import type { Output } from '../output.ts';
import { counted, shortId, words } from './wording.ts';

interface Ended {
  readonly run: Run;
  readonly connection: Connection;
}

/** What a run came to, for people; with what to do next where something waits. */
export function showRun(output: Output, { run, connection }: Ended): void {
  showOutcome(output, { run, connection });
  if (run.error === null) showWaiting(output, connection);
}

/** What a run came to, whatever has happened since. */
export function showOutcome(output: Output, { run, connection }: Ended): void {
  const kind = run.kind === 'preview' && run.state === 'done' ? 'confirmed plan' : words(run.kind);
  const title = `${kind} of ${connection.connector} (run ${shortId(run.id)})`;
  if (run.error !== null) {
    output.say(`${output.colours.red('✗')} ${title}: ${clean(run.error.message)}`);
    if (run.error.hint !== undefined) output.say(`  ${clean(run.error.hint)}`);
    output.say('  Nothing was changed.');
    return;
  }
  output.say(`${output.colours.green('✓')} ${title}: ${counted(run.done, 'operation')} done, ${String(run.failed)} failed.`);
  if (run.summary !== null) output.say(`  ${summaryOf(run, run.summary)}`);
  if (run.read?.outcome === 'partial') output.say(`  The read is not complete: ${clean(run.read.because ?? '')}`);
  for (const note of run.notes) output.say(`  Note: ${clean(note)}`);
}

function summaryOf({ held }: Run, summary: NonNullable<Run['summary']>): string {
  return renderSummary({ summary, held: held === null ? null : { ...held, operations: [] }, teams: null });
}

/** What keeps a connection from going on by itself. */
export function showWaiting(output: Output, { attention, pending }: Connection): void {
  if (attention !== null) {
    output.say(`  Needs attention (${words(attention.cause)}): ${clean(attention.message)}`);
    if (attention.hint !== undefined) output.say(`  ${clean(attention.hint)}`);
  }
  if (pending?.for === 'approval') {
    const hash = shortId(pending.planHash);
    output.say(`  Held for a person to look at: rollcall held, then rollcall approve ${hash} or rollcall reject ${hash}`);
  }
}
