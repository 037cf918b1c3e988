import type { BankAccount, DirectoryTeam, Member, MemberDirectory } from '@rollcall/core';
import { BatchGate } from './batch-gate.ts';
import { CallLog, InjectedFailures } from './fake-calls.ts';
import type { CallTarget, DirectoryCall, InjectedFailure, KeyCount } from './fake-calls.ts';
import {
  changeEmail,
  create,
  FakeState,
  reactivate,
  remove,
  setBankAccount,
  setEmail,
  setManager,
  update,
} from './fake-state.ts';
import { changeTeams } from './fake-teams.ts';

export interface FakeDirectoryOptions {
  /** Members who are there from the beginning, as for `add`. */
  readonly members?: readonly FakeMember[];
}

/** A member as a test writes one; what is left out is an active member without values. */
export type FakeMember = Partial<Member> & { readonly email: string };

/**
 * A complete member directory in memory, and what a test needs to look behind it.
 * Its methods are plain functions, so that `const { teams, ...rest } = createFakeDirectory()` is one without teams.
 */
export interface FakeDirectory extends Required<MemberDirectory> {
  /** Adds a member by hand. @throws DirectoryError `conflict` for an address in use. */
  readonly add: (member: FakeMember) => Member;
  /** Takes a member out, as an administrator would who deletes somebody. */
  readonly remove: (memberId: string) => void;
  /** The member accepts the invitation; nothing happens where none is pending. */
  readonly accept: (memberId: string) => void;
  /** The member confirms an address that was changed with `verify`. */
  readonly confirmEmail: (memberId: string) => void;
  readonly setProtected: (memberId: string, isProtected: boolean) => void;
  readonly addTeam: (team: Omit<DirectoryTeam, 'id'>) => DirectoryTeam;
  /** As they are now, without a promise. */
  readonly member: (memberId: string) => Member;
  readonly bankAccountOf: (memberId: string) => BankAccount | null;
  /** What was chosen when the member was invited. */
  readonly accessOf: (memberId: string) => string | null;
  readonly areTeamsLocked: () => boolean;
  /** Makes the next matching calls fail. */
  readonly fail: (failure: InjectedFailure) => void;
  /** Every call that was to change something, in order. */
  readonly calls: readonly DirectoryCall[];
  readonly countOf: (key: string) => KeyCount;
}

interface Fake {
  readonly state: FakeState;
  readonly gate: BatchGate;
  readonly failures: InjectedFailures;
  readonly log: CallLog;
  /** Carries a change out once for its key, and gives the first answer ever after. */
  readonly once: (target: CallTarget, key: string, work: () => string | undefined) => Promise<string>;
}

/**
 * A member directory for tests of whatever stands on one.
 * @example
 * const directory = createFakeDirectory({ members: [{ email: 'ann@fjordkiste.example' }] });
 * directory.fail({ operation: 'revoke', times: 2 });
 */
export function createFakeDirectory({ members = [] }: FakeDirectoryOptions = {}): FakeDirectory {
  const fake = createFake();
  const directory = { ...methodsOf(fake), ...controlsOf(fake) };
  for (const member of members) directory.add(member);
  return directory;
}

function createFake(): Fake {
  const state = new FakeState();
  const gate = new BatchGate();
  const failures = new InjectedFailures();
  const log = new CallLog();
  const carryOut = (target: CallTarget, key: string, work: () => string | undefined): string => {
    const call = { operation: target.operation, key, memberId: target.memberId ?? null };
    const before = state.done.get(key);
    if (before !== undefined) {
      log.note({ ...call, outcome: 'repeated' });
      return before ?? '';
    }
    try {
      failures.throwFor(target, 'before');
      const answer = state.undo.attempt(() => {
        const result = work();
        state.done.set(key, result ?? null);
        return result ?? '';
      });
      state.undo.note(log.note({ ...call, outcome: 'done' }));
      return answer;
    } catch (error) {
      log.note({ ...call, outcome: 'failed' });
      throw error;
    }
  };
  const once: Fake['once'] = (target, key, work) =>
    gate.enter(() => {
      const answer = carryOut(target, key, work);
      failures.throwFor(target, 'after');
      return answer;
    });
  return { state, gate, failures, log, once };
}

