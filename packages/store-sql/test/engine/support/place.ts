import { cpSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '@rollcall/core';
import { Client } from 'pg';
import { sqliteDirectory, type SqliteDirectory } from '../../../directory/index.ts';
import { postgresStore, sqliteStore } from '../../../src/index.ts';

/** Where the store and the application of one platform are, for every process of a test. */
export interface Place {
  readonly folder: string;
  /** The store is on PostgreSQL; else in a file of the folder. */
  readonly connectionString?: string;
}

export const customerId = 'fjordkiste';

export const storeFile = ({ folder }: Place): string => join(folder, 'store.db');
export const applicationFile = ({ folder }: Place): string => join(folder, 'application.db');

export function openStore(place: Place): Store {
  const { connectionString } = place;
  return connectionString === undefined ? sqliteStore({ file: storeFile(place) }) : postgresStore({ connectionString });
}

export function openDirectory(place: Place): SqliteDirectory {
  return sqliteDirectory({ file: applicationFile(place), customerId });
}

/** A copy of a place that nobody has open any more, whatever state it was left in. */
export interface Copier {
  copy(from: Place, name: string): Promise<Place>;
  remove(place: Place): Promise<void>;
}

export function copyFiles(root: string): Copier {
  return {
    copy({ folder: from }, name) {
      const folder = join(root, name);
      mkdirSync(folder);
      cpSync(from, folder, { recursive: true });
      return Promise.resolve({ folder });
    },
    remove: ({ folder }) => rm(folder, { recursive: true, force: true }),
  };
}

/** The store in a database of its own for each place, copied by the server. */
export function copyDatabases(root: string, server: string): Copier {
  const files = copyFiles(root);
  return {
    async copy(from, name) {
      const { folder } = await files.copy(from, name);
      await letEverybodyLeave(server, nameOf(from, server));
      await onServer(server, (client) => client.query(`create database "${name}" template "${nameOf(from, server)}"`));
      return { folder, connectionString: databaseOf(server, name) };
    },
    async remove(place) {
      await files.remove(place);
      await onServer(server, (client) => client.query(`drop database "${nameOf(place, server)}" with (force)`));
    },
  };
}

const nameOf = ({ connectionString }: Place, server: string): string => new URL(connectionString ?? server).pathname.slice(1);

/** A template must have no users: those of a process that is dead, or of a pool that has ended, are on their way out. */
async function letEverybodyLeave(server: string, name: string): Promise<void> {
  await onServer(server, (client) =>
    client.query('select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1', [name]),
  );
}

export function databaseOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

export async function onServer<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** As if the time of every lease had passed: nobody waits for a process that is dead. */
export async function expireLeases(place: Place): Promise<void> {
  const past = `'2000-01-01T00:00:00.000Z'`;
  if (place.connectionString !== undefined) {
    await onServer(place.connectionString, (client) => client.query(`update rollcall.rollcall_leases set until = ${past}`));
    return;
  }
  const database = new DatabaseSync(storeFile(place), { timeout: 5_000 });
  database.exec(`update rollcall_leases set until = ${past}`);
  database.close();
}
