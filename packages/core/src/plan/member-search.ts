import type { Member } from '../directory/member.ts';
import { comparableEmail } from '../normalise/email.ts';
import { byText } from './by-text.ts';
import { once } from './once.ts';
import type { Person } from './person.ts';

type Index = ReadonlyMap<string, readonly Member[]>;

/**
 * Finds members by normalised address, several of them by id. Nearly everybody has the address of their own member and is
 * looked for by nobody, so that the addresses of others come first; where one is asked for that is none of these, everybody's
 * are put in order.
 */
export function createMemberSearch(members: readonly Member[], persons: readonly Person[]): (email: string) => readonly Member[] {
  const ofSome = once(() => indexOf(members, newAddresses(persons)));
  const ofAll = once(() => indexOf(members));
  return (email) => ofSome().get(email) ?? ofAll().get(email) ?? [];
}

/** Those of people without a member, and those that differ from the member's. */
function newAddresses(persons: readonly Person[]): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const { employee, member } of persons) {
    const { workEmail } = employee;
    if (workEmail != null && workEmail !== member?.email) addresses.add(workEmail);
  }
  return addresses;
}

/** Of some addresses, with nobody for those that no member has, or of all. */
function indexOf(members: readonly Member[], some?: ReadonlySet<string>): Index {
  const index = new Map<string, Member[]>();
  for (const address of some ?? []) index.set(address, []);
  for (const member of members) {
    const email = comparableEmail(member.email);
    if (email === undefined) continue;
    const there = index.get(email);
    if (there !== undefined) there.push(member);
    else if (some === undefined) index.set(email, [member]);
  }
  for (const found of index.values()) found.sort((a, b) => byText(a.id, b.id));
  return index;
}
