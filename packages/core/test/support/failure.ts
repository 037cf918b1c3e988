import { inspect } from 'node:util';

/** The error that a promise rejects with. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new TypeError('this should have failed');
    },
    (error: unknown) => error,
  );
}

/** All that can be seen of an error, however it is looked at. */
export function shown(error: unknown): string {
  const { stack = '' } = error instanceof Error ? error : {};
  return [inspect(error, { depth: 10, showHidden: true, getters: true }), JSON.stringify(error), String(error), stack].join('\n');
}
