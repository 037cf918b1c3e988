import { DirectoryError, type ManagedValues, type MemberDirectory } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { describeDirectory } from '../../src/directory/describe-directory.ts';
import { createFakeDirectory, type FakeDirectory } from '../../src/directory/fake-directory.ts';

type Flaw = (fake: FakeDirectory) => Partial<MemberDirectory>;

/** Runs the suite on the fake with something changed for the worse, and gives the titles of the tests that failed. */
async function failures(flaw: Flaw): Promise<string[]> {
  const found: { title: string; body: () => Promise<void> | void }[] = [];
  const path: string[] = [];
  describeDirectory('a directory', {
    describe: (name, body) => {
      path.push(name);
      body();
      path.pop();
    },
    test: (name, body) => {
      found.push({ title: [...path.slice(1), name].join(' > '), body });
    },
    open: () => {
      const fake = createFakeDirectory();
      return {
        directory: { ...fake, ...flaw(fake) },
        other: createFakeDirectory(),
        accept: fake.accept,
        protect: (memberId) => {
          fake.setProtected(memberId, true);
        },
        confirmEmail: fake.confirmEmail,
        bankAccountOf: fake.bankAccountOf,
        addTeam: (team) => fake.addTeam({ ...team, key: null }).id,
      };
    },
  });
  const failed: string[] = [];
  for (const { title, body } of found) {
    try {
      await body();
    } catch {
      failed.push(title);
    }
  }
  expect(found.length).toBeGreaterThan(50);
  return failed;
}

let keys = 0;
const newKey = (): string => `another ${(keys += 1)}`;
const ignore = (): undefined => undefined;

const nothingGiven: ManagedValues = { firstName: null, lastName: null, jobTitle: null, department: null, phone: null };

async function removeAnyway(fake: FakeDirectory, memberId: string, work: () => Promise<void>): Promise<void> {
  const { protected: isProtected } = fake.member(memberId);
  fake.setProtected(memberId, false);
  await work();
  fake.setProtected(memberId, isProtected);
}

