import { toPlainDate } from '../calendar/day.ts';
import type { TwinPerson } from '../people/person.ts';
import { stateOf } from '../people/state-of.ts';
import type { Random } from '../random/random.ts';
import { reportsOf, type Life } from './life.ts';

const tries = 60;

/** Somebody at random who fits. Guesses first, so that a large company is not searched through for every event. */
export function pick(life: Life, random: Random, fits: (person: TwinPerson) => boolean): TwinPerson | undefined {
  const { people } = life;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const person = people[random.below(people.length)];
    if (person !== undefined && fits(person)) return person;
  }
  const start = random.below(people.length);
  return people.find((person, index) => index >= start && fits(person)) ?? people.find(fits);
}

export function isActive(life: Life, person: TwinPerson): boolean {
  return stateOf(person, toPlainDate(life.today)) === 'active';
}

export function leads(life: Life, person: TwinPerson): boolean {
  return reportsOf(life, person.id).length > 0;
}

/** Active with no end in sight. */
export function stays(life: Life, person: TwinPerson): boolean {
  return person.terminationDate === null && isActive(life, person);
}
