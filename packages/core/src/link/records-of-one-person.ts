import { byText } from '../plan/by-text.ts';
import type { World } from '../plan/world.ts';
import type { Roster } from '../roster/one-record-per-person.ts';

export interface Records {
  /** Records that are another employment of somebody: their id to the id of the record that counts (rule L7). */
  readonly history: ReadonlyMap<string, string>;
  /** Records between which nobody can choose. */
  readonly unclear: Pick<ReadonlySet<string>, 'has'>;
}

/**
 * A stored link decides first (rule L1): where one of a person's records is managed and still good, it is the one that
 * counts, however new the others are. When it ends, the newer one is proposed to take over (rule L6).
 */
export function besideManaged(world: World, { people, disputed }: Pick<Roster, 'people' | 'disputed'>): Records {
  if (people.size === 0 && disputed.size === 0) return { history: people, unclear: disputed };
  const history = new Map(people);
  const unclear = new Map(disputed);
  for (const ids of groupsOf(people, disputed)) {
    const managed = ids.filter((id) => isManaged(world, id)).sort(byText);
    const [first] = managed;
    if (first === undefined) continue;
    const standing = ids.find((id) => !people.has(id) && managed.includes(id));
    for (const id of ids) {
      unclear.delete(id);
      if (managed.includes(id)) history.delete(id);
      else history.set(id, standing ?? first);
    }
  }
  return { history, unclear };
}

function groupsOf(people: Roster['people'], disputed: Roster['disputed']): Iterable<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, standing] of people) {
    const group = groups.get(standing);
    if (group === undefined) groups.set(standing, [standing, id]);
    else group.push(id);
  }
  return new Set([...groups.values(), ...disputed.values()]);
}

function isManaged(world: World, id: string): boolean {
  const employee = world.employeeById.get(id);
  return (
    employee !== undefined &&
    world.linkByEmployee.get(id)?.state === 'managed' &&
    world.employments.get(id)?.state === 'eligible' &&
    world.inFilter(employee) !== 'out'
  );
}
