import assert from 'node:assert/strict';
import { chapter, say } from '@rollcall/example-support';
import { countWithAccess, memberOf, type Stage } from './stage.ts';

/** Candidates, invitations with entity and access, acceptance. */
export async function invite(stage: Stage, id: string): Promise<void> {
  chapter('Invite and accept');
  const { customer, directory, owner } = stage;
  const { people } = await customer.candidates(id);
  const before = await countWithAccess(stage);
  say(`${people.length} people wait under "Add people"; none of them has access`);

  const assigned = people.filter(({ decision }) => decision.entity !== undefined);
  const unassigned = people.filter(({ decision }) => decision.code === 'ENTITY_UNASSIGNED');
  assert(assigned.length > 0 && unassigned.length > 0);
  const idsOf = (list: typeof people): string[] => list.map(({ employeeId }) => employeeId);
  await assert.rejects(customer.invite(id, { employeeIds: idsOf(people), actor: owner }), { name: 'ConfigError' });
  say(`${unassigned.length} of them match no entity: nobody is invited before somebody chooses one`);

  const first = await customer.invite(id, { employeeIds: idsOf(assigned), access: 'card', actor: owner });
  const second = await customer.invite(id, {
    employeeIds: idsOf(unassigned),
    entity: 'branch',
    access: 'reimbursement',
    actor: owner,
  });
  assert.equal(first.done + second.done, people.length);
  assert.equal(await countWithAccess(stage), before);
  say(`${first.done} invited with a card, ${second.done} for reimbursement: an invitation is no access yet`);

  for (const { id: memberId, status } of await directory.members()) if (status === 'invited') await directory.accept(memberId);
  await customer.sync(id);
  assert.equal(await countWithAccess(stage), before + people.length);
  const { people: left } = await customer.candidates(id);
  assert.equal(left.length, 0);
  say(`all have accepted: ${before + people.length} members with access, nobody left to invite`);

  const { run } = await customer.sync(id);
  assert.deepEqual(run.summary?.operations, {});
  say('synced again: nothing to do');
}

/** A new title, a new family name with a new address. */
export async function mover(stage: Stage, id: string): Promise<void> {
  chapter('Somebody changes');
  const { company, customer, directory } = stage;
  const person = await managedPerson(stage, id);
  const before = await memberOf(stage, person.id);
  assert(before);
  company.write(person.id, { jobTitle: 'Crate Designer', lastName: 'Kvernvik', email: `kvernvik@${company.domain}` });
  const { run } = await customer.sync(id);
  assert.deepEqual(run.summary?.operations, { update: 1, change_email: 1 });
  const changed = (await directory.members()).find((member) => member.id === before.id);
  assert.equal(changed?.values.jobTitle, 'Crate Designer');
  assert.equal(changed.email, before.email);
  say('title and name are written; the new address waits for its owner');

  await directory.confirmEmail(before.id);
  assert.equal((await memberOf(stage, person.id))?.id, before.id);
  const [standing] = await customer.memberStandings([before.id]);
  assert(standing);
  assert(standing.lockedFields.includes('jobTitle'));
  say(`confirmed. In the application these fields are locked: ${standing.lockedFields.join(', ')}`);
}

/** To a department that the filter does not want, and back. */
export async function outOfScope(stage: Stage, id: string): Promise<void> {
  chapter('Somebody leaves the scope');
  const { company, customer } = stage;
  const person = await managedPerson(stage, id, 1);
  const before = await memberOf(stage, person.id);
  const { people: outside } = await customer.people(id, { situations: ['out_of_scope'] });
  const wanted = new Set(
    (await customer.people(id, { situations: ['managed'] })).people.map(({ employee }) => employee.department?.name),
  );
  const unwanted = company.departments.find(({ name }) => !wanted.has(name));
  assert(before && unwanted && outside.length > 0);
  company.write(person.id, { departmentId: unwanted.id, jobTitle: 'Elsewhere' });
  await customer.sync(id);
  const [standing] = await customer.memberStandings([before.id]);
  assert.equal(standing?.situation, 'formerly_managed');
  assert.deepEqual(standing.lockedFields, []);
  assert.deepEqual(await memberOf(stage, person.id), before);
  say('formerly managed: unlocked, unchanged, still with access');

  company.write(person.id, { departmentId: person.departmentId, jobTitle: person.jobTitle });
  await customer.sync(id);
  const [again] = await customer.memberStandings([before.id]);
  assert.equal(again?.situation, 'managed');
  say('back in the scope: managed again');
}

/** Somebody managed who leads nobody and has not given notice. */
export async function managedPerson({ company, customer }: Stage, id: string, index = 0) {
  const { people } = await customer.people(id, { situations: ['managed'] });
  const leads = new Set(company.people.map(({ managerId }) => managerId));
  const found = people
    .map(({ employeeId }) => company.person(Number(employeeId)))
    .filter((person) => person?.terminationDate === null && !leads.has(person.id));
  const person = found.at(index);
  assert(person);
  return person;
}
