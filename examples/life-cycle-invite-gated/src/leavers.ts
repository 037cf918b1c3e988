import assert from 'node:assert/strict';
import { isRemoval } from '@rollcall/core';
import { chapter, say } from '@rollcall/example-support';
import { managedPerson } from './people.ts';
import { countWithAccess, memberOf, type Stage } from './stage.ts';

/** One leaves and comes back: it is the same member. */
export async function leaveAndReturn(stage: Stage, id: string): Promise<void> {
  chapter('Somebody leaves, and comes back');
  const { company, customer, directory } = stage;
  const person = await managedPerson(stage, id, 1);
  const member = await memberOf(stage, person.id);
  assert(member);
  company.write(person.id, { terminationDate: company.today });
  await customer.sync(id);
  assert.equal((await memberOf(stage, person.id))?.status, 'active');
  say('on the last day of work nothing happens');

  company.pass(1);
  await customer.sync(id);
  assert.equal((await memberOf(stage, person.id))?.status, 'revoked');
  const { history } = await customer.why(member.id);
  const { operation } = history[0] ?? {};
  assert(operation?.kind === 'revoke');
  say(`the day after, access is revoked: ${operation.reason} (${operation.rule}, ${operation.evidence.path})`);

  company.write(person.id, { hireDate: company.today, terminationDate: null });
  await customer.sync(id);
  const back = (await directory.members()).filter(({ email }) => email === member.email);
  assert.deepEqual(
    back.map(({ id: memberId, status }) => [memberId, status]),
    [[member.id, 'active']],
  );
  say('hired again: the same member has access again, and no second one was made');
}

/** Too many leave at once: somebody has to look at it. */
export async function holds(stage: Stage, id: string): Promise<void> {
  chapter('Too many removals at once');
  const { customer, owner } = stage;
  const before = await countWithAccess(stage);
  const first = await leaveTogether(stage, id);
  const held = await customer.held(id);
  assert(held);
  assert.equal(held.operations.length, first);
  assert.equal(await countWithAccess(stage), before);
  say(`held: ${held.reason}`);
  const rejected = await customer.reject(id, { planHash: held.planHash, actor: owner });
  assert.equal(rejected.state, 'connected');
  const quiet = await customer.sync(id);
  assert.equal(quiet.connection.state, 'connected');
  assert.equal(await countWithAccess(stage), before);
  say('rejected: nobody is removed, and the same end of employment does not ask again');

  const second = await leaveTogether(stage, id);
  const again = await customer.held(id);
  assert(again);
  assert(again.operations.every(({ operation }) => isRemoval(operation)));
  const { connection, run } = await customer.approve(id, { planHash: again.planHash, actor: owner });
  assert.equal(connection.state, 'connected');
  assert.equal(run.done >= second, true);
  assert.equal(await countWithAccess(stage), before - second);
  say(`others leave, this time rightly: approved, ${second} members have lost access`);
}

async function leaveTogether(stage: Stage, id: string): Promise<number> {
  const { company, customer } = stage;
  const leavers = await Promise.all([1, 2, 3, 4, 5, 6].map(async (index) => managedPerson(stage, id, index)));
  for (const { id: personId } of leavers) company.write(personId, { terminationDate: company.day(-1) });
  const { connection } = await customer.sync(id);
  assert.equal(connection.state, 'held');
  return leavers.length;
}
