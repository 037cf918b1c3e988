import { bodyOf, json, raw, type SandboxAnswer, type SandboxCompany, type SandboxRequest } from '@rollcall/sandbox';
import { badRequest } from './answers.ts';

/** What one list has. */
export interface ListOptions {
  /** Names the list and what narrows it: the answers are kept by it. */
  readonly key: string;
  readonly largest: number;
  readonly usual: number;
  /** Where next links lead; the examples of the documentation show another path than the one that was asked. */
  readonly linkPath: string;
  readonly count: number;
  /** Entries from one index to before another, as JSON. */
  readonly entries: (from: number, to: number) => readonly string[];
}

/** One page of a list: `_data`, and `_meta.links.next` unless it is the last one. The cursor exists only inside that link. */
export function listPage(request: SandboxRequest, company: SandboxCompany, options: ListOptions): SandboxAnswer {
  const { key, largest, usual, count } = options;
  const cursor = request.query.get('cursor');
  const place = cursor === null ? firstPlace(request.query.get('limit'), usual) : placeOf(cursor);
  if (place === undefined || place.limit < 1 || place.limit > largest || place.from > count) return badRequest;
  const page = (): SandboxAnswer => raw(200, toPage(request.origin, options, place));
  // Small lists of one person are made when asked for; the others are kept, as bytes.
  return key === '' ? page() : company.cached(`${key} ${String(place.from)} ${String(place.limit)}`, page);
}

/** The same page with nobody on it. */
export function emptyPage(answer: SandboxAnswer): SandboxAnswer {
  return json(answer.status, { ...(bodyOf(answer) as object), _data: [] });
}

interface Place {
  readonly from: number;
  readonly limit: number;
}

function firstPlace(limit: string | null, usual: number): Place | undefined {
  if (limit === null) return { from: 0, limit: usual };
  return /^\d+$/.test(limit) ? { from: 0, limit: Number(limit) } : undefined;
}

// A plus in a cursor is meant as a plus, and arrives as a blank when the query is read as a form.
function placeOf(cursor: string): Place | undefined {
  const [, from, limit] = /^cur[ +](\d+)[ +](\d+)$/.exec(cursor) ?? [];
  return from === undefined || limit === undefined ? undefined : { from: Number(from), limit: Number(limit) };
}

function toPage(origin: string, { linkPath, count, entries }: ListOptions, { from, limit }: Place): Buffer {
  const to = Math.min(from + limit, count);
  const next = to < count ? { next: { href: `${origin}${linkPath}cursor=cur+${String(to)}+${String(limit)}` } } : {};
  return Buffer.from(`{"_data":[${entries(from, to).join(',')}],"_meta":${JSON.stringify({ links: next })}}`);
}
