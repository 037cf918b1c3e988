import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { DirectoryError, type BankAccount, type DirectoryTeam, type Member, type MemberDirectory } from '@rollcall/core';
import type { NewMember, TeamDirectory, TeamsChange } from '@rollcall/core';
import type { Runner } from '../runner.ts';

/** What a directory may leave out. */
export const directoryParts = ['setManager', 'setEntity', 'setBankAccount', 'teams', 'inBatch'] as const;
/** @useDeclaredType */
export type DirectoryPart = (typeof directoryParts)[number];

/** A directory of a customer without members and teams, and the hands of the application beside it. */
export interface OpenedDirectory {
  readonly directory: MemberDirectory;
  /** What the invited person does: from now on the member is active. */
  readonly accept: (memberId: string) => Promise<void> | void;
  /** Makes the member one that is never removed automatically, such as an owner (rule V4). */
  readonly protect: (memberId: string) => Promise<void> | void;
  /** Another customer of the same application. Leave it out only where there is never more than one. */
  readonly other?: MemberDirectory;
  /** What the owner of an address does that was changed with `verify`. */
  readonly confirmEmail?: (memberId: string) => Promise<void> | void;
  /** What is stored; a directory never shows it. */
  readonly bankAccountOf?: (memberId: string) => Promise<BankAccount | null> | BankAccount | null;
  /** Makes a team by hand and gives its id. */
  readonly addTeam?: (team: Pick<DirectoryTeam, 'name' | 'leadMemberId' | 'memberIds'>) => Promise<string> | string;
  /** Called after each test. */
  readonly close?: () => Promise<void> | void;
}

export interface DirectorySuiteOptions extends Runner {
  /** Called for each test. */
  readonly open: () => Promise<OpenedDirectory> | OpenedDirectory;
  /** Parts that the platform has no use for. One that is there after all fails the suite, as does one that is missing. */
  readonly without?: readonly DirectoryPart[];
}

/** What every group of the suite works with. */
export interface DirectorySuite {
  readonly describe: Runner['describe'];
  /** A test on a directory of its own. */
  readonly test: (name: string, body: (opened: OpenedDirectory) => Promise<void>) => void;
  readonly has: (part: DirectoryPart) => boolean;
}

export function createDirectorySuite({ describe, test, open, without = [] }: DirectorySuiteOptions): DirectorySuite {
  return {
    describe,
    has: (part) => !without.includes(part),
    test(name, body) {
      test(name, async () => {
        const opened = await open();
        try {
          await body(opened);
        } finally {
          await opened.close?.();
        }
      });
    },
  };
}

const names = ['Ann', 'Bob', 'Eva', 'Ida', 'Jon', 'Liv', 'Per', 'Siv'] as const;
export type PersonName = (typeof names)[number];

export const emailOf = (name: PersonName): string => `${name.toLowerCase()}.kallestad@fjordkiste.example`;

/** A fictional person as the engine would create them. */
export function person(name: PersonName): NewMember {
  const values = { firstName: name, lastName: 'Kallestad', jobTitle: 'Cooper', department: 'Barrels' };
  return { email: emailOf(name), values };
}

/** Creates people under keys of their own and gives their ids. */
export async function createPeople(directory: MemberDirectory, ...people: readonly PersonName[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of people) ids.push(await directory.create(person(name), `create:${name}`));
  return ids;
}

/** Creates somebody who has accepted. */
export async function createActive({ directory, accept }: OpenedDirectory, name: PersonName): Promise<string> {
  const id = await directory.create(person(name), `create:${name}`);
  await accept(id);
  return id;
}

export async function memberOf(directory: MemberDirectory, memberId: string): Promise<Member> {
  const found = (await directory.members()).filter(({ id }) => id === memberId);
  equal(found.length, 1, `${found.length} members have the id`);
  return found[0] as Member;
}

export async function statusOf(directory: MemberDirectory, memberId: string): Promise<Member['status']> {
  return (await memberOf(directory, memberId)).status;
}

/** Members, and teams where there are some, in an order and a form of their own: absent and null are the same here. */
export async function pictureOf(directory: MemberDirectory): Promise<unknown> {
  const members = (await directory.members()).map((member) => ({
    ...member,
    values: Object.fromEntries(Object.entries(member.values).filter(([, value]) => value !== null)),
  }));
  const teams = ((await directory.teams?.list()) ?? []).map((team) => ({ ...team, memberIds: team.memberIds.toSorted() }));
  return { members: members.toSorted(byId), teams: teams.toSorted(byId) };
}

/** Carries the work out, which must leave everything else on all members and teams as it was. */
export async function leavesAlone(directory: MemberDirectory, work: () => Promise<unknown>): Promise<void> {
  const before = await pictureOf(directory);
  await work();
  deepEqual(await pictureOf(directory), before);
}

/** The work is refused with a DirectoryError, `conflict` where nothing else is said, and nothing has happened by it. */
export async function refuses(
  directory: MemberDirectory,
  work: () => Promise<unknown>,
  codes: readonly string[] = ['conflict'],
): Promise<void> {
  await leavesAlone(directory, () =>
    rejects(work, (error) => {
      ok(DirectoryError.isInstance(error), 'what is thrown is a DirectoryError');
      ok(codes.includes(error.code), `the code is ${codes.join(' or ')}`);
      const said = `${JSON.stringify(error)} ${error.stack ?? ''}`;
      for (const name of names) ok(!said.includes(emailOf(name)), 'the error is safe to log: it names nobody');
      return true;
    }),
  );
}

/** The teams of a directory whose suite has them. */
export function teamsOf({ teams }: MemberDirectory): TeamDirectory {
  ok(teams !== undefined, 'the directory has teams');
  return teams;
}

/** A change of teams that changes nothing but what is given. */
export function teamsChange(change: Partial<TeamsChange>): TeamsChange {
  return { remove: [], handOver: [], put: [], locked: true, ...change };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
