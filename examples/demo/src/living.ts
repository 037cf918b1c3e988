import { isRemoval, type JournalEntry, type RunResult } from '@rollcall/core';
import { stateOf, twinEvents, type BadDay } from '@rollcall/sandbox';
import { everybody, namesOf } from './names.ts';
import { operationsTable, reasonsTable } from './plan-tables.ts';
import { screen } from './screen.ts';
import type { Stage } from './stage.ts';

export async function aMonthLater({ company, acme, owner }: Stage, id: string): Promise<void> {
  const events = company.advance(30);
  screen.chapter(6, `A month later, ${company.today}: ${events.length} things happened in the company`);
  const kinds = Map.groupBy(events, ({ kind }) => kind);
  screen.table(
    ['event', 'times', 'meaning'],
    [...kinds].map(([kind, { length }]) => [kind, length, twinEvents[kind]]),
  );
  const { run, connection } = await acme.sync(id);
  const entries = await acme.operations(id, run.id, { status: 'done' });
  operationsTable(
    run.summary?.operations ?? {},
    entries.map(({ operation }) => operation).filter((each) => 'evidence' in each),
  );
  reasonsTable(entries, await namesOf(acme, id));
  const candidates = run.summary?.people.candidate ?? 0;
  if (candidates > 0) screen.say(`${candidates} new people wait under "Add people"; nobody gets access unasked.`);
  screen.good(`carried out: ${run.done}, failed: ${run.failed}; the connection is ${connection.state}`);
  const held = await acme.held(id);
  if (held === null) return;
  screen.say(`held: ${held.reason}; an administrator looks at it and approves`);
  await acme.approve(id, { planHash: held.planHash, actor: owner });
}

const misfortunes: readonly (readonly [BadDay, string])[] = [
  ['cutPage', 'the connection breaks in the middle of an answer'],
  ['emptyPage', 'an answer without people'],
  ['htmlWith200', 'a log-in page instead of data'],
  ['unauthorisedInTheMiddle', 'the credentials are withdrawn while reading'],
  ['missingPermission', 'a permission is taken away'],
];

/** Nobody is removed, and the state of the connection says what happened. */
export async function badDays(stage: Stage, id: string): Promise<void> {
  screen.chapter(7, 'Bad days: nobody is removed, and the reason is said');
  const { sandbox, hasty, owner } = stage;
  const before = await withAccess(stage);
  for (const [name, meaning] of misfortunes) {
    sandbox.badDay(name, { at: 1 });
    const result = await hasty.sync(id);
    sandbox.badDay(null);
    const removals = (await hasty.operations(id, result.run.id)).filter(({ operation }) => isRemoval(operation)).length;
    screen.good(`${meaning}: ${removals} removals. ${stateInWords(result)}`);
  }
  const { connection } = await hasty.reconnect(id, { config: sandbox.config, actor: owner });
  await hasty.sync(id);
  screen.say(`The administrator enters the credentials again: ${connection.state}.`);
  screen.say(`${before} people had access before, ${await withAccess(stage)} have it now.`);
}

function stateInWords({ run, connection }: RunResult): string {
  const { state, attention } = connection;
  if (attention !== null) return `${state.replaceAll('_', ' ')} (${attention.cause}): ${attention.message}`;
  if (run.error !== null) return `${state}, tried again by itself: ${run.error.message}`;
  return `${state}: ${run.notes[0] ?? 'the read is complete'}`;
}

export async function withAccess({ directory }: Stage): Promise<number> {
  return (await directory.members()).filter(({ status }) => status === 'active').length;
}

/** Too many end at once: held until somebody approves. Gives what was done. */
export async function massLeave(stage: Stage, id: string): Promise<readonly JournalEntry[]> {
  screen.chapter(8, 'Many leave on one day: held, looked at, approved');
  const { acme, company, owner } = stage;
  const leavers = await someLeavers(stage, id);
  for (const personId of leavers) company.write(personId, { terminationDate: company.day(-1), leave: null });
  const before = await withAccess(stage);
  const { run, connection } = await acme.sync(id);
  const held = await acme.held(id);
  if (held === null) {
    screen.say(`${leavers.length} left, which is not too many: nothing was held.`);
    return acme.operations(id, run.id, { status: 'done' });
  }
  screen.bad(`the connection is ${connection.state} (${held.rule}): ${held.reason}`);
  screen.say(`${before} people had access before, ${await withAccess(stage)} while it is held.`);
  const approved = await acme.approve(id, { planHash: held.planHash, actor: owner });
  screen.good(
    `approved: ${run.summary?.held ?? 0} removals, ${await withAccess(stage)} people have access; ${approved.connection.state}`,
  );
  return held.operations;
}

/** Managed people who lead nobody: more of them than the guard lets go unasked. */
async function someLeavers({ acme, company, owner }: Stage, id: string): Promise<readonly number[]> {
  const people = await everybody(acme, id);
  const { configuration } = await acme.get(id);
  const { removals = 0, share = 0 } = configuration?.policy.guard ?? {};
  const linked = people.filter(({ decision }) => decision.memberId !== undefined).length;
  const enough = Math.max(removals, Math.floor(linked * share)) + 1;
  const managed = people.filter(({ decision }) => decision.situation === 'managed' && decision.memberId !== owner.id);
  const addresses = new Set(managed.map(({ employee }) => employee.workEmail));
  const leads = new Set(company.people.map(({ managerId }) => managerId));
  // By address: not every HR system gives out the ids that it has inside.
  return company.people
    .filter((person) => addresses.has(person.email) && !leads.has(person.id) && stateOf(person, company.today) === 'active')
    .map((person) => person.id)
    .slice(0, enough);
}
