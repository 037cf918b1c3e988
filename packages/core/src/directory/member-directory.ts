import type { ManagedValues, Member } from './member.ts';
import type { NewMember } from '../plan/plan.ts';
import type { Team } from '../reconcile/teams-from-managers.ts';

/**
 * What a platform implements over its own users and teams. Every change carries a key: a second call with the same key
 * must change nothing, so that a run may be repeated after a crash (rule A1).
 */
export interface MemberDirectory {
  members(): Promise<readonly Member[]>;
  /** Creates and invites; gives the new member's id. */
  create(member: NewMember, key: string): Promise<string>;
  update(memberId: string, values: ManagedValues, key: string): Promise<void>;
  /** With `verify` the address counts once its owner has confirmed it. */
  changeEmail(memberId: string, email: string, options: { readonly verify: boolean }, key: string): Promise<void>;
  reactivate(memberId: string, key: string): Promise<void>;
  revoke(memberId: string, key: string): Promise<void>;
  archive(memberId: string, key: string): Promise<void>;
  /** Replaces the teams of the connection; leads and members are member ids. */
  replaceTeams?(teams: readonly DirectoryTeam[], key: string): Promise<void>;
}

/** A team as the directory keeps it; `key` is the lead's employee id and stays when the team is renamed (rule T7). */
export interface DirectoryTeam {
  readonly key: Team['leadId'];
  readonly leadMemberId: string;
  readonly memberIds: readonly string[];
}
