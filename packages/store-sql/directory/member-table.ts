import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  DirectoryError,
  normaliseEmail,
  type BankAccount,
  type ManagedValues,
  type Member,
  type MemberStatus,
  type NewMember,
} from '@rollcall/core';

type Field = keyof ManagedValues;
type Text = string | null;

const columns: Readonly<Record<Field, string>> = {
  firstName: 'first_name',
  lastName: 'last_name',
  preferredName: 'preferred_name',
  jobTitle: 'job_title',
  department: 'department',
  team: 'team',
  division: 'division',
  legalEntity: 'legal_entity',
  costCenter: 'cost_center',
  workLocation: 'work_location',
  employeeNumber: 'employee_number',
  phone: 'phone',
  startDate: 'start_date',
  terminationDate: 'termination_date',
};
const fields = Object.keys(columns) as readonly Field[];
const accountFields = ['iban', 'bic', 'accountNumber', 'sortCode', 'routingNumber', 'holder', 'currency'] as const;

/** What a removal and a change of address have to look at. */
interface Standing {
  readonly id: number;
  readonly status: MemberStatus;
  readonly accepted: number;
  readonly protected: number;
}

/** The members of one customer: every statement names the customer, so that no id leads to somebody else's member. */
export class MemberTable {
  readonly #database: DatabaseSync;
  readonly #customerId: string;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #inserts = new Map<number, StatementSync>();
  readonly #updates = new Map<number, StatementSync>();

  constructor(database: DatabaseSync, customerId: string) {
    this.#database = database;
    this.#customerId = customerId;
    this.#statements = prepare(database);
  }

  list(): Member[] {
    // Arrays and not objects: with a hundred thousand rows of twenty columns that halves the time.
    const rows = this.#statements.list.all(this.#customerId) as unknown as MemberRow[];
    return rows.map(toMember);
  }

  /** Adds a member by hand. */
  add({ email, status, protected: isProtected, entity, values }: Omit<Member, 'id' | 'managerId'>): string {
    const id = this.#insert(email, values, entity ?? null, { access: null, key: null });
    if (id === undefined) throw conflict('the address is in use');
    this.#statements.setStanding.run(status, status === 'invited' ? 0 : 1, isProtected ? 1 : 0, Number(id));
    return id;
  }

  /** One statement where all is well: that the key or the address is there already shows in nothing being inserted. */
  invite({ email, values, entity, access }: NewMember, key: string): string {
    const id = this.#insert(email, values, entity ?? null, { access: access ?? null, key });
    if (id !== undefined) return id;
    const known = this.#statements.byCreation.get(this.#customerId, key);
    if (known === undefined) throw conflict('the address is in use');
    return String(known['id']);
  }

  update(memberId: string, values: ManagedValues): void {
    const { mask, texts } = given(values);
    if (mask === 0) return void this.standing(memberId);
    const { changes } = this.#updateOf(mask).run(...texts, toRowId(memberId) ?? 0, this.#customerId);
    if (changes === 0) throw unknownMember();
  }

  /** The pending address counts for nobody until it is confirmed. */
  changeEmail(memberId: string, email: string, verify: boolean): void {
    const { id } = this.standing(memberId);
    const address = addressOf(email);
    const holder = this.#statements.holder.get(this.#customerId, address);
    if (holder !== undefined && holder['id'] !== id) throw conflict('the address is in use');
    if (verify) this.#statements.setPendingEmail.run(email, id);
    else this.#statements.setEmail.run(email, address, id);
  }

  confirmEmail(memberId: string): void {
    const { id } = this.standing(memberId);
    const email = this.#statements.pendingEmail.get(id)?.['pending_email'];
    if (typeof email === 'string') this.changeEmail(memberId, email, false);
  }

  /** Whoever never accepted is invited again: only an acceptance gives access (rule J2). */
  reactivate(memberId: string): void {
    const { id, accepted } = this.standing(memberId);
    this.#statements.setStatus.run(accepted === 1 ? 'active' : 'invited', id);
  }

  /** Refuses to remove a protected member, whoever asks (rule V4). Who is archived stays archived. */
  remove(memberId: string, status: 'revoked' | 'archived'): void {
    const member = this.standing(memberId);
    if (member.protected === 1) throw conflict('the member is protected and is not removed automatically');
    if (member.status !== 'archived') this.#statements.setStatus.run(status, member.id);
  }

  accept(memberId: string): void {
    this.#statements.accept.run(this.standing(memberId).id);
  }

  setProtected(memberId: string, isProtected: boolean): void {
    this.#statements.setProtected.run(isProtected ? 1 : 0, this.standing(memberId).id);
  }

  setManager(memberId: string, managerId: string | null): void {
    const manager = managerId === null ? null : this.standing(managerId).id;
    this.#statements.setManager.run(manager, this.standing(memberId).id);
  }

  setEntity(memberId: string, entity: string | null): void {
    this.#statements.setEntity.run(entity, this.standing(memberId).id);
  }

  setBankAccount(memberId: string, account: BankAccount | null): void {
    const { id } = this.standing(memberId);
    if (account === null) this.#statements.deleteAccount.run(id);
    else this.#statements.putAccount.run(id, ...accountFields.map((field) => account[field] ?? null));
  }

  bankAccountOf(memberId: string): BankAccount | null {
    const row = this.#statements.account.get(this.standing(memberId).id);
    if (row === undefined) return null;
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  }

