import type { AnyConnector, Connector, DiscoveredField } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import { askVendor, capabilityMissing, type AskOptions } from './ask-vendor.ts';
import type { ReadOptions } from './read-employees.ts';

/**
 * The fields that the customer's own account has, where customers define them: for a form that maps them.
 * @throws ConfigError `capability_missing` when the vendor's fields are the same for everybody; otherwise as `readEmployees`.
 */
export async function discoverFields<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  options: Omit<ReadOptions<M>, 'onProgress' | 'fields'>,
): Promise<readonly DiscoveredField[]> {
  const erased = connector as unknown as AnyConnector;
  const discover = erased.discover?.bind(erased);
  if (discover === undefined)
    throw capabilityMissing(connector, 'has the same fields for every customer: there is nothing to discover');
  return askVendor(erased, options as unknown as AskOptions, {}, (context) => discover(context));
}
