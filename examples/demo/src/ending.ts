import type { JournalEntry } from '@rollcall/core';
import { screen } from './screen.ts';
import { withAccess } from './living.ts';
import type { Stage } from './stage.ts';

/** One of them was a mistake. */
export async function whyAndUndo(stage: Stage, id: string, done: readonly JournalEntry[]): Promise<void> {
  screen.chapter(9, 'Why was this person removed, and how is it taken back?');
  const { acme, owner } = stage;
  const removed = done.find(({ operation, memberId }) => memberId !== null && ['revoke', 'archive'].includes(operation.kind));
  if (removed?.memberId == null || removed.employeeId === null) {
    screen.say('Nobody was removed.');
    return;
  }
  const { status, decision, history } = await acme.why(removed.memberId);
  screen.say(
    `${status.provenance ?? 'added by hand'}; ${decision?.situation ?? ''} now (${decision?.rule ?? ''}): ${decision?.reason ?? ''}`,
  );
  screen.table(
    ['when', 'what', 'why', 'rule', 'evidence'],
    history.map(({ at, operation }) => [
      at.slice(0, 10),
      operation.kind.replaceAll('_', ' '),
      operation.reason,
      operation.rule,
      'evidence' in operation ? `${operation.evidence.path}: ${operation.evidence.value}` : '',
    ]),
  );
  const target = { runId: removed.runId, employeeId: removed.employeeId };
  const { operations, hash } = await acme.previewUndo(id, target);
  screen.say(`taking it back would mean: ${operations.map(({ kind }) => kind).join(', ')}`);
  const before = await withAccess(stage);
  await acme.undo(id, { ...target, hash, actor: owner });
  await acme.sync(id);
  screen.good(
    `undone: ${before} people had access, ${await withAccess(stage)} have it now; later syncs leave this person alone until somebody says otherwise`,
  );
}

/** Nobody loses access by it. */
export async function disconnect(stage: Stage, id: string): Promise<void> {
  screen.chapter(10, 'Disconnected');
  const { acme, owner } = stage;
  const preview = await acme.previewDisconnect(id);
  screen.say(
    `It would keep ${preview.kept} members as they are, take ${preview.candidates} candidates off the list and erase what is stored of ${preview.erased} employees.`,
  );
  const before = await withAccess(stage);
  const { state } = await acme.disconnect(id, { actor: owner });
  const { people } = await acme.people(id);
  screen.good(
    `${state}: ${before} people had access, ${await withAccess(stage)} have it now; ${people.length} employees are stored`,
  );
  const actions = await acme.actions(id);
  screen.say(
    `On record stays who did what: ${actions
      .map(({ action }) => action)
      .reverse()
      .join(', ')}.`,
  );
}
