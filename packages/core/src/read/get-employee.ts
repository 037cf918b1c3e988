import { defaultFields, type Employee, type EmployeeField } from '../employee/employee.ts';
import type { AnyConnector, Connector } from '../contract/connector.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Issue } from '../contract/map-report.ts';
import { ResponseError } from '../errors/response-error.ts';
import { checkConnector } from '../contract/check-connector.ts';
import { askVendor, capabilityMissing, type AskOptions } from './ask-vendor.ts';
import { createMapRecord } from './map-record.ts';
import type { ReadOptions } from './read-employees.ts';

/**
 * `gone` is the vendor's own statement about this id: one of the two ways in which somebody missing becomes a leaver (rule V2).
 * Where a vendor has one answer for those who are gone and those who may not be seen, nobody is stated to be gone.
 */
export type GetResult =
  | { readonly found: true; readonly employee: Employee; readonly issues: readonly Issue[]; readonly warnings: readonly string[] }
  | { readonly found: false; readonly gone: boolean };

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
  const erased = connector as unknown as AnyConnector;
  const get = erased.get?.bind(erased);
  if (get === undefined) throw capabilityMissing(connector, 'cannot be asked for one person: read all employees instead');
  const fields = options.fields ?? defaultFields;
  const warnings: string[] = [];
  const asked = { fields, warn: (message: string) => warnings.push(message) };
  return askVendor(erased, options as unknown as AskOptions, asked, async (context) => {
    const record = await get(context, id);
    if (record === null) return { found: false, gone: erased.manifest.capabilities.get === true };
    const today = context.now.toISOString().slice(0, 10);
    const wanted = new Set<EmployeeField>([...fields, 'id', 'status']);
    const mapped = createMapRecord(erased, { config: context.config, today }, wanted)(record);
    const said = (message: string, mismatches?: ResponseError['mismatches']): ResponseError =>
      new ResponseError({ code: 'schema_mismatch', vendor: connector.manifest.slug, message, mismatches });
    const { slug } = connector.manifest;
    if (!('employee' in mapped))
      throw said(`the record of one person has another form than ${slug} documents`, mapped.mismatches);
    if (mapped.employee.id !== id) throw said(`${slug} answered with another person than was asked for`);
    return { found: true, ...mapped, warnings };
  });
}
