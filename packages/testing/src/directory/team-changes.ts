import { deepEqual, equal } from 'node:assert/strict';
import type { TeamsChange } from '@rollcall/core';
import { createPeople, leavesAlone, refuses, teamsChange, teamsOf, type DirectorySuite } from './directory-suite.ts';
import { teamByKey } from './teams.ts';

/** A change is one thing: handed over, repeated or refused as a whole. */
export function describeTeamChanges(suite: DirectorySuite): void {
  suite.describe('changes of teams', () => {
    describeHandOver(suite);
    describeAllOrNothing(suite);
  });
}

function describeHandOver({ test }: DirectorySuite): void {
  test('T7 a team that is handed over keeps id and name under its new key', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = '', eva = ''] = await createPeople(directory, 'Ann', 'Bob', 'Eva');
    await teams.change(teamsChange({ put: [{ key: 'e1', leadMemberId: ann, memberIds: [eva] }] }), 'first');
    const { id, name } = await teamByKey(directory, 'e1');
    const change = { handOver: [{ id, key: 'e2' }], put: [{ key: 'e2', leadMemberId: bob, memberIds: [eva] }] };
    await teams.change(teamsChange(change), 'second');
    const { openRecords: _, ...team } = await teamByKey(directory, 'e2');
    deepEqual(team, { id, name, key: 'e2', leadMemberId: bob, memberIds: [eva] });
    equal((await teams.list()).length, 1);
  });

  test('T7 two teams can swap their keys, and a third take the key that was left', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    const put = ['e1', 'e2', 'e3'].map((key) => ({ key, leadMemberId: ann, memberIds: [bob] }));
    await teams.change(teamsChange({ put }), 'first');
    const [one, two, three] = [
      await teamByKey(directory, 'e1'),
      await teamByKey(directory, 'e2'),
      await teamByKey(directory, 'e3'),
    ];
    const handOver = [
      { id: one.id, key: 'e2' },
      { id: two.id, key: 'e1' },
      { id: three.id, key: 'e4' },
    ];
    await teams.change(teamsChange({ handOver, put: [{ key: 'e3', leadMemberId: bob, memberIds: [] }] }), 'second');
    equal((await teamByKey(directory, 'e2')).id, one.id);
    equal((await teamByKey(directory, 'e1')).id, two.id);
    equal((await teamByKey(directory, 'e4')).id, three.id);
    equal((await teamByKey(directory, 'e3')).leadMemberId, bob);
  });
}

function describeAllOrNothing({ test }: DirectorySuite): void {
  test('T5 a change that names somebody or something unknown is refused as a whole', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    const put = ['e1', 'e2', 'e3'].map((key) => ({ key, leadMemberId: ann, memberIds: [bob] }));
    await teams.change(teamsChange({ put }), 'first');
    const good = {
      remove: [(await teamByKey(directory, 'e1')).id],
      handOver: [{ id: (await teamByKey(directory, 'e2')).id, key: 'e4' }],
      put: [
        { key: 'e3', leadMemberId: bob, memberIds: [ann] },
        { key: 'e5', leadMemberId: bob, memberIds: [ann] },
      ],
    };
    const bad: Readonly<Record<string, Partial<TeamsChange>>> = {
      'a member': { put: [...good.put, { key: 'e6', leadMemberId: ann, memberIds: [bob, 'nobody'] }] },
      'a lead': { put: [...good.put, { key: 'e6', leadMemberId: 'nobody', memberIds: [] }] },
      'a team': { handOver: [...good.handOver, { id: 'nothing', key: 'e7' }] },
      'a key that is taken': { handOver: [...good.handOver, { id: (await teamByKey(directory, 'e3')).id, key: 'e4' }] },
    };
    for (const [what, change] of Object.entries(bad))
      await refuses(directory, () => teams.change(teamsChange({ ...good, ...change }), what), ['conflict', 'unavailable']);
    await teams.change(teamsChange(good), 'a member');
    deepEqual((await teams.list()).map(({ key }) => key).toSorted(), ['e3', 'e4', 'e5']);
  });

  test('A1 the same key changes nothing a second time', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    const first = teamsChange({ put: [{ key: 'e1', leadMemberId: ann, memberIds: [bob] }] });
    await teams.change(first, 'first');
    const { id } = await teamByKey(directory, 'e1');
    await teams.change(teamsChange({ remove: [id] }), 'second');
    await leavesAlone(directory, () => teams.change(first, 'first'));
    equal((await teams.list()).length, 0);
  });
}
