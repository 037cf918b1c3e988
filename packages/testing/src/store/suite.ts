import { rejects } from 'node:assert/strict';
import { StoreError, type Store } from '@rollcall/core';
import type { Runner } from '../runner.ts';

/** One empty database, opened twice. */
export interface OpenedStore {
  readonly store: Store;
  /** A handle of its own on the same database, as a second process has it; the same one where there is only one process. */
  readonly other: Store;
  /** Closes both and removes the database. */
  readonly end: () => Promise<void>;
}

export interface StoreSuiteOptions extends Runner {
  /** Called for every test. The suite migrates. */
  readonly open: () => Promise<OpenedStore>;
}

/** What every group of the suite works with. */
export interface StoreSuite extends Runner {
  /** A test with an empty store of its own. */
  readonly storeTest: (name: string, body: (store: Store, other: Store) => Promise<void>) => void;
}

export function createStoreSuite({ describe, test, open }: StoreSuiteOptions): StoreSuite {
  return {
    describe,
    test,
    storeTest: (name, body) => {
      test(name, async () => {
        const { store, other, end } = await open();
        try {
          await store.migrate();
          await other.migrate();
          await body(store, other);
        } finally {
          await end();
        }
      });
    },
  };
}

/** The call is refused because somebody else was first. */
export async function refused(call: Promise<unknown>): Promise<void> {
  await rejects(call, (error) => StoreError.isInstance(error) && error.code === 'conflict');
}
