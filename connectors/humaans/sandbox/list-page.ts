import { raw, type SandboxAnswer, type SandboxRequest } from '@rollcall/sandbox';

const usual = 100;
const largest = 250;

/** One page of a list by `$limit`, `$skip` and `updatedAt[$gt]`; a larger limit than allowed counts as the largest. */
export function listPage({ query }: SandboxRequest, all: readonly Readonly<Record<string, unknown>>[]): SandboxAnswer {
  const since = query.get('updatedAt[$gt]');
  const rows = since === null ? all : all.filter(({ updatedAt }) => Date.parse(String(updatedAt)) > Date.parse(since));
  const limit = Math.min(toCount(query.get('$limit'), usual), largest);
  const skip = toCount(query.get('$skip'), 0);
  return raw(200, JSON.stringify({ total: rows.length, limit, skip, data: rows.slice(skip, skip + limit) }));
}

function toCount(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}
