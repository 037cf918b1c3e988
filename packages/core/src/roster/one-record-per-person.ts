import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { byText } from '../plan/by-text.ts';
import { comparable } from '../scope/comparable.ts';
import type { Employment } from '../scope/employment.ts';

/** Which records of one read are the same person (rule L7). Whoever has one record is in neither map. */
export interface Roster {
  /** Record to the record that stands for the person: history only, never the record that stands. */
  readonly people: ReadonlyMap<string, string>;
  /** Records of people for whom several employments are equally new, to all records of that person. */
  readonly disputed: ReadonlyMap<string, readonly string[]>;
}

/**
 * Rule L7: the newest employment that is active stands for the person, the other records are their history.
 *
 * Records are one person by the same work e-mail, unless the employee numbers differ or, where numbers do not vouch,
 * both names do: then several people share a mailbox, which is left to rule L3. An employee number alone says nothing
 * across legal entities; inside one it joins a record without an address to the one address that carries it.
 * Nobody is ever joined by name. In any order of employees the same answer; linear.
 */
export function oneRecordPerPerson(employees: readonly Employee[], employments: ReadonlyMap<string, Employment>): Roster {
  const people = new Map<string, string>();
  const disputed = new Map<string, readonly string[]>();
  for (const records of severalRecords(employees)) {
    const ids = records.map(({ id }) => id).sort(byText);
    const standing = standingRecord(records, employments);
    for (const id of ids) {
      if (standing === undefined) disputed.set(id, ids);
      else if (id !== standing) people.set(id, standing);
    }
  }
  return { people, disputed };
}

/** Groups of two records or more. */
function severalRecords(employees: readonly Employee[]): Employee[][] {
  const keys = personKeys(employees);
  const people = Map.groupBy(
    employees.filter(({ id }) => keys.has(id)),
    ({ id }) => keys.get(id),
  );
  return [...people.values()].filter(({ length }) => length > 1);
}

/** One text per person, by record; records that can be nobody else's may have none. */
function personKeys(employees: readonly Employee[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const addresses = Map.groupBy(employees, addressOf);
  const withoutAddress = contractsOf(addresses.get(undefined) ?? []);
  const wanted = new Set(withoutAddress.values());
  /** Contract to the person who carries it with an address; null where several do. */
  const holders = new Map<string, string | null>();
  for (const [email, records] of addresses) {
    // Nearly everybody is alone at their address, and no record without one asks for them.
    if (email === undefined || (records.length === 1 && wanted.size === 0)) continue;
    const shared = isSharedMailbox(records);
    for (const record of records) {
      const number = numberOf(record);
      if (shared && number === undefined) continue;
      const person = shared ? keyOf('number at address', number, email) : keyOf('address', email);
      keys.set(record.id, person);
      const contract = wanted.size === 0 ? undefined : contractOf(record);
      if (contract === undefined || !wanted.has(contract)) continue;
      const holder = holders.get(contract);
      holders.set(contract, holder === undefined || holder === person ? person : null);
    }
  }
  for (const [id, contract] of withoutAddress) {
    const holder = holders.get(contract);
    // Two addresses under one number contradict each other; a record without one could be either.
    if (holder !== null) keys.set(id, holder ?? contract);
  }
  return keys;
}

function contractsOf(records: readonly Employee[]): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap((record): [string, string][] => {
      const contract = contractOf(record);
      return contract === undefined ? [] : [[record.id, contract]];
    }),
  );
}

/** Does this address belong to more than one person, as far as the records tell? */
function isSharedMailbox(records: readonly Employee[]): boolean {
  const numbers = new Set(records.map(numberOf));
  numbers.delete(undefined);
  if (numbers.size > 1) return true;
  // One name may change between two employments, by marriage or by a nickname; both make it another person.
  return areSeveral(records.map(({ firstName }) => firstName)) && areSeveral(records.map(({ lastName }) => lastName));
}

function areSeveral(names: readonly (string | null | undefined)[]): boolean {
  return new Set(names.flatMap((name) => (name == null ? [] : [comparable(name)]))).size > 1;
}

function addressOf({ workEmail }: Employee): string | undefined {
  return workEmail == null ? undefined : normaliseEmail(workEmail);
}

function numberOf({ employeeNumber }: Employee): string | undefined {
  return employeeNumber == null ? undefined : comparable(employeeNumber);
}

/** The employee number within its legal entity; undefined where either is not known. */
function contractOf(employee: Employee): string | undefined {
  const number = numberOf(employee);
  const { id, name } = employee.legalEntity ?? {};
  if (number === undefined || (id === undefined && name == null)) return undefined;
  return id === undefined
    ? keyOf('number at named entity', number, comparable(name ?? ''))
    : keyOf('number at entity', number, id);
}

/** No separator that a value could hold. */
function keyOf(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}

// Who is employed for certain stands, then who still is for some days. Somebody whose status nobody understands comes before
// those who are over: else a person might be called a leaver who is none (rule S3).
const byState: readonly string[] = ['eligible', 'ending', 'unknown', 'upcoming', 'ended'];
const unknownRank = byState.indexOf('unknown');

/** The record that stands for a person, undefined where two active employments are equally new. */
function standingRecord(records: readonly Employee[], employments: ReadonlyMap<string, Employment>): string | undefined {
  const ranked = records.map((record) => ({ record, rank: rankOf(employments.get(record.id)) }));
  const best = ranked.reduce((lowest, { rank }) => Math.min(lowest, rank), byState.length);
  const rivals = ranked.filter(({ rank }) => rank === best).map(({ record }) => record);
  const [newest, second] = rivals.sort(newestFirst);
  if (newest === undefined) return undefined;
  const undecided = second !== undefined && (second.startDate === newest.startDate || rivals.some(hasNoStart));
  return best === 0 && undecided ? undefined : newest.id;
}

/** A state that this rule does not know by name is nothing to build on. */
function rankOf(employment: Employment | undefined): number {
  const rank = byState.indexOf(employment?.state ?? 'unknown');
  return rank < 0 ? unknownRank : rank;
}

function hasNoStart({ startDate }: Employee): boolean {
  return startDate == null;
}

/** By start, then end, then id, so that the order of the read decides nothing. */
function newestFirst(a: Employee, b: Employee): number {
  return (
    byText(b.startDate ?? '', a.startDate ?? '') || byText(b.terminationDate ?? '', a.terminationDate ?? '') || byText(a.id, b.id)
  );
}
