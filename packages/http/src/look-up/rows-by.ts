import type { Completeness } from '@rollcall/core';
import type { z } from 'zod';
import { wholeList } from '../paginate/whole-list.ts';

/** @inline */
type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;

/**
 * Everything a paged look-up holds, by its id as text: names of departments, sites, entities. Rows that do not have the form
 * are left out, as their names only decorate; of two with one id the later counts.
 * @throws IncompleteReadError `not_complete` when the look-up may have lost something.
 */
export async function rowsById<Row>(
  pages: Pages,
  schema: z.ZodType<Row>,
  idOf: (row: Row) => unknown,
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  await eachRow(pages, { schema, keyOf: idOf, take: (id, row) => rows.set(id, row) });
  return rows;
}

/** As `rowsById`, for several rows of one owner in the order in which they came: assignments, job rows, contracts. */
export async function rowsByOwner<Row>(
  pages: Pages,
  schema: z.ZodType<Row>,
  ownerOf: (row: Row) => unknown,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, Row[]>();
  const take = (owner: string, row: Row): void => {
    const others = rows.get(owner);
    if (others === undefined) rows.set(owner, [row]);
    else others.push(row);
  };
  await eachRow(pages, { schema, keyOf: ownerOf, take });
  return rows;
}

interface RowUse<Row> {
  readonly schema: z.ZodType<Row>;
  readonly keyOf: (row: Row) => unknown;
  readonly take: (key: string, row: Row) => void;
}

async function eachRow<Row>(pages: Pages, { schema, keyOf, take }: RowUse<Row>): Promise<void> {
  for await (const page of wholeList(pages)) {
    for (const item of page) {
      const { data } = schema.safeParse(item);
      const key = data === undefined ? undefined : keyOf(data);
      const isKey = (typeof key === 'string' && key !== '') || typeof key === 'number';
      if (data !== undefined && isKey) take(String(key), data);
    }
  }
}
