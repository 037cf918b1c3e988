import assert from 'node:assert/strict';
import { chapter, say } from '@rollcall/example-support';
import { managedPerson, memberOf, type Stage } from './stage.ts';

/** Invitations become access when they are accepted; a new starter is created when the first day comes. */
export async function joiners(stage: Stage, id: string): Promise<void> {
  chapter('Joiners');
  const { company, customer, directory, owner } = stage;
  const { people: disputed } = await customer.people(id, { situations: ['disputed'] });
  const ownRecord = disputed.find(({ decision }) => decision.memberId === owner.id);
  assert.equal(ownRecord?.decision.rule, 'L5');
  await customer.resolve(id, { employeeId: ownRecord.employeeId, as: 'same_person', memberId: owner.id, actor: owner });
  say('the owner is linked only after somebody has said that this is them');

  const { people: invited } = await customer.people(id, { situations: ['invited'] });
  for (const { id: memberId, status } of await directory.members()) if (status === 'invited') await directory.accept(memberId);
  await customer.sync(id);
  const { people: left } = await customer.people(id, { situations: ['invited'] });
  assert.equal(left.length, 0);
  say(`${invited.length} people have accepted: now they have access`);

  const { people: upcoming } = await customer.people(id, { situations: ['upcoming'] });
  const [starter] = upcoming;
  assert(starter);
  const personId = Number(starter.employeeId);
  company.write(personId, { hireDate: company.day(2), email: `starter@${company.domain}`, employmentType: 'full_time' });
  await customer.sync(id);
  assert.equal(await memberOf(stage, personId), undefined);
  company.pass(2);
  await customer.sync(id);
  assert.equal((await memberOf(stage, personId))?.status, 'invited');
  say('a new starter is upcoming until the first day of work, and invited on it');

  const { run } = await customer.sync(id);
  assert.deepEqual(run.summary?.operations, {});
  say('synced again: nothing to do');
}

/** Title, manager, division and family name, in one day. */
export async function mover(stage: Stage, id: string): Promise<void> {
  chapter('Somebody changes');
  const { company, customer } = stage;
  const person = await managedPerson(stage, id);
  const before = await memberOf(stage, person.id);
  const division = company.divisions.find((each) => each.id !== person.divisionId);
  const manager = company.people.find((other) => other.managerId === null);
  assert(before && division && manager);
  company.write(person.id, {
    jobTitle: 'Crate Designer',
    lastName: 'Kvernvik',
    email: `kvernvik@${company.domain}`,
    divisionId: division.id,
    managerId: manager.id,
  });
  const { run } = await customer.sync(id);
  const after = await memberOf(stage, person.id);
  assert.equal(after?.id, before.id);
  assert.equal(after.values.jobTitle, 'Crate Designer');
  assert.equal(after.managerId, (await memberOf(stage, manager.id))?.id);
  const done = Object.keys(run.summary?.operations ?? {});
  assert(done.includes('update') && done.includes('change_email') && done.includes('set_manager'));
  say(`one sync: ${done.join(', ')}; the member is the same`);
  const [standing] = await customer.memberStandings([before.id]);
  say(`${standing?.provenance ?? ''}; locked in the application: ${standing?.lockedFields.join(', ') ?? ''}`);
}
