import type { HttpClient } from '@rollcall/core';
import { z } from 'zod';
import { datasetPages } from './dataset.ts';

const cell = z.union([z.string(), z.number()]).nullish();
const Row = z.looseObject({ fields: z.looseObject({ eeid: cell, employeeNumber: cell }) });

/** Employee number to id. A number that two people have names nobody. */
export async function idsByNumber(http: HttpClient): Promise<ReadonlyMap<string, string | null>> {
  const ids = new Map<string, string | null>();
  for await (const page of datasetPages(http, ['eeid', 'employeeNumber'])) {
    for (const row of page) {
      const { eeid, employeeNumber } = Row.safeParse(row).data?.fields ?? {};
      const number = String(employeeNumber ?? '').trim();
      if (eeid != null && number !== '') ids.set(number, ids.has(number) ? null : String(eeid));
    }
  }
  return ids;
}
