import { deepEqual, equal, ok } from 'node:assert/strict';
import { unassignedKey, type DirectoryTeam, type MemberDirectory } from '@rollcall/core';
import { createPeople, leavesAlone, teamsChange, teamsOf, type DirectorySuite } from './directory-suite.ts';

export async function teamByKey(directory: MemberDirectory, key: string): Promise<DirectoryTeam> {
  const found = (await teamsOf(directory).list()).filter((team) => team.key === key);
  equal(found.length, 1, `${found.length} teams have the key`);
  const team = found[0] as DirectoryTeam;
  return { ...team, memberIds: team.memberIds.toSorted() };
}

/** Teams come, change and go as they are told to, each known by its key (rules T1 to T8). */
export function describeTeams(suite: DirectorySuite): void {
  suite.describe('teams', () => {
    describePut(suite);
    describeRemove(suite);
  });
}

function describePut({ test }: DirectorySuite): void {
  test('T1 T2 a team that nobody has is made, with lead and members', async ({ directory }) => {
    const teams = teamsOf(directory);
    deepEqual(await teams.list(), []);
    const [ann = '', bob = '', eva = '', ida = ''] = await createPeople(directory, 'Ann', 'Bob', 'Eva', 'Ida');
    const put = [
      { key: 'e1', leadMemberId: ann, memberIds: [bob, eva] },
      { key: 'e2', leadMemberId: bob, memberIds: [] },
      { key: unassignedKey, leadMemberId: null, memberIds: [ida] },
    ];
    await teams.change(teamsChange({ put }), 'teams');
    const listed = await teams.list();
    equal(new Set(listed.map(({ id }) => id)).size, 3);
    ok(listed.every(({ id, name }) => id !== '' && name !== ''));
    for (const target of put) {
      const { key, leadMemberId, memberIds } = await teamByKey(directory, target.key);
      deepEqual({ key, leadMemberId, memberIds }, { ...target, memberIds: target.memberIds.toSorted() });
    }
  });

  test('T7 a team that exists is given another lead and other members, and keeps id and name', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = '', eva = ''] = await createPeople(directory, 'Ann', 'Bob', 'Eva');
    await teams.change(teamsChange({ put: [{ key: 'e1', leadMemberId: ann, memberIds: [bob] }] }), 'first');
    const { id, name } = await teamByKey(directory, 'e1');
    await teams.change(teamsChange({ put: [{ key: 'e1', leadMemberId: bob, memberIds: [ann, eva] }] }), 'second');
    const memberIds = [ann, eva].toSorted();
    const { openRecords: _, ...team } = await teamByKey(directory, 'e1');
    deepEqual(team, { id, name, key: 'e1', leadMemberId: bob, memberIds });
    equal((await teams.list()).length, 1);
  });

  test('a change touches no team that it does not name', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    await teams.change(teamsChange({ put: [{ key: 'e1', leadMemberId: ann, memberIds: [bob] }] }), 'first');
    const before = await teamByKey(directory, 'e1');
    await teams.change(teamsChange({ put: [{ key: 'e2', leadMemberId: bob, memberIds: [bob] }] }), 'second');
    deepEqual(await teamByKey(directory, 'e1'), before);
  });
}

function describeRemove({ test }: DirectorySuite): void {
  test('T5 teams that are named go, whoever made them, and their members stay', async ({ directory, addTeam }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    const put = ['e1', 'e2'].map((key) => ({ key, leadMemberId: ann, memberIds: [bob] }));
    await teams.change(teamsChange({ put }), 'make');
    const remove = [(await teamByKey(directory, 'e1')).id];
    if (addTeam !== undefined) {
      const id = await addTeam({ name: 'Fish lovers', leadMemberId: bob, memberIds: [ann] });
      const { openRecords: _, ...made } = (await teams.list()).find((team) => team.id === id) ?? {};
      deepEqual(made, { id, name: 'Fish lovers', key: null, leadMemberId: bob, memberIds: [ann] });
      remove.push(id);
    }
    const members = await directory.members();
    await teams.change(teamsChange({ remove }), 'remove');
    deepEqual(
      (await teams.list()).map(({ key }) => key),
      ['e2'],
    );
    deepEqual(await directory.members(), members);
  });

  test('T5 a team can go and another be made under its key in one change', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    const put = [{ key: 'e1', leadMemberId: ann, memberIds: [bob] }];
    await teams.change(teamsChange({ put }), 'make');
    const { id } = await teamByKey(directory, 'e1');
    await teams.change(teamsChange({ remove: [id], put }), 'replace');
    deepEqual((await teamByKey(directory, 'e1')).memberIds, [bob]);
  });

  test('T6 T8 teams are locked and unlocked, and stay as they are', async ({ directory }) => {
    const teams = teamsOf(directory);
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    await teams.change(teamsChange({ put: [{ key: 'e1', leadMemberId: ann, memberIds: [bob] }] }), 'on');
    await leavesAlone(directory, () => teams.change(teamsChange({ locked: false }), 'off'));
    await leavesAlone(directory, () => teams.change(teamsChange({ locked: true }), 'on again'));
  });
}
