import { vendorObject } from '@rollcall/core';
import type { Change, ReadContext } from '@rollcall/core';
import { z } from 'zod';
import { transient } from './errors.ts';
import type { manifest } from './manifest.ts';

const Entry = vendorObject({ id: z.union([z.string(), z.number()]), action: z.string() });

const Feed = vendorObject({
  latest: z.string().nullish(),
  // An empty map is written as a list.
  employees: z.union([z.record(z.string(), Entry), z.array(Entry).max(0)]),
});

/**
 * Everybody whose record, employment status, job or compensation changed, deleted people included.
 * Source: https://documentation.bamboohr.com/reference/get-changed-employee-ids (2026-11).
 */
export async function* changes(
  { http, now }: ReadContext<typeof manifest>,
  cursor: string | null,
): AsyncGenerator<readonly Change[], string, void> {
  if (cursor === null) return `${now.toISOString().slice(0, 19)}Z`;
  const options = { query: { since: cursor }, schema: Feed, transient };
  const { latest, employees } = await http.get('/api/v1/employees/changed', options);
  yield Object.values(employees).map(({ id, action }) => ({
    id: String(id),
    kind: action === 'Deleted' ? 'deleted' : 'changed',
  }));
  // Without a change there may be no latest one.
  return Number.isNaN(Date.parse(latest ?? '')) ? cursor : (latest ?? cursor);
}