  /** @throws DirectoryError `conflict` for who is not a member of this customer. */
  standing(memberId: string): Standing {
    const id = toRowId(memberId);
    const row = id === undefined ? undefined : this.#statements.standing.get(id, this.#customerId);
    if (row === undefined) throw unknownMember();
    return row as unknown as Standing;
  }

  /** The new id, undefined where the key or the address is there already. */
  #insert(email: string, values: ManagedValues, entity: Text, { access, key }: { access: Text; key: Text }): string | undefined {
    const { mask, texts } = given(values);
    const address = addressOf(email);
    const { changes, lastInsertRowid } = this.#insertOf(mask).run(
      this.#customerId,
      key,
      email,
      address,
      entity,
      access,
      ...texts,
    );
    return changes === 0 ? undefined : String(lastInsertRowid);
  }

  #insertOf(mask: number): StatementSync {
    return this.#prepared(this.#inserts, mask, (names) => {
      const all = ['customer_id', 'creation_key', 'email', 'address', 'entity', 'access', ...names];
      return `INSERT INTO member (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`;
    });
  }

  #updateOf(mask: number): StatementSync {
    return this.#prepared(
      this.#updates,
      mask,
      (names) => `UPDATE member SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ? AND customer_id = ?`,
    );
  }

  // The fields that are managed are the same for everybody, so there are few such statements.
  #prepared(known: Map<number, StatementSync>, mask: number, sql: (names: string[]) => string): StatementSync {
    const found = known.get(mask);
    if (found !== undefined) return found;
    const names = fields.filter((_, at) => (mask & (1 << at)) !== 0).map((field) => columns[field]);
    const statement = this.#database.prepare(sql(names));
    known.set(mask, statement);
    return statement;
  }
}

function prepare(database: DatabaseSync) {
  const names = fields.map((field) => columns[field]).join(', ');
  const list = database.prepare(
    `SELECT id, email, status, protected, manager_id, entity, ${names} FROM member INDEXED BY member_by_creation WHERE customer_id = ?`,
  );
  list.setReturnArrays(true);
  return {
    list,
    standing: database.prepare('SELECT id, status, accepted, protected FROM member WHERE id = ? AND customer_id = ?'),
    holder: database.prepare('SELECT id FROM member WHERE customer_id = ? AND address = ?'),
    byCreation: database.prepare('SELECT id FROM member WHERE customer_id = ? AND creation_key = ?'),
    setStanding: database.prepare('UPDATE member SET status = ?, accepted = ?, protected = ? WHERE id = ?'),
    setEmail: database.prepare('UPDATE member SET email = ?, address = ?, pending_email = NULL WHERE id = ?'),
    setPendingEmail: database.prepare('UPDATE member SET pending_email = ? WHERE id = ?'),
    pendingEmail: database.prepare('SELECT pending_email FROM member WHERE id = ?'),
    setStatus: database.prepare('UPDATE member SET status = ? WHERE id = ?'),
    accept: database.prepare(`UPDATE member SET status = 'active', accepted = 1 WHERE id = ? AND status = 'invited'`),
    setProtected: database.prepare('UPDATE member SET protected = ? WHERE id = ?'),
    setManager: database.prepare('UPDATE member SET manager_id = ? WHERE id = ?'),
    setEntity: database.prepare('UPDATE member SET entity = ? WHERE id = ?'),
    putAccount: database.prepare('INSERT OR REPLACE INTO bank_account VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    deleteAccount: database.prepare('DELETE FROM bank_account WHERE member_id = ?'),
    account: database.prepare(
      `SELECT iban, bic, account_number AS accountNumber, sort_code AS sortCode, routing_number AS routingNumber, holder, currency
       FROM bank_account WHERE member_id = ?`,
    ),
  };
}

type MemberRow = readonly [
  id: number,
  email: string,
  status: MemberStatus,
  isProtected: number,
  managerId: number | null,
  entity: Text,
  ...values: [Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text],
];

// Written out and not in a loop over the columns: one shape for all, made in one go.
function toMember(row: MemberRow): Member {
  return {
    id: String(row[0]),
    email: row[1],
    status: row[2],
    protected: row[3] === 1,
    managerId: row[4] === null ? null : String(row[4]),
    entity: row[5],
    values: {
      firstName: row[6],
      lastName: row[7],
      preferredName: row[8],
      jobTitle: row[9],
      department: row[10],
      team: row[11],
      division: row[12],
      legalEntity: row[13],
      costCenter: row[14],
      workLocation: row[15],
      employeeNumber: row[16],
      phone: row[17],
      startDate: row[18],
      terminationDate: row[19],
    },
  };
}

/** The row of an id that was given out; `01` and `1.0` were not. */
export function toRowId(id: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
}

export function conflict(message: string): DirectoryError {
  return new DirectoryError({ code: 'conflict', message });
}

function unknownMember(): DirectoryError {
  return conflict('the member is not known');
}

/** The values that are given, in the order of the columns, and a bit for each of them. */
function given(values: ManagedValues): { readonly mask: number; readonly texts: readonly Text[] } {
  let mask = 0;
  const texts: Text[] = [];
  for (let at = 0; at < fields.length; at += 1) {
    const value = values[fields[at] as Field];
    if (value === undefined) continue;
    mask |= 1 << at;
    texts.push(value);
  }
  return { mask, texts };
}

function addressOf(email: string): string {
  const address = normaliseEmail(email);
  if (address === undefined) throw conflict('the address is not an e-mail address');
  return address;
}
