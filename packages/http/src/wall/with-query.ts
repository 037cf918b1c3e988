import type { QueryValue } from '@rollcall/core';

/**
 * Adds query values to an address. What the address already has stays letter for letter (vendors sign and compare
 * their own links), except for names that are given anew. Undefined values are left out.
 */
export function withQuery(url: URL, query: Readonly<Record<string, QueryValue>>): void {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const names = new Set(given.map(([name]) => name));
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !names.has(nameOf(pair)));
  const added = given.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  url.search = [...kept, ...added].join('&');
}

function nameOf(pair: string): string {
  return [...new URLSearchParams(pair).keys()][0] ?? '';
}
