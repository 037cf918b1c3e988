import { ConfigError } from '../errors/config-error.ts';
import type { AnyConnector } from './connector.ts';
import { contractVersion } from './connector.ts';

/** The check at the door: a connector built for another version of the contract is refused by name. */
export function checkConnector(connector: AnyConnector): void {
  const { contractVersion: found, manifest } = connector as { contractVersion?: unknown; manifest?: { slug?: string } };
  if (found === contractVersion) return;
  const slug = manifest?.slug ?? 'this connector';
  throw new ConfigError({
    code: 'contract_version_unsupported',
    vendor: slug,
    message: `${slug} is built for contract version ${String(found)}, this core reads version ${String(contractVersion)}: install matching versions of the connector and @rollcall/core`,
  });
}
