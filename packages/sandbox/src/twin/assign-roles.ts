import type { Random } from '../random/random.ts';
import type { Tree } from '../structure/make-tree.ts';
import type { HeadCounts } from './head-counts.ts';

/** What a slot of the tree is used for. */
export type SlotUse = 'active' | 'leave' | 'preboarding' | 'notice';

/** Deals the special cases out over the tree. Only people without reports are absent or yet to come; the top stays. */
export function assignRoles(random: Random, tree: Tree, counts: HeadCounts): ReadonlyMap<number, SlotUse> {
  const uses = new Map<number, SlotUse>();
  const deal = (use: SlotUse, count: number, fits: (slot: number) => boolean): void => {
    for (let dealt = 0; dealt < count;) {
      const slot = random.between(1, tree.spans.length - 1);
      if (uses.has(slot) || !fits(slot)) continue;
      uses.set(slot, use);
      dealt += 1;
    }
  };
  const leadsNobody = (slot: number): boolean => tree.spans[slot] === 0;
  deal('leave', counts.leave, leadsNobody);
  deal('preboarding', counts.preboarding, leadsNobody);
  deal('notice', counts.notice, () => true);
  return uses;
}
