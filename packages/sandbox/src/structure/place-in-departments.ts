import type { Random } from '../random/random.ts';
import type { Tree } from './make-tree.ts';

const strayed = 0.04;
const newUnit = 0.4;

/** The department of every slot: a branch of the tree mostly stays in one, with a new one opened here and there below its head. */
export function placeInDepartments(random: Random, tree: Tree, departments: number): Uint8Array {
  const chosen = new Uint8Array(tree.levels.length);
  for (let slot = 1; slot < chosen.length; slot += 1) {
    const level = tree.levels[slot] ?? 0;
    const inherited = chosen[tree.managers[slot] ?? 0] ?? 0;
    const other = random.below(departments);
    const leaves = random.chance(level === 3 ? newUnit : strayed);
    chosen[slot] = level === 2 ? slot % departments : leaves ? other : inherited;
  }
  return chosen;
}
