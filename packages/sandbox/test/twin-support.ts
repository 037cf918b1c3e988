import { createHash } from 'node:crypto';
import { stateOf, type Twin, type TwinPerson } from '../src/index.ts';

/** Everything a twin says of itself, as one short text. */
export function fingerprint(twin: Twin): string {
  return createHash('sha256').update(JSON.stringify(twin)).digest('hex');
}

export function active(twin: Twin): readonly TwinPerson[] {
  return twin.people.filter((person) => stateOf(person, twin.today) === 'active');
}

export function employed(twin: Twin): readonly TwinPerson[] {
  return twin.people.filter((person) => stateOf(person, twin.today) !== 'terminated');
}

export function levelOf(twin: Twin, person: TwinPerson): number {
  let level = 1;
  for (let above = person.managerId; above !== null && level <= 20; level += 1) above = twin.person(above)?.managerId ?? null;
  return level;
}

export function spans(twin: Twin): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  for (const { managerId } of employed(twin)) if (managerId !== null) result.set(managerId, (result.get(managerId) ?? 0) + 1);
  return result;
}

/** What must hold on every day of every company; each broken promise is one line. */
export function brokenPromises(twin: Twin): readonly string[] {
  const broken: string[] = [];
  const tops = employed(twin).filter(({ managerId }) => managerId === null);
  if (tops.length !== 1) broken.push(`${tops.length} tops`);
  for (const person of employed(twin)) {
    const manager = person.managerId === null ? undefined : twin.person(person.managerId);
    if (manager !== undefined && stateOf(manager, twin.today) !== 'active')
      broken.push(`${twin.today}: the manager of ${person.id} is not active`);
    if (levelOf(twin, person) > 9) broken.push(`${person.id} stands too deep or in a circle`);
  }
  const addresses = twin.people.map(({ email }) => email).filter((email) => email !== null);
  if (new Set(addresses).size !== addresses.length) broken.push('two people share an address');
  if (twin.people.some(({ id }, index) => id !== 1_001 + index)) broken.push('ids are not counted up');
  return broken;
}
