import { ConfigError, type Endpoint, type Manifest, type PostOptions } from '@rollcall/core';
import type { Target } from './request-gate.ts';

const soapOperation = /<(?:[\w.-]+:)?Body(?:\s[^>]*)?>\s*<(?:[\w.-]+:)?([\w.-]+)/;

/**
 * Lets only those operations through that the manifest names, where one endpoint serves reads and writes alike.
 * @throws ConfigError `request_not_allowed`, also when a request does not say what it asks for.
 */
export function checkOperation(manifest: Manifest, { endpoint }: Target, { json, body }: PostOptions<unknown>): void {
  const operations: Readonly<Record<string, OperationRule | undefined>> = manifest.endpoints.operations ?? {};
  const rule = operations[endpoint];
  if (rule === undefined) return;
  const operation = rule.in === 'soap' ? soapOperation.exec(body ?? '')?.[1] : memberOf(json, rule.in.json);
  if (operation !== undefined && rule.names.includes(operation)) return;
  throw new ConfigError({
    code: 'request_not_allowed',
    vendor: manifest.slug,
    message: `${endpoint} with an operation that the manifest does not name was refused (named: ${rule.names.join(', ')})`,
    hint: 'A connector asks for no operation that its manifest does not list under endpoints.operations.',
  });
}

type OperationRule = NonNullable<NonNullable<Manifest['endpoints']['operations']>[Endpoint]>;

function memberOf(json: unknown, member: string): string | undefined {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, member)) return undefined;
  const value: unknown = (json as Readonly<Record<string, unknown>>)[member];
  return typeof value === 'string' ? value : undefined;
}
