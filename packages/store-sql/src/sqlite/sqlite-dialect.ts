import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Clock } from '../clock.ts';
import type { BulkValue, Durability, SqlDialect } from '../dialect.ts';
import { StatementCache } from './statement-cache.ts';

// Primary result codes, https://www.sqlite.org/rescode.html
const busy = 5;
const locked = 6;

export function sqliteDialect({ file, clock }: { readonly file: string; readonly clock: Clock }): SqlDialect {
  let statements: StatementCache | undefined;
  let reached: Durability = 'power cut';
  const prepared = (text: string): StatementSync => {
    statements ??= new StatementCache(openFile(file));
    return statements.get(text);
  };
  return {
    kysely: new SqliteDialect({
      // On first use, so that a file that cannot be opened rejects a call and does not throw in somebody's constructor.
      database: () => {
        statements ??= new StatementCache(openFile(file));
        return Promise.resolve(adapted(statements));
      },
    }),
    schema: null,
    key: 'text',
    serial: 'integer primary key autoincrement',
    position: 'instr',
    locksRows: false,
    goesOnAfterRefusal: true,
    table: (name) => name,
    index: (name) => name,
    now: (offsetMs) => sql`${new Date(clock.now().getTime() + offsetMs).toISOString()}`,
    async beforeWrite(db, durability) {
      if (durability === reached) return;
      await sql.raw(`pragma synchronous = ${durability === 'power cut' ? 'full' : 'normal'}`).execute(db);
      reached = durability;
    },
    withinWrite: () => Promise.resolve(),
    // Every transaction begins as the only writer.
    lockMigrations: () => Promise.resolve(),
    bulk(_db, { one, some }, rows) {
      let changes = 0;
      let next = 0;
      if (some !== undefined && rows.length >= some.rows) {
        const statement = prepared(some.text);
        // One list for all calls: hundreds of thousands of rows would make as many lists to clear away.
        const values: BulkValue[] = [];
        for (; next + some.rows <= rows.length; next += some.rows) {
          let at = 0;
          for (let row = next; row < next + some.rows; row += 1) for (const value of rows[row] ?? []) values[at++] = value;
          changes += Number(statement.run(...values).changes);
        }
      }
      if (next < rows.length) {
        const statement = prepared(one);
        for (; next < rows.length; next += 1) changes += Number(statement.run(...(rows[next] ?? [])).changes);
      }
      return Promise.resolve(changes);
    },
    pairs(_db, query) {
      const statement = prepared(query.sql);
      statement.setReturnArrays(true);
      const rows = statement.all(...(query.parameters as readonly SQLInputValue[])) as unknown as [string, string][];
      return Promise.resolve(new Map(rows));
    },
    async afterErase(db) {
      // The write-ahead log still holds what was deleted.
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    isBusy: (error) =>
      error instanceof Error &&
      'errcode' in error &&
      typeof error.errcode === 'number' &&
      [busy, locked].includes(error.errcode & 0xff),
  };
}

function openFile(file: string): DatabaseSync {
  // No waiting inside SQLite: it would stop the whole process, and with it the transaction that is waited for when that is in
  // the same process. Whoever finds the database busy tries again.
  const database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true });
  try {
    // Rows of about a kilobyte, written in bulk: larger pages, and a log of 32 MB before it is written back.
    database.exec(`
      pragma page_size = 8192;
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma secure_delete = on;
      pragma wal_autocheckpoint = 4000;
      pragma cache_size = -24576;
    `);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** `node:sqlite` in the form kysely knows. */
function adapted(statements: StatementCache): SqliteDatabase {
  return {
    close: () => {
      statements.close();
    },
    prepare(text) {
      // Transactions are for writing; one that begins as a reader can find that it may not write any more.
      const statement = statements.get(text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as readonly SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as readonly SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as readonly SQLInputValue[])),
      };
    },
  };
}
