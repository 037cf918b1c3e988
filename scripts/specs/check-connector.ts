import { loadVendor } from '../vendors/load-vendors.ts';
import { connectorsFolder } from '../report/finished-slugs.ts';
import { checkTraffic, type Checked } from './check/check-traffic.ts';
import type { FoundDocuments } from './documents/read-documents.ts';
import { recordedTraffic } from './traffic/recorded-traffic.ts';
import { sandboxTraffic } from './traffic/sandbox-traffic.ts';
import { loadRules } from './vendors/load-rules.ts';

export interface ConnectorCheck extends Checked {
  readonly connector: string;
  readonly documents: number;
  /** Files beside the documents that could not be used, and why. */
  readonly leftOut: readonly string[];
  /** Reads of the sandbox that did not end well. */
  readonly failures: readonly string[];
}

/** One connector, its recordings and its sandbox against the vendor's documents. */
export async function checkConnector(slug: string, { documents, leftOut }: FoundDocuments): Promise<ConnectorCheck> {
  const { connector, sandbox } = await loadVendor(slug);
  const recorded = recordedTraffic(new URL(`${slug}/`, connectorsFolder));
  const { exchanges, failures } = await sandboxTraffic(connector, sandbox);
  return {
    connector: slug,
    documents: documents.length,
    leftOut: leftOut.map(({ name, because }) => `${name} ${because}`),
    failures,
    ...checkTraffic(documents, [...recorded, ...exchanges], await loadRules(slug)),
  };
}

export function isGood({ findings, stale, failures }: ConnectorCheck): boolean {
  return findings.length === 0 && stale.length === 0 && failures.length === 0;
}
