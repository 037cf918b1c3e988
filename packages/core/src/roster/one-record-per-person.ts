import type { Employee } from '../employee/employee.ts';
import { byText } from '../plan/by-text.ts';
import { comparable } from '../scope/comparable.ts';
import type { Employment } from '../scope/employment.ts';

/** Which records of one read are the same person (rule L7). Whoever has one record is in neither map. */
export interface Roster {
  /** Record to the record that stands for the person: history only, never the record that stands. */
  readonly people: ReadonlyMap<string, string>;
  /** Records of people for whom several employments are equally new, to all records of that person. */
  readonly disputed: ReadonlyMap<string, readonly string[]>;
  /** Work e-mails of two records or more. */
  readonly sharedAddresses: ReadonlyMap<string, readonly Employee[]>;
}

/**
 * Rule L7: the newest employment that is active stands for the person, the other records are their history.
 *
 * Records are one person by the same work e-mail, unless the employee numbers differ or, where numbers do not vouch,
 * both names do: then several people share a mailbox, which is left to rule L3. An employee number alone says nothing
 * across legal entities; inside one it joins a record without an address to the one address that carries it.
 * Nobody is ever joined by name. Addresses are in the form in which they are compared. In any order of employees the same answer; linear.
 */
export function oneRecordPerPerson(
  employees: readonly Employee[],
  employments: Pick<ReadonlyMap<string, Employment>, 'get'>,
): Roster {
  const people = new Map<string, string>();
  const disputed = new Map<string, readonly string[]>();
  const addresses = addressesOf(employees);
  for (const records of severalRecords(employees, addresses)) {
    const ids = records.map(({ id }) => id).sort(byText);
    const standing = standingRecord(records, employments);
    for (const id of ids) {
      if (standing === undefined) disputed.set(id, ids);
      else if (id !== standing) people.set(id, standing);
    }
  }
  return { people, disputed, sharedAddresses: addresses.shared };
}

/** Groups of two records or more. */
function severalRecords(employees: readonly Employee[], addresses: Addresses): Employee[][] {
  const keys = personKeys(employees, addresses);
  if (keys.size === 0) return [];
  const people = Map.groupBy(
    employees.filter(({ id }) => keys.has(id)),
    ({ id }) => keys.get(id),
  );
  return [...people.values()].filter(({ length }) => length > 1);
}

/** One text per person, by record; records that can be nobody else's may have none. */
function personKeys(employees: readonly Employee[], { shared, withoutAddress }: Addresses): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const wanted = wantedContracts(withoutAddress);
  const { holders } = wanted;
  const hold = (record: Employee, person: string): void => {
    const contract = wanted.of(record);
    if (contract === undefined) return;
    const holder = holders.get(contract);
    holders.set(contract, holder === undefined || holder === person ? person : null);
  };
  for (const [email, records] of shared) {
    const isMailbox = isSharedMailbox(records);
    for (const record of records) {
      const number = numberOf(record);
      if (isMailbox && number === undefined) continue;
      const person = isMailbox ? keyOf('number at address', number, email) : keyOf('address', email);
      keys.set(record.id, person);
      hold(record, person);
    }
  }
  if (wanted.contracts.size > 0) holdByThoseAlone(employees, { shared, keys, wanted, hold });
  for (const [id, contract] of wanted.contracts) {
    const holder = holders.get(contract);
    // Two addresses under one number contradict each other; a record without one could be either.
    if (holder !== null) keys.set(id, holder ?? contract);
  }
  return keys;
}

interface Addresses {
  /** Addresses of two records or more. */
  readonly shared: ReadonlyMap<string, readonly Employee[]>;
  readonly withoutAddress: readonly Employee[];
}

/** Nearly everybody is alone at their address, and costs one look into a set. */
function addressesOf(employees: readonly Employee[]): Addresses {
  const seen = new Set<string>();
  const shared = new Map<string, Employee[]>();
  const withoutAddress: Employee[] = [];
  employees.forEach((employee) => {
    const { workEmail: email } = employee;
    if (email == null) withoutAddress.push(employee);
    else {
      const before = seen.size;
      if (seen.add(email).size === before) shared.set(email, []);
    }
  });
  if (shared.size > 0) {
    for (const employee of employees) shared.get(employee.workEmail ?? '')?.push(employee);
  }
  return { shared, withoutAddress };
}

interface Wanted {
  /** By record without an address. */
  readonly contracts: ReadonlyMap<string, string>;
  /** Contract to the person who carries it with an address; null where several do. */
  readonly holders: Map<string, string | null>;
  /** The contract of a record with an address, where a record without one asks for it. */
  readonly of: (record: Employee) => string | undefined;
}

function wantedContracts(withoutAddress: readonly Employee[]): Wanted {
  const contracts = contractsOf(withoutAddress);
  const wanted = new Set(contracts.values());
  const numbers = new Set(withoutAddress.map(numberOf));
  numbers.delete(undefined);
  return {
    contracts,
    holders: new Map(),
    of(record) {
      if (wanted.size === 0 || !numbers.has(numberOf(record))) return undefined;
      const contract = contractOf(record);
      return contract !== undefined && wanted.has(contract) ? contract : undefined;
    },
  };
}

interface Holding {
  readonly shared: Addresses['shared'];
  readonly keys: Map<string, string>;
  readonly wanted: Wanted;
  readonly hold: (record: Employee, person: string) => void;
}

/** Those alone at their address count only where a record without one has their contract. */
function holdByThoseAlone(employees: readonly Employee[], { shared, keys, wanted, hold }: Holding): void {
  for (const employee of employees) {
    const { workEmail: email } = employee;
    if (email == null || shared.has(email) || wanted.of(employee) === undefined) continue;
    const person = keyOf('address', email);
    keys.set(employee.id, person);
    hold(employee, person);
  }
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

/** Parts with their lengths: no separator that a value could hold. */
function keyOf(kind: string, first = '', second = ''): string {
  return `${kind}:${String(first.length)}:${first}${second}`;
}

// Who is employed for certain stands, then who still is for some days. Somebody whose status nobody understands comes before
// those who are over: else a person might be called a leaver who is none (rule S3).
const byState: readonly string[] = ['eligible', 'ending', 'unknown', 'upcoming', 'ended'];
const unknownRank = byState.indexOf('unknown');

/** The record that stands for a person, undefined where two active employments are equally new. */
function standingRecord(
  records: readonly Employee[],
  employments: Pick<ReadonlyMap<string, Employment>, 'get'>,
): string | undefined {
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
