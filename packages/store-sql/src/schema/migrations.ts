import type { SqlDialect } from '../dialect.ts';

export interface Migration {
  readonly name: string;
  readonly statements: (dialect: SqlDialect) => readonly string[];
}

/** Only ever added to: version n is the n-th. A migration that was released is never changed. */
export const migrations: readonly Migration[] = [
  { name: 'first tables', statements: firstTables },
  { name: 'pushed resources', statements: pushedTables },
  { name: 'pushed resources by one key', statements: pushedByOneKey },
];

function firstTables({ table, key, serial }: SqlDialect): readonly string[] {
  return [
    `create table ${table('rollcall_connections')} (
      id ${key} not null primary key, customer_id ${key} not null, state text not null, next_sync_at ${key},
      version integer not null, body text not null)`,
    `create index rollcall_connections_customer on ${table('rollcall_connections')} (customer_id, id)`,
    `create index rollcall_connections_due on ${table('rollcall_connections')} (next_sync_at)`,
    `create table ${table('rollcall_secrets')} (
      connection_id ${key} not null, name ${key} not null, sealed text not null, primary key (connection_id, name))`,
    `create table ${table('rollcall_roster')} (
      connection_id ${key} not null, employee_id ${key} not null, digest text not null, situation text not null,
      search text not null, body text not null, primary key (connection_id, employee_id))`,
    `create table ${table('rollcall_links')} (
      connection_id ${key} not null, employee_id ${key} not null, member_id ${key} not null, body text not null,
      primary key (connection_id, employee_id), unique (connection_id, member_id))`,
    `create table ${table('rollcall_runs')} (
      connection_id ${key} not null, id ${key} not null, state text not null, started_at ${key} not null, body text not null,
      primary key (connection_id, id))`,
    `create index rollcall_runs_started on ${table('rollcall_runs')} (connection_id, started_at)`,
    `create table ${table('rollcall_journal')} (
      connection_id ${key} not null, run_id ${key} not null, seq integer not null, employee_id ${key}, member_id ${key},
      status text not null, at ${key} not null, result text, error_code text, attempts integer not null,
      member_sum integer, operation text not null, primary key (connection_id, run_id, seq))`,
    // Only what was carried out is asked for by person; what is planned enters no index that it would leave again. Employees
    // come in the order of their ids, members in none: there the index holds sums, which make it eight times smaller.
    `create index rollcall_journal_member on ${table('rollcall_journal')} (member_sum) where status in ('done', 'failed')`,
    `create index rollcall_journal_employee on ${table('rollcall_journal')} (connection_id, employee_id)
      where status in ('done', 'failed')`,
    `create table ${table('rollcall_resolutions')} (
      connection_id ${key} not null, employee_id ${key} not null, kind ${key} not null, member_key ${key} not null,
      body text not null, primary key (connection_id, employee_id, kind, member_key))`,
    `create table ${table('rollcall_actions')} (
      id ${serial}, connection_id ${key} not null, at ${key} not null, body text not null)`,
    `create index rollcall_actions_connection on ${table('rollcall_actions')} (connection_id, at, id)`,
    `create table ${table('rollcall_leases')} (
      lease ${key} not null primary key, owner text, token integer not null, until ${key} not null)`,
    `create table ${table('rollcall_used')} (name ${key} not null primary key, until ${key} not null)`,
    `create index rollcall_used_until on ${table('rollcall_used')} (until)`,
  ];
}

function pushedTables({ table, key, serial }: SqlDialect): readonly string[] {
  return [
    `create table ${table('rollcall_pushed')} (
      position ${serial}, connection_id ${key} not null, kind ${key} not null, id ${key} not null, name ${key} not null,
      external_id ${key}, version integer not null, deleted_at ${key}, body text not null, unique (connection_id, kind, id))`,
    // Whoever was deleted holds no name any more.
    `create unique index rollcall_pushed_name on ${table('rollcall_pushed')} (connection_id, kind, name) where deleted_at is null`,
    `create index rollcall_pushed_external on ${table('rollcall_pushed')} (connection_id, kind, external_id)
      where deleted_at is null`,
    `create index rollcall_pushed_position on ${table('rollcall_pushed')} (connection_id, kind, position)`,
    `create table ${table('rollcall_push_tokens')} (
      id ${key} not null primary key, connection_id ${key} not null, created_at ${key} not null, body text not null)`,
    `create index rollcall_push_tokens_connection on ${table('rollcall_push_tokens')} (connection_id, created_at, id)`,
  ];
}

/**
 * Before a table has been analysed PostgreSQL takes any index that begins with the connection for as good as the right one, and
 * walks everybody who was pushed for each one who is looked up: that is during a first provisioning. An index of one whole key
 * answers for nothing else.
 */
function pushedByOneKey({ table, index }: SqlDialect): readonly string[] {
  const byKey = (name: string, column: string): string =>
    `index ${name} on ${table('rollcall_pushed')} ((connection_id || '/' || kind || '/' || ${column}))`;
  return [
    `drop index ${index('rollcall_pushed_name')}`,
    `drop index ${index('rollcall_pushed_external')}`,
    `create unique ${byKey('rollcall_pushed_by_id', 'id')}`,
    `create unique ${byKey('rollcall_pushed_by_name', 'name')} where deleted_at is null`,
    `create ${byKey('rollcall_pushed_by_external', 'external_id')} where deleted_at is null`,
  ];
}
