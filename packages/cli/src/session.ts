import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  ConfigError,
  createEngine,
  type Actor,
  type CustomerEngine,
  type Engine,
  type MemberDirectory,
  type Store,
} from '@rollcall/core';
import { postgresStore, sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory, type SqliteDirectory } from '@rollcall/store-sql/directory';
import type { Cli } from './cli.ts';
import type { LoadedConfig } from './config/load-config.ts';
import { keysFromEnvironment } from './config/secret-keys.ts';
import { systemCodeOf } from './show/show-error.ts';

/** An engine that is open for one command. */
export interface Session {
  readonly engine: Engine;
  readonly customer: CustomerEngine;
  /** The customer's members. */
  readonly directory: MemberDirectory;
  readonly config: LoadedConfig;
  readonly actor: Actor;
}

/** Opens store and directory, and closes them again whatever happens. */
export async function withSession<T>(cli: Cli, work: (session: Session) => Promise<T>): Promise<T> {
  const config = await cli.config();
  const secrets = config.secrets ?? keysFromEnvironment(cli.io.env);
  const directories = openDirectories(config);
  const store = openStore(config);
  try {
    const engine = createEngine({
      store,
      directory: directories.of,
      connectors: config.connectors,
      secrets,
      http: cli.http,
      clock: cli.io.clock,
      ...(config.platform !== undefined && { platform: config.platform }),
      ...(config.hooks !== undefined && { hooks: config.hooks }),
    });
    await store.migrate();
    const customerId = cli.options.customer ?? config.customer ?? 'default';
    return await work({
      engine,
      customer: engine.customer(customerId),
      directory: directories.of(customerId),
      config,
      actor: { id: cli.options.actor ?? cli.io.env['ROLLCALL_ACTOR'] ?? 'cli', kind: 'user' },
    });
  } finally {
    directories.close();
    await store.close();
  }
}

function openStore({ store = { sqlite: join('.rollcall', 'rollcall.db') }, root }: LoadedConfig): Store {
  if ('sqlite' in store) return sqliteStore({ file: fileIn(root, 'store', store.sqlite) });
  return 'postgres' in store ? postgresStore({ connectionString: store.postgres }) : store;
}

interface Directories {
  readonly of: (customerId: string) => MemberDirectory;
  close(): void;
}

function openDirectories({ directory = { sqlite: join('.rollcall', 'members.db') }, root }: LoadedConfig): Directories {
  if (typeof directory === 'function') return { of: directory, close: () => undefined };
  const opened = new Map<string, SqliteDirectory>();
  return {
    of: (customerId) => {
      const known = opened.get(customerId);
      if (known !== undefined) return known;
      const made = sqliteDirectory({ file: fileIn(root, 'directory', directory.sqlite), customerId });
      opened.set(customerId, made);
      return made;
    },
    close: () => {
      for (const one of opened.values()) one.close();
    },
  };
}

/** The folder is made for its owner alone: what lies there are people. */
function fileIn(root: string, field: keyof LoadedConfig, path: string): string {
  if (path === ':memory:') return path;
  const file = resolve(root, path);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    const problem = `names a file whose folder cannot be made${systemCodeOf(error)}`;
    throw new ConfigError({ problems: [{ field, problem, example: '{ "sqlite": "./.rollcall/rollcall.db" }' }] });
  }
  return file;
}
