import type { Random } from '../random/random.ts';

/** One rooted tree of slots 0 to n - 1, the top first, level by level. */
export interface Tree {
  /** Slot of the manager, -1 at the top. */
  readonly managers: Int32Array;
  /** 1 at the top, at most `deepestLevel`. */
  readonly levels: Uint8Array;
  /** How many report directly. */
  readonly spans: Uint8Array;
}

export const deepestLevel = 9;
export const widestSpan = 12;
const narrowestSpan = 5;

/** Who of the reports leads in turn: about half, so that the tree grows deep with size (nine levels near 200,000). */
const leading = 0.5;

/** A tree in which everyone who leads has 5 to 12 direct reports. */
export function makeTree(random: Random, size: number): Tree {
  const tree: Tree = { managers: new Int32Array(size).fill(-1), levels: new Uint8Array(size), spans: new Uint8Array(size) };
  tree.levels[0] = 1;
  const leaders = [0];
  const reserve: number[] = [];
  let next = 1;
  for (let turn = 0; next < size; turn += 1) {
    const leader = leaders[turn] ?? reserve.shift() ?? 0;
    const span = chooseSpan(random, size - next);
    const half = Math.max(1, Math.round(span * leading));
    addReports(tree, leader, next, span);
    if ((tree.levels[next] ?? deepestLevel) < deepestLevel) {
      for (let index = 0; index < span; index += 1) (index < half ? leaders : reserve).push(next + index);
    }
    next += span;
  }
  return tree;
}

/** Never leaves a rest that is too small for a manager of its own. */
function chooseSpan(random: Random, remaining: number): number {
  const span = random.between(narrowestSpan, widestSpan);
  return remaining <= widestSpan ? remaining : Math.min(span, remaining - narrowestSpan);
}

function addReports(tree: Tree, leader: number, first: number, count: number): void {
  tree.spans[leader] = count;
  tree.managers.fill(leader, first, first + count);
  tree.levels.fill((tree.levels[leader] ?? 0) + 1, first, first + count);
}
