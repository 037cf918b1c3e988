import type { AnyConnector, Change, Connector } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import { askVendor, capabilityMissing, type AskOptions } from './ask-vendor.ts';
import type { ReadOptions } from './read-employees.ts';

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
  const erased = connector as unknown as AnyConnector;
  const readFeed = erased.changes?.bind(erased);
  if (readFeed === undefined) throw capabilityMissing(connector, 'has no change feed: read all employees instead');
  return askVendor(erased, options as unknown as AskOptions, {}, async (context) => {
    const feed = readFeed(context, cursor);
    const changes: Change[] = [];
    for (;;) {
      context.signal.throwIfAborted();
      const page = await feed.next();
      if (page.done === true) return { changes, cursor: page.value };
      changes.push(...page.value);
    }
  });
}
