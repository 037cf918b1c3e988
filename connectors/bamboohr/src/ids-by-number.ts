import { vendorObject } from '@rollcall/core';
import type { Completeness, HttpClient } from '@rollcall/core';
import { z } from 'zod';
import { datasetPages } from './dataset.ts';

type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
type IdByNumber = ReadonlyMap<string, string | null>;

const cell = z.union([z.string(), z.number()]).nullish();
const Row = vendorObject({ fields: vendorObject({ eeid: cell, employeeNumber: cell }) });

/**
 * The same pages, each row with the ids behind employee numbers. `supervisorId` is the manager's number and who that is can
 * be anybody, on any page: one page speaks for itself, before several the numbers of all are read, so that the people
 * themselves still go by page after page.
 */
export async function* withIdsByNumber(http: HttpClient, pages: Pages): Pages {
  const first = await pages.next();
  if (first.done === true) return first.value;
  let page = await pages.next();
  const idByNumber = page.done === true ? addIds(new Map(), first.value) : await readIdsByNumber(http);
  yield withIds(first.value, idByNumber);
  for (; page.done !== true; page = await pages.next()) yield withIds(page.value, idByNumber);
  return page.value;
}

async function readIdsByNumber(http: HttpClient): Promise<IdByNumber> {
  const ids = new Map<string, string | null>();
  for await (const page of datasetPages(http, ['eeid', 'employeeNumber'])) addIds(ids, page);
  return ids;
}

/** A number that two people have names nobody. */
function addIds(ids: Map<string, string | null>, rows: readonly unknown[]): IdByNumber {
  for (const row of rows) {
    const { eeid, employeeNumber } = Row.safeParse(row).data?.fields ?? {};
    const number = String(employeeNumber ?? '').trim();
    if (eeid != null && number !== '') ids.set(number, ids.has(number) ? null : String(eeid));
  }
  return ids;
}

function withIds(rows: readonly unknown[], idByNumber: IdByNumber): readonly unknown[] {
  return rows.map((row) => (typeof row === 'object' && row !== null ? { ...row, idByNumber } : row));
}