describe('the suite of directories', () => {
  test('a good directory passes', async () => {
    expect(await failures(() => ({}))).toEqual([]);
  });

  test.each<[string, Flaw, string]>([
    [
      'keys that nobody remembers',
      ({ create }) => ({ create: (member) => create(member, newKey()) }),
      'create > A1 the same key gives the same member, whatever happened since',
    ],
    [
      'an update that is carried out twice',
      ({ update }) => ({ update: (memberId, values) => update(memberId, values, newKey()) }),
      'update > A1 the same key changes nothing a second time',
    ],
    [
      'a removal that is carried out twice',
      ({ revoke }) => ({ revoke: (memberId) => revoke(memberId, newKey()) }),
      'revoke, archive, reactivate > A1 revoke again changes nothing, with the same key and with another',
    ],
    [
      'somebody who is let in without having accepted',
      (fake) => ({
        create: async (member, key) => {
          const id = await fake.create(member, key);
          fake.accept(id);
          return id;
        },
      }),
      'create > J2 a new member is invited, unprotected, and has what was given',
    ],
    [
      'an invitation that is renewed as access',
      (fake) => ({
        reactivate: async (memberId, key) => {
          await fake.reactivate(memberId, key);
          fake.accept(memberId);
        },
      }),
      'revoke, archive, reactivate > J2 revoke withdraws an invitation; who never accepted is invited again, not let in',
    ],
    [
      'an address in use that gives the member who has it',
      (fake) => ({
        create: (member, key) =>
          fake.create(member, key).catch(async () => {
            const holder = (await fake.members()).find(({ email }) => email === member.email.toLowerCase());
            return holder?.id ?? '';
          }),
      }),
      'create > L2 an address in use is refused in any spelling',
    ],
    [
      'addresses compared letter by letter',
      (fake) => ({
        create: (member, key) =>
          member.email === member.email.toLowerCase()
            ? fake.create(member, key)
            : fake.create({ ...member, email: `x${member.email}` }, key),
      }),
      'create > L2 an address in use is refused in any spelling',
    ],
    [
      'an update that clears what is absent',
      ({ update }) => ({ update: (memberId, values, key) => update(memberId, { ...nothingGiven, ...values }, key) }),
      'update > M2 null clears what is given, and what is absent stays',
    ],
    [
      'an update that takes null for absent',
      ({ update }) => ({
        update: (memberId, values, key) =>
          update(memberId, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)), key),
      }),
      'update > M2 null clears what is given, and what is absent stays',
    ],
    [
      'a change of address that ends access',
      (fake) => ({
        changeEmail: async (memberId, email, options, key) => {
          await fake.changeEmail(memberId, email, options, key);
          await fake.revoke(memberId, newKey());
        },
      }),
      'changeEmail > M3 the address changes and nothing else does',
    ],
    [
      'a protected member who is revoked',
      (fake) => ({ revoke: (memberId, key) => removeAnyway(fake, memberId, () => fake.revoke(memberId, key)) }),
      'revoke, archive, reactivate > V4 revoke of a protected member is refused by the directory itself',
    ],
    [
      'a protected member who is archived',
      (fake) => ({ archive: (memberId, key) => removeAnyway(fake, memberId, () => fake.archive(memberId, key)) }),
      'revoke, archive, reactivate > V4 archive of a protected member is refused by the directory itself',
    ],
    [
      'a revocation that does nothing',
      () => ({ revoke: () => Promise.resolve() }),
      'revoke, archive, reactivate > V1 V6 revoke ends access, and reactivate gives the same member back',
    ],
    [
      'unknown members that are let go by',
      ({ update }) => ({ update: (memberId, values, key) => update(memberId, values, key).catch(ignore) }),
      'members > a member who is not known is refused',
    ],
    [
      'an error of somebody else',
      ({ archive }) => ({
        archive: (memberId, key) =>
          archive(memberId, key).catch(() => {
            throw new TypeError('not there');
          }),
      }),
      'members > a member who is not known is refused',
    ],
    [
      'an error that says whose address it was',
      ({ create }) => ({
        create: (member, key) =>
          create(member, key).catch(() => {
            throw new DirectoryError({ code: 'conflict', message: `${member.email} is in use` });
          }),
      }),
      'create > V6 the address of a member who is revoked or archived is in use',
    ],
    [
      'a list without those who have left',
      ({ members }) => ({ members: async () => (await members()).filter(({ status }) => status !== 'archived') }),
      'members > everybody is listed, whatever their status',
    ],
    [
      'a list that shows bank accounts',
      (fake) => ({
        members: async () => (await fake.members()).map((member) => ({ ...member, bankAccount: fake.bankAccountOf(member.id) })),
      }),
      'setBankAccount > M1 it is set and cleared, and no list of members shows it',
    ],
    [
      'teams that are written one by one',
      ({ teams }) => ({
        teams: {
          ...teams,
          change: async ({ put, ...change }, key) => {
            await teams.change({ ...change, put: [] }, newKey());
            for (const target of put)
              await teams.change({ ...change, remove: [], handOver: [], put: [target] }, `${key}${target.key}`);
          },
        },
      }),
      'changes of teams > T5 a change that names somebody or something unknown is refused as a whole',
    ],
    [
      'a team that is rebuilt instead of handed over',
      ({ teams }) => ({
        teams: {
          ...teams,
          change: ({ handOver, remove, ...change }, key) =>
            teams.change({ ...change, handOver: [], remove: [...remove, ...handOver.map(({ id }) => id)] }, key),
        },
      }),
      'changes of teams > T7 a team that is handed over keeps id and name under its new key',
    ],
    [
      'teams that only grow',
      ({ teams }) => ({ teams: { ...teams, change: (change, key) => teams.change({ ...change, remove: [] }, key) } }),
      'teams > T5 teams that are named go, whoever made them, and their members stay',
    ],
    [
      'a batch that is none',
      () => ({ inBatch: (work) => work() }),
      'inBatch > A1 when the work is rejected nothing of it has happened, and its keys are unused',
    ],
    [
      'a batch that hides that it failed',
      ({ inBatch }) => ({ inBatch: (work) => inBatch(work).catch(ignore) }),
      'inBatch > A1 when the work is rejected nothing of it has happened, and its keys are unused',
    ],
    [
      'a part that is missing',
      () => ({ setManager: undefined }) as unknown as Partial<MemberDirectory>,
      'members > the directory has the parts that it is said to have',
    ],
  ])('finds %s', async (_flaw, flaw, title) => {
    expect(await failures(flaw)).toContain(title);
  });

  test('finds a batch that takes what happens beside it back with it', async () => {
    const flaw: Flaw = (fake) => {
      const beside = new Set<string>();
      let isOpen = false;
      return {
        create: async (member, key) => {
          const id = await (isOpen && member.email.startsWith('bob') ? Promise.resolve('lost') : fake.create(member, key));
          beside.add(id);
          return id;
        },
        inBatch: async (work) => {
          isOpen = true;
          await fake.inBatch(work).finally(() => (isOpen = false));
        },
      };
    };
    expect(await failures(flaw)).toContain('inBatch > what somebody else does meanwhile is not lost with a batch');
  });

  test('a directory may do without parts that are said to be left out', async () => {
    const titles: string[] = [];
    const bodies: (() => Promise<void> | void)[] = [];
    describeDirectory('a small directory', {
      describe: (_name, body) => {
        body();
      },
      test: (name, body) => {
        titles.push(name);
        bodies.push(body);
      },
      without: ['setManager', 'setEntity', 'setBankAccount', 'teams', 'inBatch'],
      open: () => {
        const { setManager: _m, setEntity: _e, setBankAccount: _b, teams: _t, inBatch: _i, ...fake } = createFakeDirectory();
        return {
          directory: fake,
          accept: fake.accept,
          protect: (memberId) => {
            fake.setProtected(memberId, true);
          },
        };
      },
    });
    for (const body of bodies) await body();
    expect(titles.filter((title) => title.includes('team'))).toEqual([]);
  });
});
