import type { Link } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { holds } from '../plan/holds.ts';
import { once } from '../plan/once.ts';
import type { Person } from '../plan/person.ts';
import type { RuleId } from '../plan/rule-id.ts';
import { isWholeRead, resolutionOf, type World } from '../plan/world.ts';
import { oneRecordPerPerson, type Roster } from '../roster/one-record-per-person.ts';
import { createLinking, type Linking } from './linking.ts';
import { besideManaged, type Records } from './records-of-one-person.ts';

/** Who everybody is, and which records are only the history of somebody else. */
export interface LinkedWorld extends Records {
  /** Of those who may be tied to a member by this plan. */
  readonly linkings: ReadonlyMap<string, Linking>;
  /** What is about to happen, or proposed, to a member who is linked to somebody else: by member id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Work e-mails that several people who are employed, or may be, carry, and how many; records of one person count once. */
  readonly carriers: ReadonlyMap<string, number>;
}

export interface Claim {
  readonly kind: 'relink' | 'proposal';
  readonly employeeId: string;
  readonly rule: RuleId;
}

/** Rules L1 to L7 for all people of a read at once. */
export function linkEverybody(world: World): LinkedWorld {
  const roster = oneRecordPerPerson(world.employees, world.employments);
  const records = besideManaged(world, roster);
  const isOver = (link: Link): boolean => isRecordOver(world, records, link);
  const recordOf = recordFinder(world);
  const carried = carriersOf(world, records, roster);
  const linking = createLinking(world, {
    ...carried,
    // Only where somebody new has a number.
    endedByNumber: once(() => endedByNumber(world, records, recordOf)),
    isOver,
    recordOf,
  });
  const linkings = new Map<string, Linking>();
  world.persons.forEach((person) => {
    if (!mayLink(world, records, person)) return;
    const found = linking(person.employee);
    if (found.kind !== 'none') linkings.set(person.employee.id, found);
  });
  disputeTwice(linkings);
  return { ...records, linkings, claims: claimsOf(linkings), carriers: carried.carriers };
}

/** Whoever may be tied to a member by this plan; what is found for anybody else would be said and not done. */
function mayLink(world: World, { history, unclear }: Records, { employee, employment, link }: Person): boolean {
  const { id } = employee;
  return (
    link === undefined &&
    employment.state === 'eligible' &&
    !history.has(id) &&
    !unclear.has(id) &&
    !world.duplicates.has(id) &&
    resolutionOf(world, id, 'leave_alone') === undefined &&
    world.inFilter(employee) === 'in'
  );
}

/** Over: ended, gone from a read that is there to tell, or an earlier record of somebody. Unknown is not over. */
function isRecordOver(world: World, { history }: Records, { employeeId }: Link): boolean {
  const employment = world.employments.get(employeeId);
  if (employment === undefined) return isWholeRead(world) && !world.quarantined.has(employeeId);
  return employment.state === 'ended' || history.has(employeeId);
}

interface Carriers {
  readonly carriers: ReadonlyMap<string, number>;
  /** Those of them who have no member yet: two people with one address are two claims on whoever holds it (rule L3). */
  readonly joining: ReadonlyMap<string, number>;
}

/** In the filter or not: an address of two people says of neither who they are. */
function carriersOf(world: World, { history }: Records, { sharedAddresses }: Roster): Carriers {
  const carriers = new Map<string, number>();
  const joining = new Map<string, number>();
  for (const [address, records] of sharedAddresses) {
    const people = records.flatMap(({ id }) => (history.has(id) ? [] : (world.personById.get(id) ?? [])));
    const employed = people.filter(({ employment: { state } }) => state === 'eligible' || state === 'unknown');
    const unlinked = employed.filter(({ link }) => link === undefined);
    if (employed.length > 1) carriers.set(address, employed.length);
    if (unlinked.length > 1) joining.set(address, unlinked.length);
  }
  return { carriers, joining };
}

function recordFinder(world: World): (link: Link) => Employee | undefined {
  const lastKnown = new Map((world.input.lastKnown ?? []).map((employee) => [employee.id, employee]));
  return ({ employeeId }) => world.employeeById.get(employeeId) ?? lastKnown.get(employeeId);
}

function endedByNumber(
  world: World,
  records: Records,
  recordOf: (link: Link) => Employee | undefined,
): ReadonlyMap<string, Link | null> {
  const byNumber = new Map<string, Link | null>();
  const add = (link: Link, number: string | null | undefined): void => {
    if (number != null) byNumber.set(number, byNumber.has(number) ? null : link);
  };
  world.persons.forEach(({ employee, employment, link }) => {
    if (link === undefined) return;
    if (employment.state === 'ended' || holds(records.history, employee.id)) add(link, employee.employeeNumber);
  });
  for (const link of world.absentLinks.values())
    if (isRecordOver(world, records, link)) add(link, recordOf(link)?.employeeNumber);
  return byNumber;
}

/** One member cannot be two people (rule L3); where a person has said who it is, the others are disputed. */
function disputeTwice(linkings: Map<string, Linking>): void {
  const takers = new Map<string, string[]>();
  for (const [employeeId, found] of linkings) {
    if (found.kind !== 'first_link' && found.kind !== 'relink') continue;
    const others = takers.get(found.member.id);
    if (others === undefined) takers.set(found.member.id, [employeeId]);
    else others.push(employeeId);
  }
  for (const employeeIds of takers.values()) {
    if (employeeIds.length < 2) continue;
    const said = employeeIds.filter((id) => isSaid(linkings.get(id)));
    for (const employeeId of employeeIds) {
      const found = linkings.get(employeeId);
      if ((said.length === 1 && said[0] === employeeId) || found === undefined || found.kind === 'none') continue;
      const reason = 'several employees would be linked to this member';
      linkings.set(employeeId, { kind: 'disputed', rule: 'L3', reason, member: found.member });
    }
  }
}

/** By a person, and not by an address. */
function isSaid(found: Linking | undefined): boolean {
  return (found?.kind === 'first_link' || found?.kind === 'relink') && found.said;
}

function claimsOf(linkings: ReadonlyMap<string, Linking>): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const [employeeId, found] of linkings) {
    if (found.kind === 'relink') claims.set(found.member.id, { kind: 'relink', employeeId, rule: found.rule });
    else if (found.kind === 'proposal' && !claims.has(found.member.id))
      claims.set(found.member.id, { kind: 'proposal', employeeId, rule: 'L6' });
  }
  return claims;
}
