import { IncompleteReadError, proven, RollcallError, valueAt, vendorObject } from '@rollcall/core';
import type { Completeness, ReadContext } from '@rollcall/core';
import { z } from 'zod';
import { manifest } from './manifest.ts';

export type Pages = AsyncGenerator<readonly unknown[], Completeness, void>;
/** `filterfieldids`, `filtervalues` and `operatortypes`, or `filterjson`. */
export type Filter = Readonly<Record<string, string>>;

const Page = vendorObject({ take: z.number().positive().nullish().catch(null), rows: z.array(z.unknown()) });

/**
 * Rows of a GetConnector, in an order: without one they are lost and doubled between pages. There is no total: a page that is
 * not full is the last one. Each page begins with the last row of the one before, so that an empty page, a page that came
 * before and rows that moved meanwhile are seen and end the read.
 * Source: https://docs.afas.help/profit/en/get-connector (2026-11).
 * @throws IncompleteReadError `page_repeated`.
 */
export async function* rowsOf(
  { http, config }: Pick<ReadContext<typeof manifest>, 'http' | 'config'>,
  connectorId: string,
  orderBy: readonly string[],
  filter: Filter = {},
): Pages {
  const placeOf = (row: unknown): string => JSON.stringify(orderBy.map((id) => valueAt(row, id)));
  let take = Number(config.pageSize ?? manifest.pageSize);
  let last: unknown;
  for (let read = 0; ;) {
    const query = { skip: Math.max(0, read - 1), take, orderbyfieldids: orderBy.join(','), ...filter };
    let page: z.infer<typeof Page>;
    try {
      page = await http.get('/ProfitRestServices/connectors/{connectorId}', { params: { connectorId }, query, schema: Page });
    } catch (error) {
      // Columns times rows were too much for AFAS, which does not say how much it can give.
      if (!isTooMuch(error) || take < 100) throw error;
      take = Math.floor(take / 2);
      continue;
    }
    const { rows } = page;
    if (read > 0 && placeOf(rows[0]) !== placeOf(last))
      throw disordered('a page does not begin where the one before ended: rows moved meanwhile, or it is empty or came before');
    const fresh = read === 0 ? rows : rows.slice(1);
    yield fresh;
    read += fresh.length;
    last = rows.at(-1);
    // The answer repeats how many it would give; AFAS may have lowered it.
    if (fresh.length === 0 || rows.length < Math.min(take, page.take ?? take))
      return proven({ by: 'last_page_signal', detail: 'a page that is not full and follows on the one before' });
  }
}

function isTooMuch(error: unknown): boolean {
  if (!RollcallError.isInstance(error)) return false;
  return error.code === 'too_large' || (error.code === 'request_rejected' && (error.status === 413 || error.status === 500));
}

export function disordered(what: string): IncompleteReadError {
  return new IncompleteReadError({
    code: 'page_repeated',
    vendor: manifest.slug,
    message: `AFAS did not keep an order: ${what}`,
  });
}
