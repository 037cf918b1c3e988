import { valueAt, type ReadContext } from '@rollcall/core';
import { mapConcurrent, orGone } from '@rollcall/http';
import type { manifest } from './manifest.ts';

type Rows = readonly unknown[];

/** What takes a request for each person: the member of the record that it becomes, and where it stands in the answer. */
const details = [
  { key: 'personal', fields: ['phone', 'status'], path: '/rest/v2/people/{id}/personal', at: 'data' },
  { key: 'custom_fields', fields: ['customFields'], path: '/rest/v2/people/{id}', at: 'data.custom_fields' },
  { key: 'banks', fields: ['bankAccount'], path: '/rest/v2/gp/workers/{id}/banks', at: 'data' },
] as const;

/**
 * Adds to people the details that are wanted: bank accounts when they are asked for, the others when they are switched on.
 * Source: https://developer.deel.com/api/reference, personal-information, people, worker-information (2026-11).
 */
export function detailsReader(context: ReadContext<typeof manifest>): (rows: Rows) => Promise<Rows> {
  const isOn = (key: string): boolean => key === 'banks' || context.config.moreDetails === true;
  let wanted = details.filter(({ key, fields }) => isOn(key) && context.wants(...fields));
  const complete = async (row: unknown): Promise<unknown> => {
    const id = valueAt(row, 'id');
    // Without a readable id there is nobody to ask for: the record will be quarantined.
    if (typeof id !== 'string' && typeof id !== 'number') return row;
    const record: Record<string, unknown> = { ...(row as object) };
    for (const { key, fields, path, at } of wanted) {
      // Only global payroll gives the accounts of others: contractors and workers of record keep theirs to themselves.
      if (key === 'banks' && !String(record.hiring_type).endsWith('direct_employee')) continue;
      const query = key === 'custom_fields' ? { include_custom_fields: true } : {};
      const read = (): Promise<unknown> => orGone(context.http.get(path, { params: { id: String(id) }, query }));
      const answer = await context.optional(`${key} of people`, fields, read, undefined);
      record[key] = valueAt(answer ?? undefined, at);
      // What is refused for one person is not asked for the others; that it does not exist is said of one person only.
      if (answer === undefined) wanted = wanted.filter((detail) => detail.key !== key);
    }
    return record;
  };
  return async (rows) => (wanted.length === 0 ? rows : mapConcurrent(rows, 2, complete, context.signal));
}
