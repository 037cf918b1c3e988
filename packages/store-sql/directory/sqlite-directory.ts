import type { DatabaseSync } from 'node:sqlite';
import type { BankAccount, DirectoryTeam, Member, MemberDirectory } from '@rollcall/core';
import { MemberTable } from './member-table.ts';
import { openDatabase } from './open-database.ts';
import { TeamTable } from './team-table.ts';
import { Transactions } from './transactions.ts';

export interface SqliteDirectoryOptions {
  /** Path of the file, made where there is none; directories of one process share one handle. */
  readonly file?: string;
  /** A database that the application has open, instead of a file. It stays open. */
  readonly database?: DatabaseSync;
  /** The customer whose members these are. Several customers lie side by side. */
  readonly customerId: string;
}

/** The directory, and what else happens in an application: people accept, owners are appointed, teams made by hand. */
export interface SqliteDirectory extends Required<MemberDirectory> {
  /** Adds a member by hand, active unless said otherwise, and gives the id. @throws DirectoryError `conflict` for an address in use. */
  readonly addMember: (member: Partial<Omit<Member, 'id'>> & { readonly email: string }) => Promise<string>;
  /** The member accepts the invitation; nothing happens where none is pending. */
  readonly accept: (memberId: string) => Promise<void>;
  /** The member confirms an address that was changed with `verify`. */
  readonly confirmEmail: (memberId: string) => Promise<void>;
  readonly setProtected: (memberId: string, isProtected: boolean) => Promise<void>;
  /** Makes a team by hand and gives its id. */
  readonly addTeam: (team: Pick<DirectoryTeam, 'name' | 'leadMemberId' | 'memberIds'>) => Promise<string>;
  readonly areTeamsLocked: () => Promise<boolean>;
  readonly bankAccountOf: (memberId: string) => Promise<BankAccount | null>;
  /** Closes the file when no other directory uses it. */
  readonly close: () => void;
}

/**
 * The members and teams of a small application on SQLite: whole, and written to be copied from.
 * Every change is one transaction with its key; `inBatch` makes one of many.
 * @example
 * const directory = sqliteDirectory({ file: 'application.db', customerId: 'fjordkiste' });
 */
export function sqliteDirectory({ file, database: given, customerId }: SqliteDirectoryOptions): SqliteDirectory {
  const { database, close } = openDatabase(given ?? file ?? ':memory:');
  const transactions = Transactions.of(database);
  const members = new MemberTable(database, customerId);
  const teams = new TeamTable(database, customerId, members);
  const once = carryOutOnce(database, customerId, transactions);
  return {
    ...directoryOf(members, teams, transactions, once),
    addMember: ({ managerId, ...member }) =>
      transactions.change(() =>
        transactions.attempt(() => {
          const id = members.add({ status: 'active', protected: false, values: {}, ...member });
          if (managerId !== undefined) members.setManager(id, managerId);
          return id;
        }),
      ),
    accept: (memberId) =>
      transactions.change(() => {
        members.accept(memberId);
      }),
    confirmEmail: (memberId) =>
      transactions.change(() => {
        members.confirmEmail(memberId);
      }),
    setProtected: (memberId, isProtected) =>
      transactions.change(() => {
        members.setProtected(memberId, isProtected);
      }),
    addTeam: (team) => transactions.change(() => transactions.attempt(() => teams.add(team))),
    areTeamsLocked: () => transactions.read(() => teams.areLocked()),
    bankAccountOf: (memberId) => transactions.read(() => members.bankAccountOf(memberId)),
    close,
  };
}

type Once = (key: string, work: () => void) => Promise<void>;

/** Change and key are written in one transaction: after a crash either both are there or none. */
function carryOutOnce(database: DatabaseSync, customerId: string, transactions: Transactions): Once {
  const write = database.prepare('INSERT INTO done (customer_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const forget = database.prepare('DELETE FROM done WHERE customer_id = ? AND key = ?');
  return (key, work) =>
    transactions.change(() => {
      if (write.run(customerId, key).changes === 0) return;
      try {
        work();
      } catch (error) {
        // In a batch the transaction goes on, and what was refused may be asked for again.
        forget.run(customerId, key);
        throw error;
      }
    });
}

function directoryOf(members: MemberTable, teams: TeamTable, transactions: Transactions, once: Once): Required<MemberDirectory> {
  return {
    members: () => transactions.read(() => members.list()),
    create: (member, key) => transactions.change(() => members.invite(member, key)),
    update: (memberId, values, key) =>
      once(key, () => {
        members.update(memberId, values);
      }),
    changeEmail: (memberId, email, { verify }, key) =>
      once(key, () => {
        members.changeEmail(memberId, email, verify);
      }),
    reactivate: (memberId, key) =>
      once(key, () => {
        members.reactivate(memberId);
      }),
    revoke: (memberId, key) =>
      once(key, () => {
        members.remove(memberId, 'revoked');
      }),
    archive: (memberId, key) =>
      once(key, () => {
        members.remove(memberId, 'archived');
      }),
    setManager: (memberId, managerId, key) =>
      once(key, () => {
        members.setManager(memberId, managerId);
      }),
    setEntity: (memberId, entity, key) =>
      once(key, () => {
        members.setEntity(memberId, entity);
      }),
    setBankAccount: (memberId, account, key) =>
      once(key, () => {
        members.setBankAccount(memberId, account);
      }),
    teams: {
      list: () => transactions.read(() => teams.list()),
      change: (teamsChange, key) =>
        once(key, () => {
          transactions.attempt(() => {
            teams.change(teamsChange);
          });
        }),
    },
    inBatch: (work) => transactions.batch(work),
  };
}
