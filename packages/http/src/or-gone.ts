import { RollcallError } from '@rollcall/core';

/**
 * A read whose "not found" is an answer and not a fault: `null` when the vendor says that there is no such thing.
 * For `get`, where somebody who is gone may become a leaver; never for a list.
 */
export async function orGone<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (RollcallError.isInstance(error) && error.code === 'not_found') return null;
    throw error;
  }
}
