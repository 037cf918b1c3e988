import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { schema } from './schema.ts';

/** A database that is open, and how to let go of it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly close: () => void;
}

interface Shared {
  readonly database: DatabaseSync;
  users: number;
}

// One handle for a file in this process: node:sqlite waits for a lock without letting anybody else go on, so a second
// handle would wait for a batch that cannot end meanwhile.
const shared = new Map<string, Shared>();

/** Opens the file, or takes part in the handle that has it open; a database that is handed in stays the caller's to close. */
export function openDatabase(from: string | DatabaseSync): OpenDatabase {
  if (typeof from !== 'string') {
    from.exec(schema);
    return { database: from, close: () => undefined };
  }
  if (from === ':memory:') {
    const database = open(from);
    return closedOnce(database, () => {
      database.close();
    });
  }
  const path = resolve(from);
  const handle = shared.get(path) ?? { database: open(path), users: 0 };
  handle.users += 1;
  shared.set(path, handle);
  return closedOnce(handle.database, () => {
    handle.users -= 1;
    if (handle.users > 0) return;
    shared.delete(path);
    handle.database.close();
  });
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  // 24 MiB for the indexes of 200,000 members, which are written all over; and 32 MiB of log before they go to the file.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 8192');
  database.exec(schema);
  return database;
}

function closedOnce(database: DatabaseSync, close: () => void): OpenDatabase {
  let isOpen = true;
  return {
    database,
    close() {
      if (isOpen) close();
      isOpen = false;
    },
  };
}
