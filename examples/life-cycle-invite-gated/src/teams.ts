import assert from 'node:assert/strict';
import { renderTeams } from '@rollcall/core';
import { chapter, say } from '@rollcall/example-support';
import { managedPerson } from './people.ts';
import { memberOf, type Stage } from './stage.ts';

/** Team sync: its preview, following a move, and its end. */
export async function teams(stage: Stage, id: string): Promise<void> {
  chapter('Teams follow the managers');
  const { customer, directory, owner } = stage;
  const byHand = await directory.addTeam({ name: 'Winter campaign', leadMemberId: owner.id, memberIds: [owner.id] });
  const { configuration } = await customer.get(id);
  await customer.configure(id, { configuration, teamSync: true, actor: owner });
  const { plan } = await customer.preview(id, { actor: owner });
  assert(plan?.teams);
  assert.equal(plan.teams.mode, 'enable');
  assert.deepEqual(
    plan.teams.remove.map((team) => team.id),
    [byHand],
  );
  assert.equal(await directory.areTeamsLocked(), false);
  say('what enabling would do:');
  for (const line of renderTeams(plan.teams, { values: true }).split('\n').slice(0, 10)) say(`  ${line}`);

  const { run } = await customer.confirm(id, { planHash: plan.hash, actor: owner });
  assert.equal(run.failed, 0);
  assert.equal((await customer.get(id)).teamSync, true);
  const made = await directory.teams.list();
  assert.equal(made.filter(({ key }) => key !== null && key !== 'unassigned').length, plan.teams.teams.length);
  assert.equal(await directory.areTeamsLocked(), true);
  say(`confirmed: ${made.length} teams, "Winter campaign" is gone, and nobody edits teams by hand`);

  await follow(stage, id);
  const stopped = await customer.stopTeams(id, { actor: owner });
  assert.equal(stopped.teamSync, false);
  assert.equal(stopped.state, 'connected');
  assert.equal((await directory.teams.list()).length, made.length);
  assert.equal(await directory.areTeamsLocked(), false);
  say('stopped: the teams stay and can be edited; the connection goes on');
}

async function follow(stage: Stage, id: string): Promise<void> {
  const { company, customer, directory } = stage;
  const person = await managedPerson(stage, id);
  const member = await memberOf(stage, person.id);
  const all = await directory.teams.list();
  const isElsewhere = (key: string | null): boolean => key !== null && key !== 'unassigned' && key !== String(person.managerId);
  // Another team than the one in which the person is now.
  const target = all.find(({ key, memberIds }) => isElsewhere(key) && !memberIds.includes(member?.id ?? ''));
  assert(target?.key);
  company.write(person.id, { managerId: Number(target.key) });
  await customer.sync(id);
  const after = await directory.teams.list();
  const teamsOfMember = after.filter(({ memberIds }) => memberIds.includes(member?.id ?? ''));
  assert.deepEqual(
    teamsOfMember.map((team) => team.id),
    [target.id],
  );
  say(`a new manager in the HR system: with the next sync the member is in "${target.name}" and nowhere else`);
}
