import type { Link, Member } from '../directory/member.ts';
import type { Employee } from '../employee/employee.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { employeeKey, membersWith, type World } from '../plan/world.ts';
import { isCompleteRead } from '../read/read-report.ts';
import { oneRecordPerPerson } from '../roster/one-record-per-person.ts';
import { createLinking, type Linking } from './linking.ts';

/** Who everybody is, and which records are only the history of somebody else. */
export interface LinkedWorld {
  readonly linkings: ReadonlyMap<string, Linking>;
  /** Records that are somebody's earlier employment: their id to the id of the record that counts (rule L7). */
  readonly history: ReadonlyMap<string, string>;
  /** Records between which nobody can choose. */
  readonly unclear: Pick<ReadonlySet<string>, 'has'>;
  /** What is about to happen, or proposed, to a member who is linked to somebody else: by member id. */
  readonly claims: ReadonlyMap<string, { readonly kind: 'relink' | 'proposal'; readonly employeeId: string }>;
}

/** Rules L1 to L7 for all people of a read at once. */
export function linkEverybody(world: World): LinkedWorld {
  const { people, disputed: unclear } = oneRecordPerPerson(world.employees, world.employments);
  const history = withoutManaged(world, people);
  const eligible = (employee: Employee): boolean =>
    world.employments.get(employee.id)?.state === 'eligible' && !history.has(employee.id) && world.inFilter(employee) === 'in';
  const isOver = (link: Link): boolean => isRecordOver(world, history, link);
  const recordOf = recordFinder(world);
  const linking = createLinking(world, {
    mayLink: eligible,
    endedByNumber: endedByNumber(world, isOver, recordOf),
    hasHistory: historyByEmail(world, history),
    isOver,
    recordOf,
  });
  const linkings = new Map<string, Linking>();
  const firstBy = new Map<string, string>();
  const twice = new Set<string>();
  for (const employee of world.employees) {
    const found: Linking = eligible(employee) || world.linkByEmployee.has(employee.id) ? linking(employee) : { kind: 'none' };
    linkings.set(employee.id, found);
    if (found.kind !== 'first_link' && found.kind !== 'relink') continue;
    if (firstBy.has(found.member.id)) twice.add(found.member.id);
    else firstBy.set(found.member.id, employee.id);
  }
  if (twice.size > 0) disputeTwice(linkings, twice);
  return { linkings, history, unclear, claims: claimsOf(linkings) };
}

/** A stored link decides first (rule L1): a linked record that is still good is nobody's history. */
function withoutManaged(world: World, people: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const history = new Map(people);
  for (const id of people.keys()) {
    if (world.linkByEmployee.has(id) && world.employments.get(id)?.state === 'eligible') history.delete(id);
  }
  return history;
}

/** Over: ended, gone from a read that is there to tell, or an earlier record of somebody. Unknown is not over. */
function isRecordOver(world: World, history: ReadonlyMap<string, string>, link: Link): boolean {
  const employment = world.employments.get(link.employeeId);
  if (employment === undefined)
    return isCompleteRead(world.input.report) && world.employees.length >= world.input.report.employees;
  return employment.state === 'ended' || history.has(link.employeeId);
}

function historyByEmail(world: World, history: ReadonlyMap<string, string>): (email: string) => boolean {
  const emails = new Set<string>();
  for (const id of history.keys()) {
    const email = world.employeeById.get(id)?.workEmail;
    if (email != null) emails.add(email);
  }
  return (email) => emails.has(email);
}

function recordFinder(world: World): (link: Link) => Employee | undefined {
  const lastKnown = new Map((world.input.lastKnown ?? []).map((employee) => [employee.id, employee]));
  return ({ employeeId }) => world.employeeById.get(employeeId) ?? lastKnown.get(employeeId);
}

function endedByNumber(
  world: World,
  isOver: (link: Link) => boolean,
  recordOf: (link: Link) => Employee | undefined,
): ReadonlyMap<string, Link | null> {
  const byNumber = new Map<string, Link | null>();
  for (const link of world.linkByEmployee.values()) {
    const record = recordOf(link);
    if (record?.employeeNumber == null || !isOver(link)) continue;
    byNumber.set(record.employeeNumber, byNumber.has(record.employeeNumber) ? null : link);
  }
  return byNumber;
}

/** One member cannot be two people (rule L3). */
function disputeTwice(linkings: Map<string, Linking>, twice: ReadonlySet<string>): void {
  for (const [employeeId, found] of linkings) {
    if ((found.kind === 'first_link' || found.kind === 'relink') && twice.has(found.member.id)) {
      const reason = 'several employees would be linked to this member';
      linkings.set(employeeId, { kind: 'disputed', rule: 'L3', reason, member: found.member });
    }
  }
}

function claimsOf(linkings: ReadonlyMap<string, Linking>): LinkedWorld['claims'] {
  const claims = new Map<string, { kind: 'relink' | 'proposal'; employeeId: string }>();
  for (const [employeeId, found] of linkings) {
    if (found.kind === 'relink') claims.set(found.member.id, { kind: 'relink', employeeId });
    else if (found.kind === 'proposal' && !claims.has(found.member.id))
      claims.set(found.member.id, { kind: 'proposal', employeeId });
  }
  return claims;
}

/** Somebody who is in the scope of another connection and carries this member's address (rule S8). */
export function elsewhereOf(
  world: World,
  member: Member,
): { readonly connectionId: string; readonly employeeId: string } | undefined {
  const email = normaliseEmail(member.email) ?? '';
  const there = world.elsewhereByEmail.get(email);
  if (there == null || membersWith(world, email).length > 1) return undefined;
  const { connectionId, standing } = there;
  const isTaken = world.linkedElsewhere.has(employeeKey(connectionId, standing.employeeId));
  return isTaken ? undefined : { connectionId, employeeId: standing.employeeId };
}
