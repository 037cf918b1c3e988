import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { scim } from '@rollcall/connector-scim';
import { createEngine, type Actor } from '@rollcall/core';
import { scimHandler } from '@rollcall/scim';
import { sqliteStore } from '@rollcall/store-sql';
import { sqliteDirectory } from '@rollcall/store-sql/directory';

// In memory, so that the example leaves nothing behind: with the path of a file, what was answered survives a power cut.
const store = sqliteStore({ file: ':memory:' });
const members = new DatabaseSync(':memory:');

/** Whoever sets up connections here. */
export const owner: Actor = { id: 'owner', kind: 'user' };

export const engine = createEngine({
  store,
  directory: (customerId) => sqliteDirectory({ database: members, customerId }),
  connectors: [scim],
  secrets: { current: 'k1', keys: { k1: randomBytes(32) } },
});

/** The same one in every mount. */
export const handle = scimHandler({ push: engine.push });

await store.migrate();
