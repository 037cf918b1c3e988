import type { Link, Member } from '../directory/member.ts';
import { byText } from './by-text.ts';
import type { Lookup, OwnLinks, Person } from './person.ts';
import type { Search } from './search.ts';

/** The stored ties, by who they tie. A tie to a member who is not in the application any more ties nobody. */
export interface Ties {
  /** Of this connection. */
  readonly linkByEmployee: OwnLinks;
  /** Those of them whose employee is not in the read. */
  readonly absentLinks: ReadonlyMap<string, Link>;
  /** Of whatever connection. */
  readonly linkByMember: Lookup<Link> & { readonly size: number };
  /** Members whom several ties claim, which no run of ours leaves behind: nobody can say whose they are (rule L3). */
  readonly tornMembers: ReadonlySet<string>;
  /** Employees of this connection whose member was deleted in the application. */
  readonly orphans: ReadonlySet<string>;
  /** Employees of other connections who are linked, as `employeeKey`. */
  readonly linkedElsewhere: ReadonlySet<string>;
}

interface Tied {
  readonly connectionId: string;
  readonly holders: Search<Holder>;
  readonly persons: readonly Person[];
  readonly personById: Search<Person>;
}

/** A member, and the tie that holds them. */
export interface Holder {
  readonly member: Member;
  link: Link | undefined;
}

/** A person while ties are handed out. */
interface Untied {
  link: Link | undefined;
  member: Member | undefined;
}

/** Finds the ties, and hands each person of the read theirs. */
export function tiesOf(links: readonly Link[], tied: Tied): Ties {
  const { connectionId, holders, persons, personById } = tied;
  // Stores give ties in the order of people, and directories members in the order in which they were made, or nearly.
  const [holderOf, personOf] = [holders.inStep(), personById.inStep()];
  const absent = new Map<string, Link>();
  const orphans = new Set<string>();
  const linkedElsewhere = new Set<string>();
  let count = 0;
  let contradicted = false;
  for (const link of links) {
    const holder = holderOf(link.memberId);
    const isOwn = link.connectionId === connectionId;
    if (holder === undefined) {
      if (isOwn) orphans.add(link.employeeId);
      continue;
    }
    if (holder.link === undefined) count += 1;
    else contradicted = true;
    holder.link = link;
    if (!isOwn) linkedElsewhere.add(employeeKey(link.connectionId, link.employeeId));
    else contradicted = !tie(personOf(link.employeeId), { link, member: holder.member, absent }) || contradicted;
  }
  const torn = contradicted ? tornTies(links, connectionId, holders) : undefined;
  if (torn !== undefined) retie(torn, { ...tied, absent });
  const linkByEmployee = ownLinks(absent, { persons, personById });
  for (const employeeId of orphans) if (linkByEmployee.has(employeeId)) orphans.delete(employeeId);
  return {
    linkByEmployee,
    absentLinks: absent,
    linkByMember: { get: (id) => holders.get(id)?.link, has: (id) => holders.get(id)?.link !== undefined, size: count },
    tornMembers: torn?.tornMembers ?? new Set(),
    orphans,
    linkedElsewhere,
  };
}

/** False where the employee has a tie already. */
function tie(
  person: Untied | undefined,
  { link, member, absent }: { readonly link: Link; readonly member: Member; readonly absent: Map<string, Link> },
): boolean {
  if (person === undefined) {
    const isFirst = !absent.has(link.employeeId);
    absent.set(link.employeeId, link);
    return isFirst;
  }
  const isFirst = person.link === undefined;
  person.link = link;
  person.member = member;
  return isFirst;
}

function retie(
  { linkByEmployee, linkByMember }: TornTies,
  { absent, holders, persons, personById }: Tied & { readonly absent: Map<string, Link> },
): void {
  absent.clear();
  for (const person of persons) Object.assign(person, { link: undefined, member: undefined });
  for (const [memberId, link] of linkByMember) Object.assign(holders.get(memberId) ?? {}, { link });
  for (const link of linkByEmployee.values()) {
    const member = holders.get(link.memberId)?.member;
    if (member !== undefined) tie(personById.get(link.employeeId), { link, member, absent });
  }
}

function ownLinks(absent: ReadonlyMap<string, Link>, { persons, personById }: Pick<Tied, 'persons' | 'personById'>): OwnLinks {
  function* values(): Generator<Link, undefined, void> {
    for (const { link } of persons) if (link !== undefined) yield link;
    yield* absent.values();
  }
  return {
    get: (id) => personById.get(id)?.link ?? absent.get(id),
    has: (id) => personById.get(id)?.link !== undefined || absent.has(id),
    get size() {
      let count = absent.size;
      for (const { link } of persons) if (link !== undefined) count += 1;
      return count;
    },
    values,
  };
}

interface TornTies {
  readonly linkByEmployee: ReadonlyMap<string, Link>;
  readonly linkByMember: ReadonlyMap<string, Link>;
  readonly tornMembers: ReadonlySet<string>;
}

/** Ties that contradict each other: which of them is named must not depend on their order. */
function tornTies(links: readonly Link[], connectionId: string, members: Pick<Search<Holder>, 'has'>): TornTies {
  const linkByEmployee = new Map<string, Link>();
  const linkByMember = new Map<string, Link>();
  const tornMembers = new Set<string>();
  for (const link of links) {
    if (!members.has(link.memberId)) continue;
    const rival = linkByMember.get(link.memberId);
    if (rival !== undefined) tornMembers.add(link.memberId);
    if (rival === undefined || isBefore(link, rival, connectionId)) linkByMember.set(link.memberId, link);
    if (link.connectionId !== connectionId) continue;
    const other = linkByEmployee.get(link.employeeId);
    if (other !== undefined) tornMembers.add(other.memberId).add(link.memberId);
    if (other === undefined || link.memberId < other.memberId) linkByEmployee.set(link.employeeId, link);
  }
  return { linkByEmployee, linkByMember, tornMembers };
}

/** One order for all inputs: this connection first. */
function isBefore(a: Link, b: Link, connectionId: string): boolean {
  const isOwn = Number(b.connectionId === connectionId) - Number(a.connectionId === connectionId);
  return (isOwn || byText(a.connectionId, b.connectionId) || byText(a.employeeId, b.employeeId)) < 0;
}

/** One text for an employee of a connection; ids hold no newline. */
export function employeeKey(connectionId: string, employeeId: string): string {
  return `${connectionId}\n${employeeId}`;
}
