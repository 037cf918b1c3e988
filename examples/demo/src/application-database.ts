import { DatabaseSync } from 'node:sqlite';
import type { Link, ManagedValues, Member, MemberStatus } from '@rollcall/core';

/** The platform's own database, as small as one can be: users, their teams, and the ties to the HR system. */
export class ApplicationDatabase {
  readonly #database = new DatabaseSync(':memory:');

  constructor() {
    this.#database.exec(`
      CREATE TABLE member (id TEXT PRIMARY KEY, email TEXT NOT NULL, status TEXT NOT NULL, protected INTEGER NOT NULL, profile TEXT NOT NULL);
      CREATE TABLE link (employee_id TEXT PRIMARY KEY, member_id TEXT NOT NULL UNIQUE, missing_reads INTEGER NOT NULL);
      CREATE TABLE team (key TEXT PRIMARY KEY, lead TEXT NOT NULL, members TEXT NOT NULL);
      CREATE TABLE done (key TEXT PRIMARY KEY, result TEXT);
    `);
  }

  members(): Member[] {
    const rows = this.#database.prepare('SELECT id, email, status, protected, profile FROM member ORDER BY id').all();
    return rows.map((row) => ({
      id: String(row['id']),
      email: String(row['email']),
      status: String(row['status']) as MemberStatus,
      protected: row['protected'] === 1,
      values: JSON.parse(String(row['profile'])) as ManagedValues,
    }));
  }

  addMember(member: Member): void {
    const insert = this.#database.prepare('INSERT INTO member (id, email, status, protected, profile) VALUES (?, ?, ?, ?, ?)');
    insert.run(member.id, member.email, member.status, member.protected ? 1 : 0, JSON.stringify(member.values));
  }

  setStatus(id: string, status: MemberStatus): void {
    this.#database.prepare('UPDATE member SET status = ? WHERE id = ?').run(status, id);
  }

  setEmail(id: string, email: string): void {
    this.#database.prepare('UPDATE member SET email = ? WHERE id = ?').run(email, id);
  }

  setValues(id: string, values: ManagedValues): void {
    this.#database.prepare('UPDATE member SET profile = json_patch(profile, ?) WHERE id = ?').run(JSON.stringify(values), id);
  }

  links(): Link[] {
    const rows = this.#database.prepare('SELECT employee_id, member_id, missing_reads FROM link ORDER BY employee_id').all();
    return rows.map((row) => ({
      employeeId: String(row['employee_id']),
      memberId: String(row['member_id']),
      missingReads: Number(row['missing_reads']),
    }));
  }

  putLink({ employeeId, memberId, missingReads }: Link): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO link (employee_id, member_id, missing_reads) VALUES (?, ?, ?)')
      .run(employeeId, memberId, missingReads);
  }

  replaceTeams(teams: readonly { readonly key: string; readonly lead: string; readonly members: readonly string[] }[]): void {
    this.#database.exec('BEGIN; DELETE FROM team');
    const insert = this.#database.prepare('INSERT INTO team (key, lead, members) VALUES (?, ?, ?)');
    for (const { key, lead, members } of teams) insert.run(key, lead, JSON.stringify(members));
    this.#database.exec('COMMIT');
  }

  /** Runs `work` unless the key has been seen: what makes a repeated run harmless. */
  once(key: string, work: () => string | undefined): string | undefined {
    const known = this.#database.prepare('SELECT result FROM done WHERE key = ?').get(key);
    if (known !== undefined) return known['result'] === null ? undefined : String(known['result']);
    const result = work();
    this.#database.prepare('INSERT INTO done (key, result) VALUES (?, ?)').run(key, result ?? null);
    return result;
  }

  close(): void {
    this.#database.close();
  }
}
