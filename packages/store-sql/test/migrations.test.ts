import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '@rollcall/core';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresStore, sqliteStore } from '../src/index.ts';
import { startPostgres, type StartedPostgres } from './support/start-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-migrations-'));
let server: StartedPostgres;
let pool: Pool;

beforeAll(async () => {
  server = await startPostgres();
  pool = new Pool({ connectionString: server.connectionString });
});

afterAll(async () => {
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true });
});

interface Case {
  readonly open: (name: string) => Store;
  readonly query: (name: string, text: (table: string) => string) => Promise<unknown>;
}

const databases: Readonly<Record<string, Case>> = {
  SQLite: {
    open: (name) => sqliteStore({ file: join(folder, `${name}.db`) }),
    query: (name, text) => {
      const database = new DatabaseSync(join(folder, `${name}.db`));
      const rows = database.prepare(text('rollcall_migrations')).all();
      database.close();
      return Promise.resolve(rows.map((row) => ({ ...row })));
    },
  },
  PostgreSQL: {
    open: (name) => postgresStore({ connectionString: server.connectionString, schema: name }),
    query: async (name, text) => (await pool.query<object>(text(`${name}.rollcall_migrations`))).rows,
  },
};

describe.each(Object.entries(databases))('migrations on %s', (_name, { open, query }) => {
  test('twice changes nothing, and what is stored stays', async () => {
    const store = open('twice');
    await store.migrate();
    await store.secrets.put('connection-1', 'tokens', 'sealed');
    await store.migrate();
    expect(await store.secrets.get('connection-1', 'tokens')).toBe('sealed');
    expect(await query('twice', (table) => `select version, name from ${table}`)).toEqual([
      { version: 1, name: 'first tables' },
      { version: 2, name: 'pushed resources' },
      { version: 3, name: 'pushed resources by one key' },
    ]);
    await store.close();
  });

  test('many at once make the tables once', async () => {
    const stores = Array.from({ length: 6 }, () => open('at_once'));
    await Promise.all(stores.map((store) => store.migrate()));
    expect(await query('at_once', (table) => `select version from ${table}`)).toEqual([
      { version: 1 },
      { version: 2 },
      { version: 3 },
    ]);
    for (const store of stores) await store.close();
  });

  test('tables of a later version are refused, and the error says what to do', async () => {
    const store = open('later');
    await store.migrate();
    await query(
      'later',
      (table) => `insert into ${table} (version, name, at) values (99, 'of the future', 'then') returning version`,
    );
    await expect(store.migrate()).rejects.toMatchObject({
      name: 'StoreError',
      code: 'conflict',
      message: expect.stringContaining('version 99, made by a later version of @rollcall/store-sql') as string,
      hint: expect.stringContaining('Update @rollcall/store-sql') as string,
    });
    await store.close();
  });

  test('before them, every call says what is missing', async () => {
    const store = open('never');
    await expect(store.secrets.names('connection-1')).rejects.toMatchObject({
      code: 'unavailable',
      hint: 'Call store.migrate() when the application starts.',
    });
    await store.close();
  });
});

test('a role that may not make schemas uses one that is there', async () => {
  await pool.query(`create role tenant login password 'password-of-a-test'; create schema given authorization tenant`);
  const url = new URL(server.connectionString);
  url.username = 'tenant';
  const store = postgresStore({ connectionString: url.href, schema: 'given' });
  await store.migrate();
  expect(await store.secrets.names('connection-1')).toEqual([]);
  await store.close();
});
