import type { Plan } from '@rollcall/core';
import { everybody, namesOf } from './names.ts';
import { screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { teamTree } from './team-tree.ts';

/** Confirmed, invited, accepted. */
export async function confirm(stage: Stage, id: string, plan: Plan): Promise<void> {
  screen.chapter(4, 'Confirmed, and people join');
  const { acme, owner, directory } = stage;
  const { run } = await acme.confirm(id, { planHash: plan.hash, actor: owner });
  screen.good(`confirmed: ${run.done} operations carried out, ${run.failed} failed`);
  await settleDisputes(stage, id);

  const employeeIds = (await everybody(acme, id, ['candidate'])).map(({ employeeId }) => employeeId);
  if (employeeIds.length > 0) {
    const { done } = await acme.invite(id, { employeeIds, access: 'card', actor: owner });
    screen.good(`an administrator invited ${done} people from "Add people", each with a card`);
  }
  const invited = (await directory.members()).filter(({ status }) => status === 'invited');
  await directory.inBatch(async () => {
    for (const member of invited) await directory.accept(member.id);
  });
  screen.good(`${invited.length} people accepted: only now they have access`);
}

/** What the rules leave to a person. */
async function settleDisputes({ acme, owner }: Stage, id: string): Promise<void> {
  const { people } = await acme.people(id, { situations: ['disputed'] });
  for (const { decision } of people.slice(0, 3)) screen.say(`disputed (${decision.rule}): ${decision.reason ?? ''}`);
  const own = people.find(({ decision }) => decision.memberId === owner.id);
  if (own === undefined) return;
  await acme.resolve(id, { employeeId: own.employeeId, as: 'same_person', memberId: owner.id, actor: owner });
  screen.good('the owner says that this record is theirs; the others wait, and nobody is guessed');
}

/** Team sync, with what it would do to the teams that are there. */
export async function teams({ acme, owner, options, directory }: Stage, id: string): Promise<void> {
  screen.chapter(5, 'Teams follow the managers');
  const configuration = { filter: { match: 'everybody' }, entities: null, policy: options.policy };
  await acme.configure(id, { configuration, teamSync: true, actor: owner });
  const { plan } = await acme.preview(id, { actor: owner });
  if (plan?.teams == null) {
    screen.say('The HR system delivered no managers: team sync stays as it is.');
    return;
  }
  const { create, remove, unassigned, cycles } = plan.teams;
  screen.say(
    `Enabling would make ${create.length} teams and remove ${remove.map(({ name }) => `"${name}"`).join(', ') || 'none'}; ${unassigned.length} people would be Unassigned, ${cycles.length} circles of managers.`,
  );
  screen.lines(teamTree(plan.teams, await namesOf(acme, id)));
  await acme.confirm(id, { planHash: plan.hash, actor: owner });
  screen.good(
    `confirmed: ${(await directory.teams.list()).length} teams, ${(await directory.areTeamsLocked()) ? 'locked' : 'open'} in the application while team sync is on`,
  );
  const { run } = await acme.sync(id);
  screen.good(`synced once more: ${run.done === 0 ? 'nothing to do' : `${run.done} operations`}`);
}
