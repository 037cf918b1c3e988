import type { TwinPerson } from '../people/person.ts';
import type { Random } from '../random/random.ts';
import { deepestLevel, widestSpan } from '../structure/make-tree.ts';
import { personOf, reportsOf, type Life } from './life.ts';
import { leads, pick, stays } from './pick.ts';

/** Somebody active who can take one more report: a manager, or in a full team one of its members, who so becomes one. Never `except`. */
export function findManager(life: Life, random: Random, except?: TwinPerson): TwinPerson | undefined {
  const person = pick(life, random, (each) => each.id !== except?.id && stays(life, each));
  if (person === undefined || leads(life, person)) return person;
  const manager = personOf(life, person.managerId);
  const full = manager === undefined || reportsOf(life, manager.id).length >= widestSpan;
  return full && levelOf(life, person) < deepestLevel ? person : manager;
}

function levelOf(life: Life, person: TwinPerson): number {
  let level = 1;
  for (let above = personOf(life, person.managerId); above !== undefined; above = personOf(life, above.managerId)) level += 1;
  return level;
}
