import { expect } from 'vitest';
import { hasAccess, normaliseEmail, type Employee, type Link, type Member } from '../../../src/index.ts';
import type { Setting } from './history.ts';

/** What a read entitles the engine to, worked out from the rules without the engine's own code. */
export interface Entitlement {
  readonly eligible: ReadonlySet<string>;
  /** Who may lose access, why, and the first day on which they may. */
  readonly grounds: ReadonlyMap<string, { readonly why: string; readonly from: string }>;
}

export interface Snapshot {
  readonly members: ReadonlyMap<string, Member>;
  readonly links: readonly Link[];
}

export interface Read {
  /** What came, in any order; ids that came twice are left out. */
  readonly people: ReadonlyMap<string, Employee>;
  readonly complete: boolean;
}

/** Counts what only a memory of all reads can tell: who has been absent for how long, and since when somebody may go. */
export class Judge {
  readonly #setting: Setting;
  readonly #absent = new Map<string, number>();
  readonly #since = new Map<string, string>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Of a read that was planned with. `linked`: everybody with a tie. */
  entitlement(read: Read, linked: readonly string[], today: string): Entitlement {
    const { policy } = this.#setting;
    const eligible = this.#eligibleOf(read.people, today);
    const grounds = new Map<string, { why: string; from: string }>();
    for (const id of read.people.keys()) this.#absent.delete(id);
    for (const id of linked) {
      const employee = read.people.get(id);
      if (employee === undefined && !read.complete) continue;
      const why = employee === undefined ? this.#whyAbsent(id) : this.#whyPresent(employee, today);
      if (why === undefined) {
        this.#since.delete(id);
        continue;
      }
      const since = this.#since.get(id) ?? today;
      this.#since.set(id, since);
      const lastDay = employee?.terminationDate ?? null;
      const begin = lastDay !== null && why === 'ended' && plusDays(lastDay, 1) < since ? plusDays(lastDay, 1) : since;
      grounds.set(id, { why, from: plusDays(begin, policy.leaverDelayDays ?? 0) });
    }
    return { eligible, grounds };
  }

  /** Who may have access, by these records. */
  #eligibleOf(people: Read['people'], today: string): ReadonlySet<string> {
    const may = [...people.values()].filter((one) => isEligible(one, today) && this.#isInFilter(one) === true);
    return new Set(may.map(({ id }) => id));
  }

  #whyAbsent(id: string): string | undefined {
    const reads = (this.#absent.get(id) ?? 0) + 1;
    this.#absent.set(id, reads);
    return this.#setting.canAsk || reads >= (this.#setting.policy.missingReads ?? 2) ? 'absent' : undefined;
  }

  #whyPresent(employee: Employee, today: string): string | undefined {
    if (hasEnded(employee, today)) return 'ended';
    const out = this.#setting.policy.outOfScope === 'remove' && employee.status !== 'unknown';
    return out && this.#isInFilter(employee) === false ? 'out of scope' : undefined;
  }

  /** Undefined: the field was not delivered. */
  #isInFilter({ department }: Employee): boolean | undefined {
    const { conditions } = this.#setting.filter as {
      conditions?: readonly { is: string; values: readonly string[] }[];
    };
    const condition = conditions?.[0];
    if (condition === undefined) return true;
    if (department === undefined) return undefined;
    const isOne = condition.values.some((value) => value.toLowerCase() === department?.name?.toLowerCase());
    return condition.is === 'one_of' ? isOne : !isOne;
  }
}

function hasEnded({ status, startDate, terminationDate }: Employee, today: string): boolean {
  if (status === 'unknown') return false;
  const lastDay = terminationDate != null && startDate != null && terminationDate < startDate ? null : (terminationDate ?? null);
  return (lastDay !== null && lastDay < today) || (lastDay === null && status === 'terminated');
}

