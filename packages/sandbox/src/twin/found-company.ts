import type { Day } from '../calendar/day.ts';
import { firstId, makePerson, type Role, type Surroundings } from '../people/make-person.ts';
import type { TwinPerson } from '../people/person.ts';
import { Random } from '../random/random.ts';
import { makeTree, type Tree } from '../structure/make-tree.ts';
import { placeInDepartments } from '../structure/place-in-departments.ts';
import { assignRoles, type SlotUse } from './assign-roles.ts';
import { headCounts } from './head-counts.ts';
import { shuffled } from './shuffled.ts';

interface Plan {
  readonly tree: Tree;
  readonly departments: Uint8Array;
  readonly uses: ReadonlyMap<number, SlotUse>;
  /** Slot to place in the list of people; slots beyond the tree are of people who left. */
  readonly places: Int32Array;
}

const foundingStream = 0;

/** Everyone the HR system knows on the first day, in the order of their ids. */
export function foundCompany(surroundings: Surroundings, size: number, today: Day): TwinPerson[] {
  const random = new Random(surroundings.seed, foundingStream, 2);
  const counts = headCounts(size);
  const tree = makeTree(random, counts.employed);
  const departments = placeInDepartments(random, tree, surroundings.structure.departments.length);
  const plan: Plan = { tree, departments, uses: assignRoles(random, tree, counts), places: shuffled(random, size) };
  const slots = new Int32Array(size);
  plan.places.forEach((place, slot) => (slots[place] = slot));
  return Array.from(slots, (slot, place) => {
    const role = slot < counts.employed ? employedRole(plan, slot) : formerRole(plan, slot);
    return makePerson(surroundings, firstId + place, role, today);
  });
}

function employedRole(plan: Plan, slot: number): Role {
  const use = plan.uses.get(slot) ?? 'active';
  const manager = plan.tree.managers[slot] ?? -1;
  return {
    state: use === 'notice' ? 'active' : use,
    notice: use === 'notice',
    level: plan.tree.levels[slot] ?? 0,
    leads: plan.tree.spans[slot] !== 0,
    managerId: manager < 0 ? null : idOf(plan, manager),
    departmentIndex: plan.departments[slot] ?? 0,
  };
}

/** Somebody who left reported to a manager who is still here; spread evenly over all who lead. */
function formerRole(plan: Plan, slot: number): Role {
  const employed = plan.tree.levels.length;
  const likeness = 1 + ((slot * 7_919) % (employed - 1));
  return { ...employedRole(plan, likeness), state: 'terminated', notice: false, leads: false };
}

function idOf(plan: Plan, slot: number): number {
  return firstId + (plan.places[slot] ?? 0);
}
