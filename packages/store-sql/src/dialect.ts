import type { CompiledQuery, Dialect as KyselyDialect, Kysely, RawBuilder } from 'kysely';
import type { Bulk } from './bulk.ts';
import type { TableName, Tables } from './schema/tables.ts';

/** Everything in which the two databases differ; whatever is not here is written once. */
export interface SqlDialect {
  readonly kysely: KyselyDialect;
  /** PostgreSQL's schema; null where tables have none. */
  readonly schema: string | null;
  /** Type of a column by which rows are ordered and found: by bytes, in no country's alphabet. */
  readonly key: string;
  /** Type of an id that the database counts up. */
  readonly serial: string;
  /** Function that says where one text begins within another, 0 for nowhere. */
  readonly position: 'instr' | 'strpos';
  /** Whether a row that was read can still be changed by somebody else before the transaction ends. */
  readonly locksRows: boolean;
  readonly table: (name: TableName) => string;
  /** An index as statements that drop it name it. */
  readonly index: (name: string) => string;
  /** Instant as ISO text by the database's clock, moved by milliseconds. */
  readonly now: (offsetMs: number) => RawBuilder<string>;
  /** Called before and within every transaction that writes. */
  readonly beforeWrite: (db: Kysely<Tables>, durability: Durability) => Promise<void>;
  readonly withinWrite: (db: Kysely<Tables>, durability: Durability) => Promise<void>;
  /** Called within the transaction that migrates, first: one process at a time. */
  readonly lockMigrations: (db: Kysely<Tables>) => Promise<void>;
  /** Whether a statement that is refused leaves the rest of its transaction as it was, to go on with. */
  readonly goesOnAfterRefusal: boolean;
  /** Runs one constant statement for many rows, as quickly as the database can. Resolves to the number of rows changed. */
  readonly bulk: (db: Kysely<Tables>, bulk: Bulk, rows: readonly (readonly BulkValue[])[]) => Promise<number>;
  /** Reads two columns of very many rows. */
  readonly pairs: (db: Kysely<Tables>, query: CompiledQuery) => Promise<ReadonlyMap<string, string>>;
  /** After personal data was deleted: nothing of it may stay in files that are no longer needed. */
  readonly afterErase: (db: Kysely<Tables>) => Promise<void>;
  /** Is the database only occupied, so that the same transaction may be tried again? */
  readonly isBusy: (error: unknown) => boolean;
}

/**
 * What a write survives once it is answered. A power cut may take back the latest of those that survive a `crash` of the
 * process only, never one that was followed by a durable write.
 */
export type Durability = 'crash' | 'power cut';

export type BulkValue = string | number | null;
