import { byText } from './by-text.ts';

type Next = Pick<ReadonlyMap<string, string | null>, 'get'>;

/**
 * Rule T4: each circle that is reached from the given starts, beginning with its smallest id. Every id is walked once, so that
 * the longest chain costs no more than a flat company.
 */
export function findCycles(next: Next, starts: Iterable<string | null>): string[][] {
  const walkOf = new Map<string, number>();
  const cycles: string[][] = [];
  let walk = 0;
  for (const start of starts) {
    walk += 1;
    let id = start;
    while (id !== null && !walkOf.has(id)) {
      walkOf.set(id, walk);
      id = next.get(id) ?? null;
    }
    if (id !== null && walkOf.get(id) === walk) cycles.push(smallestFirst(circleFrom(id, next)));
  }
  return cycles.sort(([a = ''], [b = '']) => byText(a, b));
}

function circleFrom(start: string, next: Next): string[] {
  const circle = [start];
  for (let id = next.get(start) ?? start; id !== start; id = next.get(id) ?? start) circle.push(id);
  return circle;
}

function smallestFirst(circle: readonly string[]): string[] {
  const smallest = circle.reduce((best, id, index) => (byText(id, circle[best] ?? id) < 0 ? index : best), 0);
  return [...circle.slice(smallest), ...circle.slice(0, smallest)];
}
