import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type StartedPostgres } from '../support/start-postgres.ts';
import { crashAt, openCrashTest, prepare, type CrashTest } from './support/crash-test.ts';
import { copyDatabases, databaseOf, onServer } from './support/place.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-crash-'));
let server: StartedPostgres | undefined;
let crash: CrashTest;

beforeAll(async () => {
  server = await startPostgres();
  crash = await openCrashTest(root, copyDatabases(root, server.connectionString));
});
afterAll(async () => {
  crash.processes.stop();
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

test('A1 a sync of 500 people on PostgreSQL, killed at every step: the next sync comes to the same end, with nothing lost and nothing done twice', async () => {
  const { connectionString = '' } = server ?? {};
  await onServer(connectionString, (client) => client.query('create database prepared'));
  const ready = await prepare(crash, 'sync of 500 people', databaseOf(connectionString, 'prepared'));
  const { points, tried, effects, twice, lost } = await crashAt(crash, ready, [...ready.steps.keys()]);
  const counts = `${tried} of ${points} crash points, ${effects} effects`;
  console.info(`sync of 500 people on PostgreSQL: ${counts}; twice ${twice.length}, lost ${lost.length}`);
  expect({ twice, lost }).toEqual({ twice: [], lost: [] });
  expect(tried).toBe(points);
  expect(points).toBeGreaterThan(40);
}, 300_000);
