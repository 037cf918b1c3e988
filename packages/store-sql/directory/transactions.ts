import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync } from 'node:sqlite';
import { DirectoryError, RollcallError } from '@rollcall/core';

const ofDatabases = new WeakMap<DatabaseSync, Transactions>();

/**
 * Transactions on one handle. A batch is a transaction that stays open while its work awaits; whoever is not part of the
 * batch waits until it is over, else their changes would be lost with it. With a pool of connections the same
 * AsyncLocalStorage would hold the batch's connection instead, and nobody would have to wait.
 */
export class Transactions {
  readonly #database: DatabaseSync;
  readonly #inside = new AsyncLocalStorage<object>();
  #batch: object | undefined;
  #batchOver = Promise.resolve();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** One for each handle, whichever customers use it. */
  static of(database: DatabaseSync): Transactions {
    const transactions = ofDatabases.get(database) ?? new Transactions(database);
    ofDatabases.set(database, transactions);
    return transactions;
  }

  /** Reads, seeing the batch only from within it. */
  async read<T>(work: () => T): Promise<T> {
    while (this.#isClosed()) await this.#batchOver;
    return toDirectoryErrors(work);
  }

  /** Carries out a change: in the batch that is running, else in a transaction of its own. */
  async change<T>(work: () => T): Promise<T> {
    while (this.#isClosed()) await this.#batchOver;
    return toDirectoryErrors(() =>
      this.#batch === undefined ? this.#around('BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', work) : work(),
    );
  }

  /** All of a change that writes several rows, or nothing of it, within whatever transaction is open. */
  attempt<T>(work: () => T): T {
    return this.#around('SAVEPOINT attempt', 'RELEASE attempt', 'ROLLBACK TO attempt; RELEASE attempt', work);
  }

  /** A batch within a batch is part of it. */
  async batch(work: () => Promise<void>): Promise<void> {
    if (this.#batch !== undefined && !this.#isClosed()) return work();
    while (this.#batch !== undefined) await this.#batchOver;
    const batch = {};
    const over = Promise.withResolvers<undefined>();
    toDirectoryErrors(() => {
      this.#database.exec('BEGIN IMMEDIATE');
    });
    this.#batch = batch;
    this.#batchOver = over.promise.then(() => undefined);
    try {
      await this.#inside.run(batch, work);
      toDirectoryErrors(() => {
        this.#database.exec('COMMIT');
      });
    } catch (error) {
      this.#rollBack('ROLLBACK');
      throw error;
    } finally {
      this.#batch = undefined;
      over.resolve(undefined);
    }
  }

  #isClosed(): boolean {
    return this.#batch !== undefined && this.#inside.getStore() !== this.#batch;
  }

  #around<T>(begin: string, commit: string, rollBack: string, work: () => T): T {
    this.#database.exec(begin);
    try {
      const result = work();
      this.#database.exec(commit);
      return result;
    } catch (error) {
      this.#rollBack(rollBack);
      throw error;
    }
  }

  // SQLite ends the transaction by itself when the disk is full, and then there is nothing to roll back.
  #rollBack(statement: string): void {
    if (this.#database.isTransaction) this.#database.exec(statement);
  }
}

/** What SQLite throws may quote values; what goes out says only which of its errors it was. */
function toDirectoryErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (RollcallError.isInstance(error)) throw error;
    const code = error instanceof Error && 'errcode' in error ? String(error.errcode) : 'unknown';
    throw new DirectoryError({ code: 'unavailable', message: `the database refused the statement (SQLite error ${code})` });
  }
}
