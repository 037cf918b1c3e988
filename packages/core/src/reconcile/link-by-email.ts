import { normaliseEmail } from '../normalise/email.ts';
import type { Employee } from '../employee/employee.ts';
import type { Link, Member } from '../directory/member.ts';
import type { RuleId } from './rule-id.ts';

export type Linking =
  | { readonly kind: 'linked'; readonly member: Member; readonly link: Link }
  | { readonly kind: 'first_link'; readonly member: Member }
  | { readonly kind: 'disputed'; readonly rule: RuleId; readonly reason: string; readonly member: Member | undefined }
  | { readonly kind: 'none' };

export interface LinkInput {
  readonly employees: readonly Employee[];
  readonly members: readonly Member[];
  readonly links: readonly Link[];
  /** Only they may be linked for the first time. */
  readonly mayLink: (employee: Employee) => boolean;
}

/** Rules L1 to L4: whom each employee is, by the stored link or else by one unambiguous work e-mail. */
export function linkByEmail({ employees, members, links, mayLink }: LinkInput): (employee: Employee) => Linking {
  const memberById = new Map(members.map((member) => [member.id, member]));
  const linkByEmployee = new Map(links.map((link) => [link.employeeId, link]));
  const linkedMembers = new Map(links.map((link) => [link.memberId, link.employeeId]));
  const membersByEmail = groupBy(members, (member) => normaliseEmail(member.email));
  const claims = groupBy(
    employees.filter((employee) => !linkByEmployee.has(employee.id) && mayLink(employee)),
    ({ workEmail }) => workEmail ?? undefined,
  );
  return (employee) => {
    const link = linkByEmployee.get(employee.id);
    const linked = link && memberById.get(link.memberId);
    if (link !== undefined && linked !== undefined) return { kind: 'linked', link, member: linked };
    const found = employee.workEmail == null ? [] : (membersByEmail.get(employee.workEmail) ?? []);
    const [member] = found;
    const rivals = employee.workEmail == null ? 0 : (claims.get(employee.workEmail)?.length ?? 0);
    // Two people with one address are two claims on whoever holds it, whether a member exists yet or not.
    if (rivals > 1) return { kind: 'disputed', rule: 'L3', member, reason: `${String(rivals)} employees carry this work e-mail` };
    if (member === undefined) return { kind: 'none' };
    if (found.length > 1)
      return { kind: 'disputed', rule: 'L3', member, reason: `${String(found.length)} members carry this work e-mail` };
    if (linkedMembers.has(member.id))
      return { kind: 'disputed', rule: 'L4', member, reason: 'the member with this work e-mail is linked to another employee' };
    return { kind: 'first_link', member };
  };
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
