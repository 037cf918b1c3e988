import assert from 'node:assert/strict';
import { chapter, say } from '@rollcall/example-support';
import { countWithAccess, memberOf, type Stage } from './stage.ts';
import { managedPerson } from './people.ts';

/** The HR department withdraws the credentials; later somebody enters new ones. */
export async function credentials(stage: Stage, id: string): Promise<void> {
  chapter('Credentials are withdrawn');
  const { company, customer, engine, owner, sandbox } = stage;
  const before = await countWithAccess(stage);
  // The stored token is a day old by then, and no new one is given out.
  company.pass(2);
  sandbox.badDay('unauthorisedInTheMiddle', { on: 'token' });
  const { run, connection } = await customer.sync(id);
  assert.equal(run.state, 'failed');
  assert.equal(connection.state, 'needs_attention');
  assert.equal(connection.attention?.cause, 'reauthenticate');
  company.pass(1);
  assert.deepEqual(await engine.runDue(), []);
  assert.equal(await countWithAccess(stage), before);
  say(`needs attention: ${connection.attention.message}. No read is tried again, nobody loses access`);

  const attempt = customer.reconnect(id, { config: sandbox.config, actor: owner });
  await assert.rejects(attempt, { name: 'AuthError' });
  sandbox.badDay(null);
  await customer.reconnect(id, { config: sandbox.config, actor: owner });
  const [due] = await engine.runDue();
  assert(due?.ok);
  assert.equal(due.connection.state, 'connected');
  say('new credentials: the next pull is due at once, everything else is as it was');
}

/** Pause, and what a pause does not forget. */
export async function pause({ customer, engine, owner }: Stage, id: string): Promise<void> {
  chapter('Pause and resume');
  assert.equal((await customer.pause(id, { actor: owner })).state, 'paused');
  await assert.rejects(customer.sync(id), { code: 'state_invalid' });
  assert.deepEqual(await engine.runDue(), []);
  assert.equal((await customer.resume(id, { actor: owner })).state, 'connected');
  const [due] = await engine.runDue();
  assert(due?.ok);
  say('paused, nothing is read; resumed, the next pull is due at once');
}

/** Why somebody stands where they stand, and taking one thing back. */
export async function whyAndUndo(stage: Stage, id: string): Promise<void> {
  chapter('Why, and undo');
  const { company, customer, owner } = stage;
  const person = await managedPerson(stage, id, 2);
  const member = await memberOf(stage, person.id);
  assert(member);
  company.write(person.id, { terminationDate: company.day(-1) });
  const { run } = await customer.sync(id);
  const { status, decision, history } = await customer.why(member.id);
  assert.equal(decision?.situation, 'leaver');
  say(`${status.provenance ?? ''}; now: ${decision.situation}, because ${decision.reason ?? ''} (${decision.rule})`);
  for (const { operation, at } of history) say(`  ${at.slice(0, 10)} ${operation.kind}: ${operation.reason} (${operation.rule})`);

  const target = { runId: run.id, employeeId: String(person.id) };
  const preview = await customer.previewUndo(id, target);
  assert.deepEqual(
    preview.operations.map(({ kind }) => kind),
    ['reactivate'],
  );
  await customer.undo(id, { ...target, hash: preview.hash, actor: owner });
  await customer.sync(id);
  assert.equal((await memberOf(stage, person.id))?.status, 'active');
  say('undone: this person has access again and is left alone by later syncs');
}

/** The end: what it means, and that nobody loses anything by it. */
export async function disconnect(stage: Stage, id: string): Promise<void> {
  chapter('Disconnect');
  const { customer, directory, owner } = stage;
  const members = await directory.members();
  const preview = await customer.previewDisconnect(id);
  say(`would keep ${preview.kept} members and erase what is stored of ${preview.erased} employees`);
  const { state } = await customer.disconnect(id, { actor: owner });
  assert.equal(state, 'disconnected');
  assert.deepEqual(await directory.members(), members);
  assert.deepEqual((await customer.people(id)).people, []);
  const standings = await customer.memberStandings(members.map((member) => member.id));
  assert(standings.every(({ situation }) => situation === 'manual'));
  const actions = await customer.actions(id);
  assert.equal(actions[0]?.action, 'disconnect');
  say(`disconnected: all ${members.length} members are as they were, now manual; ${actions.length} actions stay on record`);
}
