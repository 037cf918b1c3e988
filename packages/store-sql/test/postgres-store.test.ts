import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeStore } from '@rollcall/testing';
import { postgresStore } from '../src/index.ts';
import { startPostgres, type StartedPostgres } from './support/start-postgres.ts';

let server: StartedPostgres;
let pool: Pool;
let schemas = 0;

beforeAll(async () => {
  server = await startPostgres();
  pool = new Pool({ connectionString: server.connectionString });
});

afterAll(async () => {
  await pool.end();
  await server.stop();
});

describeStore('PostgreSQL', {
  describe,
  test,
  open: () => {
    schemas += 1;
    const schema = `suite_${schemas}`;
    const store = postgresStore({ pool, schema });
    const other = postgresStore({ connectionString: server.connectionString, schema });
    const end = async () => {
      await store.close();
      await other.close();
      await pool.query(`drop schema if exists ${schema} cascade`);
    };
    return Promise.resolve({ store, other, end });
  },
});

describe('options', () => {
  test("the application's own pool outlives the store", async () => {
    const store = postgresStore({ pool, schema: 'outlived' });
    await store.migrate();
    await store.close();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test.each(['Rollcall', 'a"b', 'a; drop schema public', '', '1a', 'x'.repeat(64)])('the schema %j is refused', (schema) => {
    expect(() => postgresStore({ pool, schema })).toThrow('schema does not have the expected form');
  });

  test('a pool or a connection string, not both and not neither', () => {
    expect(() => postgresStore({})).toThrow('exactly one');
    expect(() => postgresStore({ pool, connectionString: server.connectionString })).toThrow('exactly one');
  });
});
