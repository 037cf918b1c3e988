import assert from 'node:assert/strict';
import { chapter, say } from '@rollcall/example-support';
import { countOf, managedPerson, memberOf, type Stage } from './stage.ts';

/** A timer calls `runDue`: each connection is read when its time has come. */
export async function timer({ company, customer, engine, sandbox }: Stage, id: string): Promise<void> {
  chapter('Every three hours');
  await customer.sync(id);
  const { nextSyncAt } = await customer.get(id);
  assert.deepEqual(await engine.runDue(), []);
  company.pass(1);
  const [due, ...others] = await engine.runDue();
  assert(due?.ok);
  assert.deepEqual(others, []);
  assert(nextSyncAt !== null && (due.connection.nextSyncAt ?? '') > nextSyncAt);
  const isRead = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
    method === 'GET' || (method === 'POST' && path.endsWith('/datasets/employee/data'));
  assert(sandbox.requests.every(isRead));
  say(`not due, nothing is read; due, it is. All ${sandbox.counts.total} requests so far were reads`);
}

/** Reads that go wrong, credentials that are withdrawn: in no case is access touched. */
export async function badDays(stage: Stage, id: string): Promise<void> {
  chapter('Bad days');
  const { company, customer, engine, owner, sandbox, directory } = stage;
  const members = await directory.members();
  for (const badDay of ['cutPage', 'emptyPage', 'htmlWith200', 'missingPermission'] as const) {
    sandbox.badDay(badDay);
    const { run, connection } = await customer.sync(id);
    sandbox.badDay(null);
    assert.deepEqual(await directory.members(), members);
    const said = connection.attention?.message ?? run.error?.message ?? 'the read is complete, some fields did not come';
    say(`${badDay}: nobody is touched; ${connection.state}: ${said}`);
  }

  sandbox.badDay('unauthorisedInTheMiddle');
  const { connection } = await customer.sync(id);
  assert.equal(connection.attention?.cause, 'reauthenticate');
  company.pass(1);
  assert.deepEqual(await engine.runDue(), []);
  sandbox.badDay(null);
  await customer.reconnect(id, { config: sandbox.config, actor: owner });
  const [due] = await engine.runDue();
  assert(due?.ok);
  assert.equal(due.connection.state, 'connected');
  assert.deepEqual(await directory.members(), members);
  say('credentials withdrawn: no read until somebody reconnects; then everything is as it was');
}

/** What is paused is not read, and not forgotten. */
export async function pause({ customer, engine, owner, company }: Stage, id: string): Promise<void> {
  chapter('Pause and resume');
  await customer.pause(id, { actor: owner });
  company.pass(1);
  assert.deepEqual(await engine.runDue(), []);
  await assert.rejects(customer.sync(id), { code: 'state_invalid' });
  assert.equal((await customer.resume(id, { actor: owner })).state, 'connected');
  assert.equal((await engine.runDue()).length, 1);
  say('paused, nothing is read; resumed, the next pull is due at once');
}

/** A mistake in the HR system reaches the application; the whole run is taken back. */
export async function whyAndUndo(stage: Stage, id: string): Promise<void> {
  chapter('Why, and undo');
  const { company, customer, owner } = stage;
  const titled = await managedPerson(stage, id, 0);
  const ended = await managedPerson(stage, id, 2);
  const title = titled.jobTitle;
  company.write(titled.id, { jobTitle: 'Chief of Nothing' });
  company.write(ended.id, { terminationDate: company.day(-10) });
  const { run } = await customer.sync(id);
  assert.deepEqual(run.summary?.operations, { update: 1, archive: 1 });
  const member = await memberOf(stage, ended.id);
  const { history } = await customer.why(member?.id ?? '');
  const { operation } = history[0] ?? {};
  assert(operation?.kind === 'archive');
  say(`why: ${operation.kind}, ${operation.reason} (${operation.rule}; ${operation.evidence.path}: ${operation.evidence.value})`);

  const { operations, hash } = await customer.previewUndo(id, { runId: run.id });
  assert.deepEqual(
    operations.map(({ kind }) => kind),
    ['reactivate', 'update'],
  );
  await customer.undo(id, { runId: run.id, hash, actor: owner });
  assert.equal((await memberOf(stage, ended.id))?.status, 'active');
  assert.equal((await memberOf(stage, titled.id))?.values.jobTitle, title);
  assert.equal((await customer.get(id)).state, 'paused');
  say('the whole run is taken back, and the connection paused: the next sync would do it again');

  company.write(titled.id, { jobTitle: title });
  company.write(ended.id, { terminationDate: null });
  await customer.resume(id, { actor: owner });
  const corrected = await customer.sync(id);
  assert.deepEqual(corrected.run.summary?.operations, {});
  say('corrected in the HR system and resumed: nothing to do');
}

/** The end: members stay, an invitation that nobody accepted is withdrawn because the policy says so. */
export async function disconnect(stage: Stage, id: string): Promise<void> {
  chapter('Disconnect');
  const { customer, directory, owner } = stage;
  const active = await countOf(stage, 'active');
  const preview = await customer.previewDisconnect(id);
  assert.equal(preview.invitations, 'withdraw');
  assert.equal(preview.pendingInvitations, await countOf(stage, 'invited'));
  say(`would withdraw ${preview.pendingInvitations} invitations and erase what is stored of ${preview.erased} employees`);
  await customer.disconnect(id, { actor: owner });
  assert.equal(await countOf(stage, 'active'), active);
  assert.equal(await countOf(stage, 'invited'), 0);
  assert.deepEqual((await customer.people(id)).people, []);
  const members = await directory.members();
  const standings = await customer.memberStandings(members.map((member) => member.id));
  assert(standings.every(({ situation }) => situation === 'manual'));
  say(`disconnected: ${active} members keep their access and are manual now`);
}
