import { deepEqual, equal, ok } from 'node:assert/strict';
import type { BankAccount, Member, MemberDirectory } from '@rollcall/core';
import { createActive, createPeople, leavesAlone, memberOf, pictureOf, refuses } from './directory-suite.ts';
import type { DirectorySuite } from './directory-suite.ts';

// A made-up number; the word in it is looked for where it must not be.
const account: BankAccount = { iban: 'NO00CANARY00001', holder: 'Ann Kallestad', currency: 'NOK' };

type Setter = (directory: MemberDirectory, memberId: string, value: string | null, key: string) => Promise<void> | undefined;

/** Manager, entity and bank account, as far as the directory knows them. */
export function describeRelations(suite: DirectorySuite): void {
  const { describe, has } = suite;
  if (has('setManager'))
    describe('setManager', () => {
      describeSetter(suite, 'managerId', (directory, ...given) => directory.setManager?.(...given));
      describeUnknownManager(suite);
    });
  if (has('setEntity'))
    describe('setEntity', () => {
      describeSetter(suite, 'entity', (directory, ...given) => directory.setEntity?.(...given));
    });
  if (has('setBankAccount'))
    describe('setBankAccount', () => {
      describeBankAccount(suite);
    });
}

function describeSetter({ test }: DirectorySuite, field: 'managerId' | 'entity', setter: Setter): void {
  const set = async (...given: Parameters<Setter>): Promise<void> => {
    const answer = setter(...given);
    ok(answer !== undefined, 'the directory can set it');
    await answer;
  };
  const valueOf = (member: Member): string | null => member[field] ?? null;

  test('M1 it is set, changed and cleared, and nothing else', async (opened) => {
    const { directory } = opened;
    const ann = await createActive(opened, 'Ann');
    const others = await createPeople(directory, 'Bob', 'Eva');
    await leavesAlone(directory, async () => {
      equal(valueOf(await memberOf(directory, ann)), null);
      for (const value of [...others, null]) {
        const before = await memberOf(directory, ann);
        await set(directory, ann, value, `set:${value ?? ''}`);
        deepEqual(await memberOf(directory, ann), { ...before, [field]: value });
      }
    });
  });

  test('A1 the same key changes nothing a second time', async ({ directory }) => {
    const [ann = '', bob = ''] = await createPeople(directory, 'Ann', 'Bob');
    await set(directory, ann, bob, 'there');
    await set(directory, ann, null, 'back');
    await leavesAlone(directory, () => set(directory, ann, bob, 'there'));
  });

  test('a member who is not known is refused', async ({ directory }) => {
    const [ann = ''] = await createPeople(directory, 'Ann');
    await refuses(directory, () => set(directory, 'nobody', ann, 'set'), ['conflict', 'unavailable']);
  });
}

function describeUnknownManager({ test }: DirectorySuite): void {
  test('a manager who is not known is refused', async ({ directory }) => {
    const [ann = ''] = await createPeople(directory, 'Ann');
    await refuses(directory, async () => directory.setManager?.(ann, 'nobody', 'set'), ['conflict', 'unavailable']);
  });
}

function describeBankAccount({ test }: DirectorySuite): void {
  test('M1 it is set and cleared, and no list of members shows it', async (opened) => {
    const { directory, bankAccountOf } = opened;
    const [ann = ''] = await createPeople(directory, 'Ann', 'Bob');
    await leavesAlone(directory, async () => {
      await directory.setBankAccount?.(ann, account, 'set');
      ok(!JSON.stringify(await pictureOf(directory)).includes('CANARY'));
      if (bankAccountOf !== undefined) deepEqual({ ...(await bankAccountOf(ann)) }, account);
      await directory.setBankAccount?.(ann, { accountNumber: '1' }, 'other');
      if (bankAccountOf !== undefined) deepEqual({ ...(await bankAccountOf(ann)) }, { accountNumber: '1' });
      await directory.setBankAccount?.(ann, account, 'set');
      if (bankAccountOf !== undefined) deepEqual({ ...(await bankAccountOf(ann)) }, { accountNumber: '1' });
      await directory.setBankAccount?.(ann, null, 'clear');
      if (bankAccountOf !== undefined) equal(await bankAccountOf(ann), null);
    });
  });

  test('a member who is not known is refused, and the error is safe to log', async ({ directory }) => {
    await refuses(directory, async () => {
      try {
        await directory.setBankAccount?.('nobody', account, 'set');
      } catch (error) {
        ok(!(error instanceof Error) || !`${error.message} ${JSON.stringify(error)}`.includes('CANARY'));
        throw error;
      }
    }, ['conflict', 'unavailable']);
  });
}
