import { raw, type SandboxAnswer, type SandboxRequest } from '@rollcall/sandbox';

/** The largest page, and the usual one. */
export const perPage = 25;

/** One page of a list by number, from 1; the way to the next is a bare query, null on the last page. */
export function listPage({ query }: SandboxRequest, rows: readonly object[]): SandboxAnswer {
  const page = toCount(query.get('page'), 1);
  const size = Math.min(toCount(query.get('per_page'), perPage), perPage);
  const data = rows.slice((page - 1) * size, page * size);
  const next_url = page * size < rows.length ? `?page=${page + 1}&per_page=${size}` : null;
  return raw(200, JSON.stringify({ success: true, data, meta: { next_url } }));
}

function toCount(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : otherwise;
}
