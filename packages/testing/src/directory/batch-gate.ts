import { AsyncLocalStorage } from 'node:async_hooks';

/** Lets one batch run at a time and keeps whoever is not part of it out until it is over. */
export class BatchGate {
  readonly #inside = new AsyncLocalStorage<object>();
  #current: object | undefined;
  #over = Promise.resolve();

  /** Runs at once inside the batch that is running, else after it. */
  async enter<T>(work: () => T): Promise<T> {
    while (this.#current !== undefined && !this.isInside()) await this.#over;
    return work();
  }

  isInside(): boolean {
    return this.#current !== undefined && this.#inside.getStore() === this.#current;
  }

  /** Holds the gate for the work. A batch within a batch is part of it. */
  async run(work: () => Promise<void>, around: { begin(): void; commit(): void; rollBack(): void }): Promise<void> {
    if (this.isInside()) return work();
    while (this.#current !== undefined) await this.#over;
    const batch = {};
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#current = batch;
    this.#over = promise.then(() => undefined);
    try {
      around.begin();
      await this.#inside.run(batch, work);
      around.commit();
    } catch (error) {
      around.rollBack();
      throw error;
    } finally {
      this.#current = undefined;
      resolve(undefined);
    }
  }
}
