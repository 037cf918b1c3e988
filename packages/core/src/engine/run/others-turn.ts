import { setImmediate } from 'node:timers/promises';

/**
 * Between batches: a store and a directory in this process answer without ever giving up their turn, and a company of a
 * hundred thousand would keep everybody else of the process waiting, the renewal of the lease among them.
 */
export function othersTurn(): Promise<void> {
  return setImmediate();
}
