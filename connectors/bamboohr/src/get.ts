import { ResponseError, vendorObject, type ReadContext } from '@rollcall/core';
import { orGone } from '@rollcall/http';
import { z } from 'zod';
import { columnNames, columns } from './columns.ts';
import { transient } from './errors.ts';
import { manifest } from './manifest.ts';

const Single = vendorObject({ id: z.union([z.string(), z.number()]) });

/** One person; `null` when BambooHR does not know the id. Fields without permission are left out of the answer. */
export async function get(context: ReadContext<typeof manifest>, id: string): Promise<unknown> {
  const custom = context.wants('customFields') ? (context.config.customFields ?? []) : [];
  const wanted = columnNames.filter((name) => context.wants(...columns[name].serves));
  const singleByName = new Map<string, string>(wanted.map((name) => [name, columns[name].single]));
  for (const name of custom) if (!singleByName.has(name)) singleByName.set(name, customIdOf(name));
  const fields = [...new Set(singleByName.values())].join(',');
  const single = await readSingle(context, id, fields);
  if (single === null) return null;
  const delivered = [...singleByName].filter(([, name]) => Object.hasOwn(single, name));
  return { fields: Object.fromEntries(delivered.map(([name, singleName]) => [name, single[singleName]])) };
}

async function readSingle(
  { http }: ReadContext<typeof manifest>,
  id: string,
  fields: string,
): Promise<Record<string, unknown> | null> {
  const options = { params: { id }, query: { fields }, schema: Single, transient };
  const single = await orGone(http.get('/api/v1/employees/{id}', options));
  // The id 0 stands for the owner of the key: an answer about somebody else is none.
  if (single === null || String(single.id) === id) return single;
  throw new ResponseError({
    code: 'schema_mismatch',
    vendor: manifest.slug,
    message: 'BambooHR answered with another person than was asked for',
  });
}

/** Here a custom field goes by its number: `customField4339` of the dataset is `4339`. */
function customIdOf(name: string): string {
  return /^customField(\d+)$/.exec(name)?.[1] ?? name;
}
