import { RollcallError, StoreError } from '@rollcall/core';

/**
 * What a driver threw, as an error that is safe to log. The original is dropped: its message and details quote the values of
 * the row, which are personal data. Only codes pass.
 */
export function toStoreError(error: unknown): RollcallError {
  if (RollcallError.isInstance(error)) return error;
  const code = codeOf(error);
  if (code === '23505' || code === 'SQLITE_1555' || code === 'SQLITE_2067') {
    return new StoreError({ code: 'conflict', message: 'The row is there already, or another row has what must be unique' });
  }
  if (code === '42P01' || code === '3F000' || isMissingTable(error)) {
    return new StoreError({
      code: 'unavailable',
      message: "The store's tables are missing",
      hint: 'Call store.migrate() when the application starts.',
    });
  }
  return new StoreError({ code: 'unavailable', message: `The database did not answer as it should (${code ?? 'no code'})` });
}

/** SQLSTATE, `SQLITE_` with the extended result code, or the code of a system call; nothing that could hold a value. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return `SQLITE_${error.errcode}`;
  return 'code' in error && typeof error.code === 'string' && /^[0-9A-Z_]{5,40}$/.test(error.code) ? error.code : null;
}

function isMissingTable(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_1' && error instanceof Error && error.message.startsWith('no such table');
}
