import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { describeStore } from '@rollcall/testing';
import { sqliteStore } from '../src/index.ts';

describeStore('SQLite in a file', {
  describe,
  test,
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-store-'));
    const [store, other] = [sqliteStore({ file: join(folder, 'store.db') }), sqliteStore({ file: join(folder, 'store.db') })];
    const end = async () => {
      await store.close();
      await other.close();
      rmSync(folder, { recursive: true });
    };
    return Promise.resolve({ store, other, end });
  },
});

describeStore('SQLite in memory', {
  describe,
  test,
  open: () => {
    const store = sqliteStore({ file: ':memory:' });
    return Promise.resolve({ store, other: store, end: () => store.close() });
  },
});
