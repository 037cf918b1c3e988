import assert from 'node:assert/strict';
import { chapter, say } from '@rollcall/example-support';
import { countOf, managedPerson, memberOf, type Stage } from './stage.ts';

/** Three days of delay: one end is corrected while they run, the other one stands. */
export async function delayed(stage: Stage, id: string): Promise<void> {
  chapter('Somebody leaves, and comes back');
  const { company, customer, directory } = stage;
  const mistaken = await managedPerson(stage, id, 0);
  const leaver = await managedPerson(stage, id, 1);
  for (const { id: personId } of [mistaken, leaver]) company.write(personId, { terminationDate: company.day(-1) });
  await customer.sync(id);
  const { people: leaving } = await customer.people(id, { situations: ['leaving'] });
  assert.equal(leaving.length, 2);
  assert.equal((await memberOf(stage, leaver.id))?.status, 'active');
  say(`two have left; ${leaving[0]?.decision.reason ?? ''}`);

  company.write(mistaken.id, { terminationDate: null });
  company.pass(3);
  await customer.sync(id);
  assert.equal((await memberOf(stage, mistaken.id))?.status, 'active');
  const archived = await memberOf(stage, leaver.id);
  assert.equal(archived?.status, 'archived');
  say('three days later one is archived; the other one was a mistake, corrected in time');

  company.write(leaver.id, { hireDate: company.today, terminationDate: null });
  await customer.sync(id);
  const back = (await directory.members()).filter(({ email }) => email === archived.email);
  assert.deepEqual(
    back.map((member) => [member.id, member.status]),
    [[archived.id, 'active']],
  );
  say('hired again: the same member has access again');
}

/** A record that is gone: the HR system is asked for the person before anything is believed. */
export async function deleted(stage: Stage, id: string): Promise<void> {
  chapter('A record is deleted');
  const { company, customer } = stage;
  const person = await managedPerson(stage, id, 2);
  const member = await memberOf(stage, person.id);
  assert(member);
  company.delete(person.id);
  await customer.sync(id);
  const { decision } = await customer.why(member.id);
  assert.equal(decision?.situation, 'leaving');
  say(`not in the read any more: ${decision.reason ?? ''}`);
  company.pass(3);
  await customer.sync(id);
  const { history, member: now } = await customer.why(member.id);
  assert.equal(now?.status, 'archived');
  assert.equal(history[0]?.operation.rule, 'V2');
  say('three days later: archived, by rule V2');
}

/** Too many leave at once: somebody has to look at it. */
export async function holds(stage: Stage, id: string): Promise<void> {
  chapter('Too many removals at once');
  const { customer, owner } = stage;
  const before = await countOf(stage, 'active');
  const first = await leaveTogether(stage, id);
  const held = await customer.held(id);
  assert.equal(held?.operations.length, first);
  say(`held: ${held.reason}`);
  await customer.reject(id, { planHash: held.planHash, actor: owner });
  assert.equal((await customer.sync(id)).connection.state, 'connected');
  assert.equal(await countOf(stage, 'active'), before);
  say('rejected: nobody is removed, and the same end of employment does not ask again');

  const second = await leaveTogether(stage, id);
  const again = await customer.held(id);
  const { connection } = await customer.approve(id, { planHash: again?.planHash ?? '', actor: owner });
  assert.equal(connection.state, 'connected');
  assert.equal(await countOf(stage, 'active'), before - second);
  say(`others leave, this time rightly: approved, ${second} members are archived`);
}

async function leaveTogether(stage: Stage, id: string): Promise<number> {
  const { company, customer } = stage;
  const leavers = await Promise.all([2, 3, 4, 5, 6, 7].map((index) => managedPerson(stage, id, index)));
  // Longer ago than the delay: due at once.
  for (const { id: personId } of leavers) company.write(personId, { terminationDate: company.day(-10) });
  const { connection } = await customer.sync(id);
  assert.equal(connection.state, 'held');
  return leavers.length;
}
