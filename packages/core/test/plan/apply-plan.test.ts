import { describe, expect, test } from 'vitest';
import { applyPlan, DirectoryError, type Link, type LinkStore, type MemberDirectory } from '../../src/index.ts';
import { employee, link, member, planFor } from './world.ts';

function paperDirectory(failing: readonly string[] = []): {
  directory: MemberDirectory;
  links: LinkStore;
  calls: string[];
  stored: Map<string, Link>;
} {
  const calls: string[] = [];
  const stored = new Map([link('1'), link('2'), link('3')].map((one) => [one.employeeId, one]));
  const call = (name: string) => (): Promise<void> => {
    calls.push(name);
    return failing.includes(name)
      ? Promise.reject(new DirectoryError({ code: 'unavailable', message: 'the database is down' }))
      : Promise.resolve();
  };
  const directory: MemberDirectory = {
    members: () => Promise.resolve(world.members),
    create: (_member, key) => call(`create ${key}`)().then(() => 'new'),
    update: (id) => call(`update ${id}`)(),
    changeEmail: (id, email, { verify }) => call(`email ${id} ${email} ${String(verify)}`)(),
    reactivate: (id) => call(`reactivate ${id}`)(),
    revoke: (id) => call(`revoke ${id}`)(),
    archive: (id) => call(`archive ${id}`)(),
    teams: {
      list: () => Promise.resolve([]),
      change: ({ put }) =>
        call(`teams ${put.map(({ leadMemberId, memberIds }) => `${String(leadMemberId)}: ${memberIds.join(' ')}`).join(', ')}`)(),
    },
  };
  const links: LinkStore = {
    links: () => Promise.resolve([...stored.values()]),
    put: (entry) => {
      stored.set(entry.employeeId, entry);
      return Promise.resolve();
    },
    remove: ({ employeeId }) => {
      stored.delete(employeeId);
      return Promise.resolve();
    },
  };
  return { directory, links, calls, stored };
}

const world = {
  employees: [
    employee('1'),
    employee('2', { managerId: '1', firstName: 'Maren' }),
    employee('3', { managerId: '1', status: 'terminated', terminationDate: '2026-10-31' }),
    employee('4', { managerId: '1' }),
  ],
  members: [member('1'), member('2'), member('3')],
  links: [link('1'), link('2'), link('3')],
};

describe('applyPlan', () => {
  test('T9 members first, then teams, removals last', async () => {
    const { directory, links, calls, stored } = paperDirectory();
    const plan = await planFor({ ...world, policy: { joiners: 'create', leavers: 'archive' } });
    const progress: string[] = [];
    const result = await applyPlan(plan, {
      directory,
      links,
      onProgress: (done, total) => progress.push(`${String(done)}/${String(total)}`),
    });
    expect(calls).toEqual(['create read-1:create:4', 'update m2', 'teams m1: m2 new', 'archive m3']);
    expect(result).toEqual({ done: { create: 1, update: 1, archive: 1 }, failed: [] });
    expect(progress).toEqual(['1/3', '2/3', '3/3']);
    expect(stored.get('4')).toEqual(link('4', { memberId: 'new', workEmail: 'p4@fjordkiste.example' }));
    expect(stored.get('3')?.removedAt).toBe(plan.now);
  });

  test('A3 a failing person stops nobody, failing teams do not stop removals', async () => {
    const { directory, links, calls } = paperDirectory(['update m2', 'teams m1: m2']);
    const plan = await planFor(world);
    const result = await applyPlan(plan, { directory, links });
    expect(calls.at(-1)).toBe('revoke m3');
    expect(result.done).toEqual({ revoke: 1 });
    expect(result.failed).toMatchObject([
      { operation: { kind: 'update' }, code: 'unavailable', error: { message: 'the database is down' } },
    ]);
    expect(result.teamsError).toBeInstanceOf(DirectoryError);
  });

  test('C3 a plan whose world has moved is not carried out at all', async () => {
    const { directory, links, calls } = paperDirectory();
    const plan = await planFor(world);
    const renamed = {
      ...directory,
      members: () => Promise.resolve([member('1'), member('2', { values: { firstName: 'Ada' } }), member('3')]),
    };
    await expect(applyPlan(plan, { directory: renamed, links })).rejects.toMatchObject({
      code: 'plan_outdated',
      moved: [{ employeeId: '2', kind: 'update', what: 'a value that would be written has changed' }],
    });
    expect(calls).toEqual([]);
  });

  test('links, reactivations, changed addresses and counts are carried out', async () => {
    const { directory, links, calls, stored } = paperDirectory();
    const removedAt = '2026-06-01T08:00:00.000Z';
    const members = [member('5'), member('6', { status: 'revoked' }), member('7'), member('8')];
    const before = [link('6', { removedAt }), link('7'), link('8')];
    for (const one of before) stored.set(one.employeeId, one);
    const plan = await planFor({
      employees: [employee('5'), employee('6'), employee('7', { workEmail: 'new@fjordkiste.example' })],
      members,
      links: before,
      more: { teams: undefined },
    });
    await applyPlan(plan, { directory: { ...directory, members: () => Promise.resolve(members) }, links });
    expect(calls).toEqual(['reactivate m6', 'email m7 new@fjordkiste.example true']);
    expect(stored.get('5')).toEqual(link('5'));
    expect(stored.get('6')).toEqual(link('6'));
    expect(stored.get('7')).toEqual(link('7', { workEmail: 'new@fjordkiste.example' }));
    expect(stored.get('8')).toEqual(link('8', { missingReads: 1 }));
  });

  test('A1 what is thrown by a foreign directory is kept for its authors', async () => {
    const { directory, links } = paperDirectory();
    const broken: MemberDirectory = { ...directory, revoke: () => Promise.reject(new TypeError('no such column')) };
    const { failed } = await applyPlan(await planFor(world), { directory: broken, links });
    expect(failed).toMatchObject([{ code: 'unavailable', error: { message: 'no such column' } }]);
  });
});
