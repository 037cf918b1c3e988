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
  const added = given.flatMap(([name, value]) =>
    [value].flat().map((single) => `${encodedName(name)}=${encodeURIComponent(String(single))}`),
  );
  url.search = [...kept, ...added].join('&');
}

// `$top` of OData: a dollar sign may stand in a query as it is, and services document it so.
function encodedName(name: string): string {
  return encodeURIComponent(name).replaceAll('%24', '$');
}

function nameOf(pair: string): string {
  return [...new URLSearchParams(pair).keys()][0] ?? '';
}
