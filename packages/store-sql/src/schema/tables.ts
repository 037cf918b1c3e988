import type { Generated } from 'kysely';

/** Rows as the database has them: what is looked for in columns of its own, everything else as JSON text in `body`. */
export interface Tables {
  readonly rollcall_connections: {
    id: string;
    customer_id: string;
    state: string;
    next_sync_at: string | null;
    version: number;
    body: string;
  };
  readonly rollcall_secrets: { connection_id: string; name: string; sealed: string };
  readonly rollcall_roster: {
    connection_id: string;
    employee_id: string;
    digest: string;
    situation: string;
    search: string;
    body: string;
  };
  readonly rollcall_links: { connection_id: string; employee_id: string; member_id: string; body: string };
  readonly rollcall_runs: { connection_id: string; id: string; state: string; started_at: string; body: string };
  readonly rollcall_journal: JournalRow;
  readonly rollcall_resolutions: {
    connection_id: string;
    employee_id: string;
    kind: string;
    /** Empty unless the kind is said of one member. */
    member_key: string;
    body: string;
  };
  readonly rollcall_actions: { id: Generated<number>; connection_id: string; at: string; body: string };
  readonly rollcall_leases: { lease: string; owner: string | null; token: number; until: string };
  readonly rollcall_used: { name: string; until: string };
  readonly rollcall_pushed: {
    position: Generated<number>;
    connection_id: string;
    kind: string;
    id: string;
    name: string;
    external_id: string | null;
    version: number;
    deleted_at: string | null;
    body: string;
  };
  readonly rollcall_push_tokens: { id: string; connection_id: string; created_at: string; body: string };
  readonly rollcall_migrations: { version: number; name: string; at: string };
}

export interface JournalRow {
  connection_id: string;
  run_id: string;
  seq: number;
  employee_id: string | null;
  member_id: string | null;
  status: string;
  at: string;
  result: string | null;
  error_code: string | null;
  attempts: number;
  /** Of the member in the connection; not unique. */
  member_sum: number | null;
  operation: string;
}

export type TableName = keyof Tables;
