import { vendorObject } from '@rollcall/core';
import { z } from 'zod';
import { columnNames, type ColumnName } from './columns.ts';

/** Declared as text by the vendor; numbers are taken too. */
type Cell = string | number | null | undefined;

export interface BambooRecord {
  /** Columns by name: those of the table, and custom fields of any form. */
  readonly fields: Readonly<Partial<Record<ColumnName | 'supervisorId', Cell>>> & Readonly<Record<string, unknown>>;
  /** Only where `supervisorEid` cannot be read: employee number to id, `null` where two people share the number. */
  readonly idByNumber?: ReadonlyMap<string, string | null> | undefined;
}

const checked: readonly string[] = [...columnNames, 'supervisorId'];

// Checks in place. An object schema copies every row, which costs five times as much on 100,000 people.
export const BambooRecord = z.custom<BambooRecord>().check(({ value, issues }) => {
  const fields = isObject(value) && isObject(value.fields) ? value.fields : undefined;
  if (fields === undefined) {
    issues.push({ code: 'invalid_type', expected: 'object', input: value, path: isObject(value) ? ['fields'] : [] });
    return;
  }
  for (const name of checked) {
    const input = fields[name];
    const good = typeof input === 'string' || typeof input === 'number' || (input == null && name !== 'eeid');
    if (!good) issues.push({ code: 'invalid_type', expected: 'string', input, path: ['fields', name] });
  }
});

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

// The field list declares integers and shows them as text in its example.
const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** One page of `GET /api/v1_2/datasets/employee/fields`. */
export const FieldsPage = vendorObject({
  pagination: vendorObject({ total_pages: count }),
  fields: z.array(vendorObject({ name: z.string() })),
});
export type FieldsPage = z.infer<typeof FieldsPage>;

/** One page of `POST /api/v2/datasets/employee/data`. `links` is not read: it is `[]` in place of `{}` when empty. */
export const DataPage = vendorObject({
  data: z.array(z.unknown()),
  meta: vendorObject({ totalPages: count, totalItems: count }),
});
export type DataPage = z.infer<typeof DataPage>;
