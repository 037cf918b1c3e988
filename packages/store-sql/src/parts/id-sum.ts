import { crc32 } from 'node:zlib';

/** A small number for an id of one connection, to find its rows by. Others may have the same: the id is compared as well. */
export function idSum(connectionId: string, id: string): number {
  // Signed, so that it fits into 32 bits everywhere.
  return crc32(`${connectionId}\0${id}`) | 0;
}
