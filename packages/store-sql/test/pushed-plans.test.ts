import pg from 'pg';
import { expect, test } from 'vitest';
import { postgresStore } from '../src/index.ts';
import { startPostgres } from './support/start-postgres.ts';

test('a first provisioning looks names up by their index, before PostgreSQL knows anything of the table', async () => {
  const server = await startPostgres();
  const { connectionString } = server;
  const store = postgresStore({ connectionString });
  const client = new pg.Client({ connectionString });
  try {
    await store.migrate();
    await client.connect();
    const [found] = (
      await client.query<{ schemaname: string }>("select schemaname from pg_tables where tablename = 'rollcall_pushed'")
    ).rows;
    const table = `${found?.schemaname ?? ''}.rollcall_pushed`;
    await client.query(`insert into ${table} (connection_id, kind, id, name, external_id, version, body)
      select 'c', 'user', 'i' || g, 'n' || g, 'e' || g, 1, '{"id":"i' || g || '"}' from generate_series(1, 5000) g`);

    expect(await store.pushed.byName('c', 'user', 'n77')).toMatchObject({ id: 'i77' });
    expect(await store.pushed.byExternalId('c', 'user', 'e78')).toMatchObject([{ id: 'i78' }]);
    expect(await store.pushed.get('c', 'user', 'i79')).toMatchObject({ id: 'i79' });
    for (const [column, value, index] of [
      ['id', 'i79', 'rollcall_pushed_by_id'],
      ['name', 'n77', 'rollcall_pushed_by_name'],
      ['external_id', 'e78', 'rollcall_pushed_by_external'],
    ] as const) {
      const key = `connection_id || '/' || kind || '/' || ${column} = 'c/user/${value}'`;
      const there = column === 'id' ? '' : 'and deleted_at is null';
      const explained = await client.query<{ 'QUERY PLAN': string }>(`explain select body from ${table} where ${key} ${there}`);
      expect(explained.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(index);
    }
  } finally {
    await client.end();
    await store.close();
    await server.stop();
  }
});
