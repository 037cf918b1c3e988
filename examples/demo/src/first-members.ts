import type { Twin } from '@rollcall/sandbox';
import { stateOf } from '@rollcall/sandbox';
import type { ApplicationDatabase } from './application-database.ts';

/**
 * Whom the application knows before anything is connected: its owner, a part of the company who signed up by themselves,
 * two accounts with one address, and people who were never in the HR system.
 */
export function addFirstMembers(database: ApplicationDatabase, twin: Twin): void {
  const employed = twin.people.filter((person) => person.email !== null && stateOf(person, twin.today) === 'active');
  const [owner, twice, ...others] = employed;
  const add = (id: string, email: string | null | undefined, isProtected = false): void => {
    if (email != null) database.addMember({ id, email, status: 'active', protected: isProtected, values: {} });
  };
  add('owner', owner?.email, true);
  add('double-1', twice?.email);
  add('double-2', twice?.email?.toUpperCase());
  for (const [index, person] of others.entries()) if (index % 3 === 0) add(`early-${String(index)}`, person.email);
  add('adviser', `adviser@advisers.example`);
  add('bookkeeper', `books@numbers.example`);
}
