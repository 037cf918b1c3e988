import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

export interface StoredUser {
  readonly id: string;
  readonly userName: string;
  readonly meta?: Readonly<Record<string, unknown>> | undefined;
}

/** What a user of scimmy writes: the least that creates, lookups and changes need, by id and by lower-cased name. */
export interface ScimmyStorage {
  readonly get: (id: string) => StoredUser | undefined | Promise<StoredUser | undefined>;
  readonly byName: (name: string) => StoredUser | undefined | Promise<StoredUser | undefined>;
  /** False when somebody else has the name. */
  readonly create: (user: StoredUser) => boolean | Promise<boolean>;
  readonly replace: (user: StoredUser) => boolean | Promise<boolean>;
  readonly close: () => void | Promise<void>;
}

/** The fastest there can be, gone with the process. */
export function memoryStorage(): ScimmyStorage {
  const users = new Map<string, StoredUser>();
  const ids = new Map<string, string>();
  return {
    get: (id) => users.get(id),
    byName: (name) => users.get(ids.get(name) ?? ''),
    create(user) {
      const name = user.userName.toLowerCase();
      if (ids.has(name)) return false;
      users.set(user.id, user);
      ids.set(name, user.id);
      return true;
    },
    replace(user) {
      const name = user.userName.toLowerCase();
      const before = users.get(user.id)?.userName.toLowerCase() ?? name;
      if (name !== before && ids.has(name)) return false;
      ids.delete(before);
      ids.set(name, user.id);
      users.set(user.id, user);
      return true;
    },
    close: () => undefined,
  };
}

const table = 'create table users (id text not null primary key, name text not null unique, body text not null)';

/** As durable as our store on SQLite, with its sizes of pages, cache and log. */
export function sqliteStorage(file: string): ScimmyStorage {
  const database = new DatabaseSync(file);
  database.exec('pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full');
  database.exec('pragma wal_autocheckpoint = 4000; pragma cache_size = -24576');
  database.exec(table);
  const get = database.prepare('select body from users where id = ?');
  const byName = database.prepare('select body from users where name = ?');
  const insert = database.prepare('insert into users (id, name, body) values (?, ?, ?) on conflict do nothing');
  const update = database.prepare('update or ignore users set name = ?, body = ? where id = ?');
  const toUser = (row: unknown): StoredUser | undefined =>
    row === undefined ? undefined : (JSON.parse((row as { body: string }).body) as StoredUser);
  return {
    get: (id) => toUser(get.get(id)),
    byName: (name) => toUser(byName.get(name)),
    create: (user) => insert.run(user.id, user.userName.toLowerCase(), JSON.stringify(user)).changes === 1,
    replace: (user) => update.run(user.userName.toLowerCase(), JSON.stringify(user), user.id).changes === 1,
    close: () => {
      database.close();
    },
  };
}

interface Pool {
  readonly query: (query: {
    readonly name?: string;
    readonly text: string;
    readonly values?: readonly unknown[];
  }) => Promise<{ readonly rows: readonly { readonly body: string }[]; readonly rowCount: number }>;
  readonly end: () => Promise<void>;
}

/** With prepared statements, in the driver that our store uses. */
export async function postgresStorage(connectionString: string): Promise<ScimmyStorage> {
  const store = new URL('../../packages/store-sql/package.json', import.meta.url);
  const pg = createRequire(store)('pg') as { readonly Pool: new (options: object) => Pool };
  const pool = new pg.Pool({ connectionString });
  await pool.query({ text: table });
  const one = async (name: string, text: string, value: string): Promise<StoredUser | undefined> => {
    const [row] = (await pool.query({ name, text, values: [value] })).rows;
    return row === undefined ? undefined : (JSON.parse(row.body) as StoredUser);
  };
  const change = async (name: string, text: string, user: StoredUser): Promise<boolean> =>
    (await pool.query({ name, text, values: [user.id, user.userName.toLowerCase(), JSON.stringify(user)] })).rowCount === 1;
  return {
    get: (id) => one('get', 'select body from users where id = $1', id),
    byName: (name) => one('by name', 'select body from users where name = $1', name),
    create: (user) => change('create', 'insert into users (id, name, body) values ($1, $2, $3) on conflict do nothing', user),
    replace: (user) => change('replace', 'update users set name = $2, body = $3 where id = $1', user),
    close: () => pool.end(),
  };
}
