import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { badRequest } from './answers.ts';

export const origin = 'https://fernhollow.ilucca.net';

/** A reference to another resource. */
export function reference(type: string, id: string, list = `${type}s`): object {
  return { id, type, url: `${origin}/lucca-api/${list}/${id}` };
}

export interface List<Item> {
  readonly type: string;
  readonly items: readonly Item[];
  readonly toJson: (item: Item) => object;
  /** What `include=embedded` adds for the items of a page. */
  readonly embed?: (items: readonly Item[]) => object;
}

/** One page of a list: 25 items unless told otherwise, 100 at most. Links, totals and embedded resources have to be asked for. */
export function listPage<Item>(request: SandboxRequest, company: SandboxCompany, list: List<Item>): SandboxAnswer {
  const limit = request.query.get('limit') ?? '25';
  const from = fromOf(request.query.get('page'));
  if (!/^\d+$/.test(limit) || Number(limit) > 100 || from === undefined) return badRequest;
  const key = [list.type, ...request.query].join('|');
  return company.cached(key, () => raw(200, Buffer.from(JSON.stringify(toPage(request, list, from, Number(limit))))));
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), items: [], embedded: {} });
}

function toPage<Item>(request: SandboxRequest, list: List<Item>, from: number, limit: number): object {
  const { type, items, toJson, embed } = list;
  const include = request.query.get('include')?.split(',') ?? [];
  const shown = items.slice(from, from + limit);
  // As in the documentation's examples: neither filter nor `include` is repeated.
  const link = (to: number): object => ({ href: `${origin}/lucca-api/${type}?page=${cursorOf(to)}&limit=${String(limit)}` });
  const next = from + limit < items.length ? link(from + limit) : null;
  return {
    type,
    url: `${origin}/lucca-api/${type}`,
    ...(include.includes('totalCount') && { totalCount: items.length }),
    items: shown.map(toJson),
    ...(include.includes('links') && { links: { prev: from > 0 ? link(Math.max(0, from - limit)) : null, next } }),
    ...(include.includes('embedded') && { embedded: embed?.(shown) ?? {} }),
  };
}

function cursorOf(from: number): string {
  return `!w.${from.toString(36)}%2B`;
}

function fromOf(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const written = /^!w\.([0-9a-z]+)\+$/.exec(cursor)?.[1];
  return written === undefined ? undefined : parseInt(written, 36);
}
