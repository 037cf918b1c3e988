import type { AnyConnector, Change, Connector } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import { ConfigError } from '../errors/config-error.ts';
import { createReadContext } from './create-read-context.ts';
import type { ReadOptions } from './read-employees.ts';
import { toRollcallError } from './to-rollcall-error.ts';

export interface ChangesResult {
  readonly changes: readonly Change[];
  /** Hand this in next time. */
  readonly cursor: string;
}

/**
 * People who changed since a cursor (`null`: start counting now). It says who to read again, nothing about their state.
 * @throws ConfigError `capability_missing` when the vendor has no change feed; otherwise as `readEmployees`.
 */
export async function readChanges<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  cursor: string | null,
  options: Omit<ReadOptions<M>, 'onProgress' | 'fields'>,
): Promise<ChangesResult> {
  const { slug } = connector.manifest;
  if (connector.changes === undefined) {
    throw new ConfigError({
      code: 'capability_missing',
      vendor: slug,
      message: `${slug} has no change feed: read all employees instead`,
    });
  }
  const erased = connector as unknown as AnyConnector;
  const input = options as unknown as ReadOptions<Manifest>;
  const stop = new AbortController();
  const context = createReadContext(erased, input, {
    clock: input.clock ?? { now: () => new Date() },
    signal: input.signal === undefined ? stop.signal : AbortSignal.any([input.signal, stop.signal]),
    fields: new Set(['id', 'status']),
    warn: () => undefined,
    request: () => undefined,
  });
  try {
    const feed = connector.changes(context as Parameters<NonNullable<typeof connector.changes>>[0], cursor);
    const changes: Change[] = [];
    for (;;) {
      input.signal?.throwIfAborted();
      const page = await feed.next();
      if (page.done === true) return { changes, cursor: page.value };
      changes.push(...page.value);
    }
  } catch (error) {
    input.signal?.throwIfAborted();
    throw toRollcallError(error, slug);
  } finally {
    // Closes the connection's sockets.
    stop.abort();
  }
}
