import type { Link, Member } from '../directory/member.ts';
import { byText } from './by-text.ts';

/** The stored ties, by who they tie. A tie to a member who is not in the application any more ties nobody. */
export interface Ties {
  /** Of this connection. */
  readonly linkByEmployee: ReadonlyMap<string, Link>;
  /** Of whatever connection. */
  readonly linkByMember: ReadonlyMap<string, Link>;
  /** Members whom several ties claim, which no run of ours leaves behind: nobody can say whose they are (rule L3). */
  readonly tornMembers: ReadonlySet<string>;
  /** Employees of this connection whose member was deleted in the application. */
  readonly orphans: ReadonlySet<string>;
  /** Employees of other connections who are linked, as `employeeKey`. */
  readonly linkedElsewhere: ReadonlySet<string>;
}

export function tiesOf(links: readonly Link[], connectionId: string, memberById: Pick<ReadonlyMap<string, Member>, 'has'>): Ties {
  const linkByEmployee = new Map<string, Link>();
  const linkByMember = new Map<string, Link>();
  const orphans = new Set<string>();
  const linkedElsewhere = new Set<string>();
  let count = 0;
  let own = 0;
  for (const link of links) {
    const isOwn = link.connectionId === connectionId;
    if (!memberById.has(link.memberId)) {
      if (isOwn) orphans.add(link.employeeId);
      continue;
    }
    count += 1;
    linkByMember.set(link.memberId, link);
    if (isOwn) {
      own += 1;
      linkByEmployee.set(link.employeeId, link);
    } else linkedElsewhere.add(employeeKey(link.connectionId, link.employeeId));
  }
  for (const employeeId of orphans) if (linkByEmployee.has(employeeId)) orphans.delete(employeeId);
  const isSound = linkByMember.size === count && linkByEmployee.size === own;
  const torn = isSound ? soundTies : tornTies(links, connectionId, memberById);
  return { linkByEmployee, linkByMember, ...torn, orphans, linkedElsewhere };
}

const soundTies: Pick<Ties, 'tornMembers'> = { tornMembers: new Set() };

/** Ties that contradict each other: which of them is named must not depend on their order. */
function tornTies(
  links: readonly Link[],
  connectionId: string,
  memberById: Pick<ReadonlyMap<string, Member>, 'has'>,
): Pick<Ties, 'linkByEmployee' | 'linkByMember' | 'tornMembers'> {
  const linkByEmployee = new Map<string, Link>();
  const linkByMember = new Map<string, Link>();
  const tornMembers = new Set<string>();
  for (const link of links) {
    if (!memberById.has(link.memberId)) continue;
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
