import {
  DirectoryError,
  normaliseEmail,
  type BankAccount,
  type DirectoryTeam,
  type ManagedValues,
  type Member,
  type NewMember,
} from '@rollcall/core';
import { UndoLog, UndoMap } from './undo-log.ts';

/** All that the fake directory knows. */
export class FakeState {
  readonly undo = new UndoLog();
  readonly members = new UndoMap<string, Member>(this.undo);
  readonly holders = new UndoMap<string, string>(this.undo);
  readonly accepted = new UndoMap<string, true>(this.undo);
  readonly pendingEmails = new UndoMap<string, string>(this.undo);
  readonly access = new UndoMap<string, string>(this.undo);
  readonly accounts = new UndoMap<string, BankAccount>(this.undo);
  readonly teams = new UndoMap<string, DirectoryTeam>(this.undo);
  readonly locked = new UndoMap<'locked', boolean>(this.undo);
  readonly done = new UndoMap<string, string | null>(this.undo);
  #ids = 0;

  nextId(kind: 'member' | 'team'): string {
    this.#ids += 1;
    return `${kind}-${this.#ids}`;
  }

  member(memberId: string): Member {
    const member = this.members.get(memberId);
    if (member === undefined) throw conflict('the member is not known');
    return member;
  }

  change(memberId: string, changes: Partial<Member>): void {
    this.members.set(memberId, { ...this.member(memberId), ...changes });
  }

  /** Puts a member in; the address must be free. */
  put(member: Member): void {
    this.claim(member.email, member.id);
    this.members.set(member.id, member);
    if (member.status !== 'invited') this.accepted.set(member.id, true);
  }

  remove(memberId: string): void {
    this.release(this.member(memberId).email);
    this.members.delete(memberId);
    for (const member of this.members.values()) if (member.managerId === memberId) this.change(member.id, { managerId: null });
    for (const team of this.teams.values())
      this.teams.set(team.id, {
        ...team,
        leadMemberId: team.leadMemberId === memberId ? null : team.leadMemberId,
        memberIds: team.memberIds.filter((id) => id !== memberId),
      });
  }

  claim(email: string, memberId: string): void {
    const address = normaliseEmail(email) ?? email;
    const holder = this.holders.get(address);
    if (holder !== undefined && holder !== memberId) throw conflict('the address is in use');
    this.holders.set(address, memberId);
  }

  release(email: string): void {
    this.holders.delete(normaliseEmail(email) ?? email);
  }
}

export function conflict(message: string): DirectoryError {
  return new DirectoryError({ code: 'conflict', message });
}

export function create(state: FakeState, { email, values, entity, access }: NewMember): string {
  const id = state.nextId('member');
  const entityId = entity ?? null;
  state.put({ id, email, status: 'invited', protected: false, values: given(values), managerId: null, entity: entityId });
  if (access !== undefined) state.access.set(id, access);
  return id;
}

export function update(state: FakeState, memberId: string, values: ManagedValues): void {
  state.change(memberId, { values: { ...state.member(memberId).values, ...given(values) } });
}

// Callers without types may write `undefined` for what is absent.
function given(values: ManagedValues): ManagedValues {
  const entries: [string, unknown][] = Object.entries(values);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

export function setEmail(state: FakeState, memberId: string, email: string): void {
  state.release(state.member(memberId).email);
  state.claim(email, memberId);
  state.change(memberId, { email });
  state.pendingEmails.delete(memberId);
}

/** With `verify` the new address waits in `pendingEmails`. */
export function changeEmail(state: FakeState, memberId: string, email: string, verify: boolean): void {
  const member = state.member(memberId);
  const holder = state.holders.get(normaliseEmail(email) ?? email);
  if (holder !== undefined && holder !== member.id) throw conflict('the address is in use');
  if (verify) state.pendingEmails.set(memberId, email);
  else setEmail(state, memberId, email);
}

/** Whoever never accepted is invited again: only an acceptance gives access (rule J2). */
export function reactivate(state: FakeState, memberId: string): void {
  state.member(memberId);
  state.change(memberId, { status: state.accepted.has(memberId) ? 'active' : 'invited' });
}

/** A member who is archived stays so: `revoked` would bring them back into view. */
export function remove(state: FakeState, memberId: string, status: 'revoked' | 'archived'): void {
  const member = state.member(memberId);
  if (member.protected) throw conflict('the member is protected');
  if (member.status !== 'archived') state.change(memberId, { status });
}

export function setManager(state: FakeState, memberId: string, managerId: string | null): void {
  if (managerId !== null) state.member(managerId);
  state.change(memberId, { managerId });
}

export function setBankAccount(state: FakeState, memberId: string, account: BankAccount | null): void {
  state.member(memberId);
  if (account === null) state.accounts.delete(memberId);
  else state.accounts.set(memberId, account);
}
