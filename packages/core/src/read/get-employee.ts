import { defaultFields, type Employee, type EmployeeField } from '../employee/employee.ts';
import type { AnyConnector, Connector } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Issue } from '../contract/map-report.ts';
import { ConfigError } from '../errors/config-error.ts';
import { ResponseError } from '../errors/response-error.ts';
import { checkConnector } from '../contract/check-connector.ts';
import { createReadContext } from './create-read-context.ts';
import { createMapRecord } from './map-record.ts';
import type { ReadOptions } from './read-employees.ts';
import { toRollcallError } from './to-rollcall-error.ts';

/** `gone` is the vendor's own statement about this id: one of the two ways in which somebody missing becomes a leaver (rule V2). */
export type GetResult =
  | { readonly found: true; readonly employee: Employee; readonly issues: readonly Issue[]; readonly warnings: readonly string[] }
  | { readonly found: false; readonly gone: true };

/**
 * Asks the vendor for one person by id.
 * @throws ConfigError `capability_missing` when the connector has no `get`; otherwise as `readEmployees`.
 */
export async function getEmployee<M extends Manifest, VendorRecord>(
  connector: Connector<M, VendorRecord>,
  id: string,
  options: Omit<ReadOptions<M>, 'onProgress'>,
): Promise<GetResult> {
  checkConnector(connector);
  const { slug } = connector.manifest;
  if (connector.get === undefined) {
    throw new ConfigError({
      code: 'capability_missing',
      vendor: slug,
      message: `${slug} cannot be asked for one person: read all employees instead`,
    });
  }
  const erased = connector as unknown as AnyConnector;
  const input = options as unknown as ReadOptions<Manifest>;
  const clock = input.clock ?? { now: () => new Date() };
  const fields = new Set<EmployeeField>([...(input.fields ?? defaultFields), 'id', 'status']);
  const stop = new AbortController();
  const signal = input.signal === undefined ? stop.signal : AbortSignal.any([input.signal, stop.signal]);
  const warnings: string[] = [];
  const context = createReadContext(erased, input, {
    clock,
    signal,
    fields,
    warn: (message) => warnings.push(message),
    request: () => undefined,
  });
  try {
    input.signal?.throwIfAborted();
    const record = await erased.get?.(context, id);
    if (record === null) return { found: false, gone: true };
    const today = context.now.toISOString().slice(0, 10);
    const mapped = createMapRecord(erased, { config: context.config, today }, fields)(record);
    if ('employee' in mapped && mapped.employee.id !== id)
      throw new ResponseError({
        code: 'schema_mismatch',
        vendor: slug,
        message: `${slug} answered with another person than was asked for`,
      });
    if ('employee' in mapped) return { found: true, ...mapped, warnings };
    throw new ResponseError({
      code: 'schema_mismatch',
      vendor: slug,
      message: `the record of one person has another form than ${slug} documents`,
      mismatches: mapped.mismatches,
    });
  } catch (error) {
    input.signal?.throwIfAborted();
    throw toRollcallError(error, slug);
  } finally {
    stop.abort();
  }
}
