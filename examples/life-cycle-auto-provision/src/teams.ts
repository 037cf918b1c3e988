import assert from 'node:assert/strict';
import { renderTeams } from '@rollcall/core';
import { chapter, say } from '@rollcall/example-support';
import { memberOf, type Stage } from './stage.ts';

/** Team sync: its preview, a manager's successor, and its end. */
export async function teams(stage: Stage, id: string): Promise<void> {
  chapter('Teams follow the managers');
  const { customer, directory, owner } = stage;
  await directory.addTeam({ name: 'Winter campaign', leadMemberId: owner.id, memberIds: [owner.id] });
  const { configuration } = await customer.get(id);
  await customer.configure(id, { configuration, teamSync: true, actor: owner });
  const { plan } = await customer.preview(id, { actor: owner });
  assert.equal(plan?.teams?.mode, 'enable');
  const before = await directory.teams.list();
  assert.equal(before.length, 1);
  say('what enabling would do:');
  for (const line of renderTeams(plan.teams, { values: true }).split('\n').slice(0, 8)) say(`  ${line}`);

  await customer.confirm(id, { planHash: plan.hash, actor: owner });
  const made = await directory.teams.list();
  assert(made.every(({ key }) => key !== null));
  assert.equal(await directory.areTeamsLocked(), true);
  say(`confirmed: ${made.length} teams in place of "Winter campaign"`);

  await successor(stage, id);
  const count = (await directory.teams.list()).length;
  await customer.stopTeams(id, { actor: owner });
  assert.equal((await directory.teams.list()).length, count);
  assert.equal(await directory.areTeamsLocked(), false);
  assert.equal((await customer.sync(id)).connection.state, 'connected');
  say('stopped: the teams stay and can be edited; syncs go on');
}

/** All reports of one manager get another one: the team is handed over, with its name and its history. */
async function successor({ company, customer, directory, ...stage }: Stage, id: string): Promise<void> {
  const all: Stage = { ...stage, company, customer, directory };
  const teamsBefore = await directory.teams.list();
  const members = await directory.members();
  const leads = new Set(company.people.map(({ managerId }) => managerId));
  const isBottom = (key: string | null): boolean =>
    company.people.filter(({ managerId }) => String(managerId) === key).every((report) => !leads.has(report.id));
  const team = teamsBefore.find(({ key, memberIds }) => key !== 'unassigned' && isBottom(key) && memberIds.length > 2);
  assert(team?.key);
  const lead = Number(team.key);
  const reports = company.people.filter(({ managerId }) => managerId === lead);
  const heir = reports.find((report) => {
    const member = members.find(({ email }) => email === report.email);
    return member?.status === 'active' && report.terminationDate === null;
  });
  assert(heir);
  for (const report of reports) if (report.id !== heir.id) company.write(report.id, { managerId: heir.id });
  const manager = company.person(lead)?.managerId ?? null;
  company.write(heir.id, { managerId: manager });
  await customer.sync(id);
  const after = (await directory.teams.list()).find((each) => each.id === team.id);
  assert.equal(after?.key, String(heir.id));
  assert.equal(after.leadMemberId, (await memberOf(all, heir.id))?.id);
  assert.equal(after.name, team.name);
  say(`a successor takes over all reports: "${team.name}" is handed over, not rebuilt`);
}
