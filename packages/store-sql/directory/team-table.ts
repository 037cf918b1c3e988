import type { DatabaseSync } from 'node:sqlite';
import { unassignedKey, type DirectoryTeam, type TeamsChange, type TeamTarget } from '@rollcall/core';
import { conflict, toRowId, type MemberTable } from './member-table.ts';

interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly key: string | null;
  readonly lead_id: number | null;
}

/** The teams of one customer. */
export class TeamTable {
  readonly #customerId: string;
  readonly #members: MemberTable;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: DatabaseSync, customerId: string, members: MemberTable) {
    this.#customerId = customerId;
    this.#members = members;
    this.#statements = prepare(database);
  }

  list(): DirectoryTeam[] {
    const memberIds = new Map<number, string[]>();
    for (const { team_id: teamId, member_id: memberId } of this.#statements.listMembers.all(this.#customerId)) {
      const ids = memberIds.get(teamId as number) ?? [];
      if (ids.push(String(memberId)) === 1) memberIds.set(teamId as number, ids);
    }
    const teams = this.#statements.list.all(this.#customerId) as unknown as TeamRow[];
    return teams.map(({ id, name, key, lead_id: leadId }) => ({
      id: String(id),
      name,
      key,
      leadMemberId: leadId === null ? null : String(leadId),
      memberIds: memberIds.get(id) ?? [],
    }));
  }

  add({ name, leadMemberId, memberIds }: Pick<DirectoryTeam, 'name' | 'leadMemberId' | 'memberIds'>): string {
    const id = this.#insert(name, null);
    this.#fill(id, leadMemberId, memberIds);
    return String(id);
  }

  areLocked(): boolean {
    return this.#statements.isLocked.get(this.#customerId) !== undefined;
  }

  /** To be called within a transaction: what it throws half way has to be rolled back. */
  change({ remove, handOver, put, locked }: TeamsChange): void {
    for (const id of remove) this.#statements.remove.run(toRowId(id) ?? 0, this.#customerId);
    this.#handOver(handOver);
    for (const target of put) {
      const found = this.#statements.byKey.get(this.#customerId, target.key)?.['id'];
      const id = typeof found === 'number' ? found : this.#insert(this.#nameOf(target), target.key);
      this.#fill(id, target.leadMemberId, target.memberIds);
    }
    if (locked) this.#statements.lock.run(this.#customerId);
    else this.#statements.unlock.run(this.#customerId);
  }

  // Keys are let go of before the new ones are written: two teams may swap them.
  #handOver(handOver: TeamsChange['handOver']): void {
    for (const { id } of handOver) {
      const { changes } = this.#statements.setKey.run(null, toRowId(id) ?? 0, this.#customerId);
      if (changes === 0) throw conflict('the team that is handed over is not known');
    }
    for (const { id, key } of handOver) {
      if (this.#statements.byKey.get(this.#customerId, key) !== undefined) throw conflict('another team has the key');
      this.#statements.setKey.run(key, toRowId(id) ?? 0, this.#customerId);
    }
  }

  #insert(name: string, key: string | null): number {
    return Number(this.#statements.insert.run(this.#customerId, name, key).lastInsertRowid);
  }

  #fill(teamId: number, leadMemberId: string | null, memberIds: readonly string[]): void {
    const leadId = leadMemberId === null ? null : this.#members.standing(leadMemberId).id;
    this.#statements.setLead.run(leadId, teamId);
    this.#statements.clear.run(teamId);
    for (const memberId of memberIds) this.#statements.addMember.run(teamId, this.#members.standing(memberId).id);
  }

  #nameOf({ key, leadMemberId }: TeamTarget): string {
    if (key === unassignedKey || leadMemberId === null) return 'Unassigned';
    const lead = this.#statements.leadName.get(this.#members.standing(leadMemberId).id);
    return `Team ${String(lead?.['name'] ?? key)}`;
  }
}

function prepare(database: DatabaseSync) {
  return {
    list: database.prepare('SELECT id, name, key, lead_id FROM team WHERE customer_id = ? ORDER BY id'),
    listMembers: database.prepare(
      'SELECT team_id, member_id FROM team_member JOIN team ON team.id = team_id WHERE customer_id = ? ORDER BY team_id, member_id',
    ),
    byKey: database.prepare('SELECT id FROM team WHERE customer_id = ? AND key = ?'),
    insert: database.prepare('INSERT INTO team (customer_id, name, key) VALUES (?, ?, ?)'),
    remove: database.prepare('DELETE FROM team WHERE id = ? AND customer_id = ?'),
    setKey: database.prepare('UPDATE team SET key = ? WHERE id = ? AND customer_id = ?'),
    setLead: database.prepare('UPDATE team SET lead_id = ? WHERE id = ?'),
    clear: database.prepare('DELETE FROM team_member WHERE team_id = ?'),
    addMember: database.prepare('INSERT OR IGNORE INTO team_member VALUES (?, ?)'),
    leadName: database.prepare('SELECT coalesce(preferred_name, first_name, last_name) AS name FROM member WHERE id = ?'),
    lock: database.prepare('INSERT OR IGNORE INTO teams_locked VALUES (?)'),
    unlock: database.prepare('DELETE FROM teams_locked WHERE customer_id = ?'),
    isLocked: database.prepare('SELECT 1 FROM teams_locked WHERE customer_id = ?'),
  };
}