function isEligible(employee: Employee, today: string): boolean {
  const { status, startDate } = employee;
  if (hasEnded(employee, today) || status === 'unknown' || status === 'terminated') return false;
  return status === 'preboarding' ? startDate != null && startDate <= today : (startDate ?? today) <= today;
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Verdict {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly entitled: Entitlement;
  readonly today: string;
  readonly workEmails: ReadonlyMap<string, string | null | undefined>;
  /** Members whose access was ended in the application. */
  readonly endedByHand: ReadonlySet<string>;
  /** Employees whose removal somebody called off on these grounds. */
  readonly calledOff: ReadonlyMap<string, string>;
}

/** What no run may ever do, whatever it was told. */
export function judge({ before, after, ...verdict }: Verdict): void {
  const [ties, tiesNow] = [tiesOf(before.links), tiesOf(after.links)];
  expect(new Set(after.links.map(({ memberId }) => memberId)).size, 'a member linked twice').toBe(after.links.length);
  for (const [id, member] of before.members) {
    const now = after.members.get(id);
    expect(now, 'a member was deleted').toBeDefined();
    if (now === undefined) continue;
    const employeeId = ties.get(id);
    if (employeeId === undefined) {
      if (tiesNow.has(id)) judgeFirstLink(member, now);
      else expect(now, `manual member ${id} was touched`).toEqual(member);
      continue;
    }
    if (hasAccess(member) && !hasAccess(now)) judgeLoss({ ...verdict, member, employeeId });
    if (!hasAccess(member) && hasAccess(now)) {
      expect(verdict.endedByHand.has(id), `${id} got back what was ended by hand`).toBe(false);
      expect(verdict.entitled.eligible.has(tiesNow.get(id) ?? employeeId), `${id} got access without being eligible`).toBe(true);
    }
  }
  judgeNew({ before, after, ...verdict }, tiesNow);
}

/** Linking keeps address and rights, and takes nobody in who had more or less than ordinary ones. */
function judgeFirstLink(member: Member, now: Member): void {
  expect(member.protected || !hasAccess(member), `${member.id} was linked unasked`).toBe(false);
  const { email, status, protected: guarded } = member;
  expect(now, `${member.id} was changed by being linked`).toMatchObject({ email, status, protected: guarded });
}

function judgeLoss(
  loss: Pick<Verdict, 'entitled' | 'today' | 'calledOff'> & { readonly member: Member; readonly employeeId: string },
): void {
  const { member, employeeId, entitled, today } = loss;
  expect(member.protected, `${employeeId} is protected and lost access`).toBe(false);
  const ground = entitled.grounds.get(employeeId);
  expect(ground, `${employeeId} lost access without any ground`).toBeDefined();
  expect(today >= (ground?.from ?? ''), `${employeeId} lost access on ${today}, before ${ground?.from ?? ''}`).toBe(true);
  expect(loss.calledOff.get(employeeId), `${employeeId} lost access after that was called off`).not.toBe(ground?.why);
}

function judgeNew({ before, after, entitled, workEmails }: Verdict, tiesNow: ReadonlyMap<string, string>): void {
  const addresses = new Set([...before.members.values()].map(({ email }) => normaliseEmail(email)));
  const tied = new Set(before.links.filter(({ memberId }) => before.members.has(memberId)).map(({ employeeId }) => employeeId));
  for (const [id, member] of after.members) {
    if (before.members.has(id)) continue;
    const employeeId = tiesNow.get(id);
    expect(employeeId, `${id} was created for nobody`).toBeDefined();
    expect(entitled.eligible.has(employeeId ?? ''), `${employeeId ?? ''} was created without being eligible`).toBe(true);
    expect(tied.has(employeeId ?? ''), `${employeeId ?? ''} got a second member`).toBe(false);
    expect(addresses.has(normaliseEmail(member.email)), `${member.email} got a second member`).toBe(false);
    expect(member.email, 'not their work e-mail').toBe(workEmails.get(employeeId ?? ''));
  }
}

export function tiesOf(links: readonly Link[]): Map<string, string> {
  return new Map(links.map(({ memberId, employeeId }) => [memberId, employeeId]));
}
