import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { StoreError, type Store } from '@rollcall/core';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linkOf, rosterEntryOf } from '../../testing/src/store/rows.ts';
import { postgresStore, sqliteStore } from '../src/index.ts';
import { startPostgres, type StartedPostgres } from './support/start-postgres.ts';

const canary = 'canary.person@fjordkiste.example';
let server: StartedPostgres;
let folder: string;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await server.stop();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-errors-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function errorOf(call: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!StoreError.isInstance(error)) throw error;
  const shown = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error) + String(error.stack);
  expect(shown).not.toContain(canary);
  expect(error.cause).toBeUndefined();
  return error;
}

async function conflictOf(store: Store): Promise<StoreError> {
  await store.migrate();
  await store.links.put([linkOf('c', 'e1', canary)]);
  const error = await errorOf(store.links.put([linkOf('c', canary, canary)]));
  await store.close();
  return error;
}

describe('errors carry no values', () => {
  test('of a row that must be unique', async () => {
    expect((await conflictOf(sqliteStore({ file: ':memory:' }))).code).toBe('conflict');
    expect((await conflictOf(postgresStore({ connectionString: server.connectionString }))).code).toBe('conflict');
  });

  test('of a value that PostgreSQL cannot hold', async () => {
    const store = postgresStore({ connectionString: server.connectionString, schema: 'zero' });
    await store.migrate();
    const error = await errorOf(store.roster.put('c', [rosterEntryOf(`${canary}\0`)]));
    expect(error).toMatchObject({ code: 'unavailable', message: 'The database did not answer as it should (22021)' });
    await store.close();
  });

  test('of a table that refuses the row', async () => {
    const file = join(folder, 'store.db');
    const store = sqliteStore({ file });
    await store.migrate();
    const database = new DatabaseSync(file);
    database.exec(`create trigger refuse before insert on rollcall_roster begin select raise(abort, '${canary}'); end`);
    database.close();
    expect(await errorOf(store.roster.put('c', [rosterEntryOf(canary)]))).toMatchObject({ code: 'unavailable', retryable: true });
    await store.close();
  });
});

describe('a database that cannot be reached is unavailable', () => {
  test('a server that is not there', async () => {
    const store = postgresStore({ connectionString: `postgresql://${encodeURIComponent(canary)}:secret@127.0.0.1:1/none` });
    expect(await errorOf(store.migrate())).toMatchObject({ code: 'unavailable', retryable: true });
    await store.close();
  });

  test('connections that the server ends while nobody uses them are replaced', async () => {
    const store = postgresStore({ connectionString: server.connectionString, schema: 'ended' });
    await store.migrate();
    const pool = new Pool({ connectionString: server.connectionString });
    await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
    await pool.end();
    await expect.poll(() => store.secrets.names('c').catch(() => 'not yet')).toEqual([]);
    await store.close();
  });

  test('a path without a folder, and a file that is no database', async () => {
    const nowhere = sqliteStore({ file: join(folder, 'missing', canary) });
    expect((await errorOf(nowhere.migrate())).code).toBe('unavailable');
    writeFileSync(join(folder, 'text.db'), 'no database '.repeat(500));
    const text = sqliteStore({ file: join(folder, 'text.db') });
    expect((await errorOf(text.migrate())).code).toBe('unavailable');
  });

  test('a file in which somebody else writes for too long; afterwards the same call succeeds', async () => {
    const file = join(folder, 'store.db');
    const store = sqliteStore({ file, patienceMs: 20 });
    await store.migrate();
    const database = new DatabaseSync(file);
    database.exec('begin immediate');
    expect((await errorOf(store.secrets.put('c', 'tokens', 'sealed'))).code).toBe('unavailable');
    expect(await store.secrets.names('c')).toEqual([]);
    database.exec('commit');
    database.close();
    await store.secrets.put('c', 'tokens', 'sealed');
    expect(await store.secrets.names('c')).toEqual(['tokens']);
    await store.close();
  });

  test('a store that was closed', async () => {
    const store = sqliteStore({ file: ':memory:' });
    await store.migrate();
    await store.close();
    expect((await errorOf(store.secrets.names('c'))).code).toBe('unavailable');
  });
});

test('C7 after an erasure the files hold nothing of it', async () => {
  const store = sqliteStore({ file: join(folder, 'store.db') });
  await store.migrate();
  const employees = Array.from({ length: 300 }, (_, index) => `${canary}-${index}`);
  await store.roster.put(
    'c',
    employees.map((id) => rosterEntryOf(id)),
  );
  await store.links.put(employees.map((id) => linkOf('c', id, `member-of-${id}`)));
  await store.roster.put(
    'c',
    employees.map((id) => rosterEntryOf(id, { bankAccount: 'x'.repeat(5_000) })),
  );
  await store.roster.remove('c', employees.slice(0, 100));
  const holds = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(canary));
  expect(holds()).not.toEqual([]);
  await store.connections.erase('c');
  expect(holds()).toEqual([]);
  await store.close();
});
