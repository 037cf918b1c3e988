import { ConfigError } from '../errors/config-error.ts';
import { contractVersion, type Connector, type ConnectorDefinition } from './connector.ts';
import type { Manifest } from './manifest.ts';

/**
 * Ties manifest, log-in, list and map together and checks that what the manifest claims is there.
 * @throws ConfigError `capability_missing` when the manifest claims what the definition does not bring, or the reverse.
 * @example
 * export const acme = defineConnector({ manifest, auth: bearer(({ config }: GivenOf<typeof manifest>) => config.token), record: AcmeEmployee, list, map });
 */
export function defineConnector<M extends Manifest, VendorRecord>(
  definition: ConnectorDefinition<M, VendorRecord>,
): Connector<M, VendorRecord> {
  const { capabilities, slug } = definition.manifest;
  const claims = {
    get: [capabilities.get !== false, 'get' in definition],
    changes: [capabilities.changes !== 'none', 'changes' in definition],
    webhook: [capabilities.webhook, 'webhook' in definition],
    push: [capabilities.push, 'push' in definition],
    discover: [capabilities.discover === true, 'discover' in definition],
  } as const;
  const problems = Object.entries(claims)
    .filter(([, [claimed, present]]) => claimed !== present)
    .map(([name, [claimed]]) => ({
      field: `capabilities.${name}`,
      problem: claimed ? 'is claimed by the manifest and not defined' : 'is defined and not claimed by the manifest',
    }));
  if (problems.length > 0) throw new ConfigError({ code: 'capability_missing', vendor: slug, problems });
  return Object.freeze({ ...definition, contractVersion });
}
