import type { Exchange } from '../replay/exchange.ts';

// What says which page is meant, and no other list.
const ofPages =
  /^\$?(?:page|page_?(?:number|no|index|size|token)|per_?page|limit|size|offset|skip|skip_?token|top|take|start|start_?(?:index|at)|cursor|after|token|next|next_?(?:page|token|cursor)|max_?results)$/i;

/**
 * Did a second page of the same list come? It is asked for by the same query but for the page, or by an address that an answer
 * named. Queries that differ otherwise are of two lists, of which either may be empty.
 */
export function isPaged(exchanges: readonly Exchange[]): boolean {
  const lists = new Set<string>();
  let answers = '';
  return exchanges.some(({ method, path, response }) => {
    const url = new URL(path, 'https://relative.invalid');
    const query = [...url.searchParams].filter(([name]) => !ofPages.test(name)).sort();
    const list = JSON.stringify([method, url.pathname, query]);
    const isNamed = url.search !== '' && answers.includes(url.search);
    const isAgain = lists.has(list) || isNamed;
    lists.add(list);
    answers += JSON.stringify(response);
    return isAgain;
  });
}
