import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';

const largest = 100;

/** One page of a list: `limit` falls back to the largest, cursors are opaque, and the total counts the whole list. */
export function listPage(
  { query }: SandboxRequest,
  company: SandboxCompany,
  name: string,
  rows: () => readonly object[],
): SandboxAnswer {
  const asked = Number(query.get('limit'));
  const limit = Number.isInteger(asked) && asked > 0 && asked < largest ? asked : largest;
  const after = query.get('after_id');
  const from = after === null ? 0 : Number(Buffer.from(after, 'base64').toString());
  return company.cached(`${name} ${String(from)} ${String(limit)}`, () => {
    const all = company.cached(name, rows);
    const data = all.slice(from, from + limit);
    const meta = {
      has_next_page: from + limit < all.length,
      has_previous_page: from > 0,
      start_cursor: data.length === 0 ? null : toCursor(from + 1),
      end_cursor: data.length === 0 ? null : toCursor(from + data.length),
      total: all.length,
      limit,
    };
    return raw(200, JSON.stringify({ data, meta }));
  });
}

function toCursor(place: number): string {
  return Buffer.from(String(place)).toString('base64');
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), data: [] });
}
