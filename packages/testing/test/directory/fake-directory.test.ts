import { DirectoryError } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { createFakeDirectory } from '../../src/directory/fake-directory.ts';

const ann = { email: 'ann@fjordkiste.example', values: { firstName: 'Ann' } };
const bob = { email: 'bob@fjordkiste.example', values: { firstName: 'Bob' } };

describe('what a test sees of the fake directory', () => {
  test('A1 counts how often a key was called and how often it was carried out', async () => {
    const directory = createFakeDirectory();
    const id = await directory.create({ ...ann, access: 'card' }, 'k1');
    await directory.create(ann, 'k1');
    await expect(directory.create(ann, 'k2')).rejects.toThrow(DirectoryError);
    expect(directory.countOf('k1')).toEqual({ called: 2, effective: 1 });
    expect(directory.countOf('k2')).toEqual({ called: 1, effective: 0 });
    expect(directory.countOf('never')).toEqual({ called: 0, effective: 0 });
    expect(directory.calls.map(({ outcome }) => outcome)).toEqual(['done', 'repeated', 'failed']);
    expect(directory.accessOf(id)).toBe('card');
  });

  test('a batch that is rejected leaves the calls and takes back what came of them', async () => {
    const directory = createFakeDirectory();
    const batch = directory.inBatch(async () => {
      await directory.create(ann, 'k1');
      throw new DirectoryError({ code: 'unavailable', message: 'in the middle' });
    });
    await expect(batch).rejects.toThrow('in the middle');
    expect(directory.countOf('k1')).toEqual({ called: 1, effective: 0 });
    expect(directory.calls).toEqual([{ operation: 'create', key: 'k1', memberId: null, outcome: 'taken back' }]);
  });

  test('fails as often as it is told to, for whom and for what it is told to', async () => {
    const directory = createFakeDirectory({ members: [ann, bob] });
    const [first, second] = await directory.members();
    directory.fail({ operation: 'revoke', memberId: first!.id, times: 2 });
    await directory.revoke(second!.id, 'other');
    await expect(directory.revoke(first!.id, 'k')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(directory.revoke(first!.id, 'k')).rejects.toThrow(DirectoryError);
    await directory.revoke(first!.id, 'k');
    expect(directory.member(first!.id).status).toBe('revoked');
    const error = new TypeError('of the test');
    directory.fail({ email: 'eva@fjordkiste.example', error });
    await expect(directory.create({ email: 'eva@fjordkiste.example', values: {} }, 'eva')).rejects.toBe(error);
    directory.fail({ operation: 'members' });
    await expect(directory.members()).rejects.toThrow(DirectoryError);
  });

  test('A1 an answer that is lost after the change is given when the key comes again', async () => {
    const directory = createFakeDirectory();
    directory.fail({ operation: 'create', when: 'after' });
    await expect(directory.create(ann, 'k')).rejects.toThrow(DirectoryError);
    const [member] = await directory.members();
    expect(await directory.create(ann, 'k')).toBe(member!.id);
    expect(directory.countOf('k')).toEqual({ called: 2, effective: 1 });
  });

  test('members and teams are added and taken out by hand', async () => {
    const directory = createFakeDirectory();
    const lead = directory.add({ ...ann, protected: true });
    const member = directory.add(bob);
    expect(lead).toMatchObject({ status: 'active', protected: true, managerId: null });
    expect(() => directory.add(bob)).toThrow(DirectoryError);
    directory.addTeam({ name: 'Casks', key: null, leadMemberId: lead.id, memberIds: [member.id] });
    directory.remove(member.id);
    directory.remove(lead.id);
    expect(await directory.teams.list()).toMatchObject([{ leadMemberId: null, memberIds: [] }]);
    expect(directory.add(bob).id).not.toBe(member.id);
    await directory.teams.change({ remove: [], handOver: [], put: [], locked: true }, 'lock');
    expect(directory.areTeamsLocked()).toBe(true);
  });
});