function methodsOf({ state, gate, failures, once }: Fake): Required<MemberDirectory> {
  const onMember =
    (operation: CallTarget['operation'], work: (memberId: string) => void) =>
    async (memberId: string, key: string): Promise<void> => {
      await once({ operation, memberId }, key, () => {
        work(memberId);
      });
    };
  return {
    members: () =>
      gate.enter(() => {
        failures.throwFor({ operation: 'members' }, 'before');
        return state.members.values();
      }),
    create: (member, key) => once({ operation: 'create', email: member.email }, key, () => create(state, member)),
    async update(memberId, values, key) {
      await once({ operation: 'update', memberId }, key, () => {
        update(state, memberId, values);
      });
    },
    async changeEmail(memberId, email, { verify }, key) {
      const target: CallTarget = { operation: 'changeEmail', memberId, email };
      await once(target, key, () => {
        changeEmail(state, memberId, email, verify);
      });
    },
    reactivate: onMember('reactivate', (memberId) => {
      reactivate(state, memberId);
    }),
    revoke: onMember('revoke', (memberId) => {
      remove(state, memberId, 'revoked');
    }),
    archive: onMember('archive', (memberId) => {
      remove(state, memberId, 'archived');
    }),
    async setManager(memberId, managerId, key) {
      await once({ operation: 'setManager', memberId }, key, () => {
        setManager(state, memberId, managerId);
      });
    },
    async setEntity(memberId, entity, key) {
      await once({ operation: 'setEntity', memberId }, key, () => {
        state.change(memberId, { entity });
      });
    },
    async setBankAccount(memberId, account, key) {
      await once({ operation: 'setBankAccount', memberId }, key, () => {
        setBankAccount(state, memberId, account);
      });
    },
    teams: {
      list: () => gate.enter(() => state.teams.values()),
      async change(change, key) {
        await once({ operation: 'changeTeams' }, key, () => {
          changeTeams(state, change);
        });
      },
    },
    inBatch: (work) => runBatch(state, gate, work),
  };
}

function runBatch(state: FakeState, gate: BatchGate, work: () => Promise<void>): Promise<void> {
  let mark = 0;
  return gate.run(work, {
    begin() {
      mark = state.undo.begin();
    },
    commit() {
      state.undo.end();
    },
    rollBack() {
      state.undo.takeBack(mark);
      state.undo.end();
    },
  });
}

function controlsOf({ state, failures, log }: Fake): Omit<FakeDirectory, keyof MemberDirectory> {
  return {
    add(member) {
      const added: Member = {
        id: state.nextId('member'),
        status: 'active',
        protected: false,
        values: {},
        managerId: null,
        entity: null,
        ...member,
      };
      state.put(added);
      return added;
    },
    remove(memberId) {
      state.remove(memberId);
    },
    accept(memberId) {
      if (state.member(memberId).status !== 'invited') return;
      state.accepted.set(memberId, true);
      state.change(memberId, { status: 'active' });
    },
    confirmEmail(memberId) {
      const email = state.pendingEmails.get(memberId);
      if (email !== undefined) setEmail(state, memberId, email);
    },
    setProtected(memberId, isProtected) {
      state.change(memberId, { protected: isProtected });
    },
    addTeam(team) {
      const added = { id: state.nextId('team'), ...team };
      state.teams.set(added.id, added);
      return added;
    },
    member: (memberId) => state.member(memberId),
    bankAccountOf: (memberId) => state.accounts.get(memberId) ?? null,
    accessOf: (memberId) => state.access.get(memberId) ?? null,
    areTeamsLocked: () => state.locked.get('locked') ?? false,
    fail(failure) {
      failures.add(failure);
    },
    calls: log.calls,
    countOf: (key) => log.countOf(key),
  };
}
