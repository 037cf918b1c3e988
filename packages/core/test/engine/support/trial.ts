import {
  AuthError,
  hasAccess,
  RollcallError,
  UnavailableError,
  type Employee,
  type Member,
  type Run,
} from '../../../src/index.ts';
import { employee } from '../../plan/world.ts';
import type { HandEdit, ReadKind, Setting, Step } from './history.ts';
import { Judge, judge, type Entitlement, type Read, type Snapshot } from './judge.ts';
import { paperVendor, type PaperVendor } from './paper-vendor.ts';
import { admin, connectVendor, createStage, type Stage } from './stage.ts';

const dayMs = 86_400_000;
const nobody: Entitlement = { eligible: new Set(), grounds: new Map() };

export interface TrialOptions {
  /** In which the vendor lists people. Default: as they came. */
  readonly order?: (people: Employee[]) => Employee[];
}

/** A company, its HR system and its application living through a history; every act of the engine is judged. */
export class Trial {
  readonly stage: Stage;
  readonly vendor: PaperVendor;
  readonly told: string[] = [];
  connectionId = '';
  people: Employee[] = [];
  readonly #judge: Judge;
  readonly #order: (people: Employee[]) => Employee[];
  readonly #vanished: Employee[] = [];
  readonly #endedByHand = new Set<string>();
  /** Given back by hand since the last plan: taken again before the next one, nobody can tell that it ever was. */
  readonly #unseen = new Set<string>();
  readonly #calledOff = new Map<string, string>();
  /** Eligible when they were last read. */
  readonly #listed = new Set<string>();
  readonly #known = new Map<string, Employee>();
  #time = Date.parse('2026-11-02T09:00:00Z');
  #ids = 0;
  #planned = nobody;
  #held = nobody;

  constructor(setting: Setting, { order = (people) => people }: TrialOptions = {}) {
    this.vendor = paperVendor('paper', { pageSize: 5, get: setting.canAsk });
    this.stage = createStage({ vendors: [this.vendor] });
    this.#judge = new Judge(setting);
    this.#order = order;
  }

  static async begin(setting: Setting, options?: TrialOptions): Promise<Trial> {
    const trial = new Trial(setting, options);
    trial.people = setting.people.map(({ facts }) => trial.#hire(facts));
    for (const [index, { address, manager }] of setting.people.entries()) {
      if (address !== null) trial.#edit(index, { workEmail: trial.#at(address)?.workEmail ?? null });
      trial.#edit(index, { managerId: manager === null ? null : (trial.#at(manager)?.id ?? null) });
    }
    trial.told.push(
      ...trial.people.map((one) => JSON.stringify(one)),
      JSON.stringify(setting.policy),
      JSON.stringify(setting.filter),
    );
    await trial.#acts('connect', async () => {
      const read = trial.#offer('good', 0);
      trial.connectionId = await connectVendor(trial.stage, trial.vendor, {
        policy: setting.policy,
        configuration: { filter: setting.filter },
      });
      await trial.#planWith(read);
      return trial.#planned;
    });
    return trial;
  }

  /** @throws the failed expectation, with the whole history in its message. */
  async live(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step);
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'sync':
        await this.sync(step.read, step.who);
        return;
      case 'approve':
      case 'reject':
        return this.#answer(step.do);
      case 'invite':
        return this.#invite(step.who);
      case 'pause':
      case 'resume':
        return this.#acts(step.do, async () => {
          const { acme } = this.stage;
          const by = { actor: admin };
          await refusable(step.do === 'pause' ? acme.pause(this.connectionId, by) : acme.resume(this.connectionId, by));
          return nobody;
        });
      case 'by hand':
        return this.#byHand(step.who, step.edit);
      case 'new member':
        return this.#newMember(step.who);
      case 'later':
        this.told.push(`later: ${String(step.days)} days`);
        this.#later(step.days * dayMs);
        return;
      default:
        this.#change(step);
    }
  }

  /** Undefined where the connection may not sync now. */
  async sync(kind: ReadKind = 'good', who = 0): Promise<Run | undefined> {
    let run: Run | undefined;
    this.#later(60_000);
    await this.#acts(`sync (${kind}${kind === 'hides' || kind === 'twice' ? ` ${this.#at(who)?.id ?? ''}` : ''})`, async () => {
      const read = this.#offer(kind, who);
      const result = await refusable(this.stage.acme.sync(this.connectionId));
      this.#offer('good', 0);
      run = result?.run;
      if (run === undefined || run.state === 'failed') return nobody;
      this.told.push(`  ${run.state}, held: ${run.held?.reason ?? 'nothing'}, ${JSON.stringify(run.summary?.operations)}`);
      await this.#planWith(read);
      if (run.held !== null) this.#held = this.#planned;
      return run.held?.rule === 'S6' ? nobody : this.#planned;
    });
    return run;
  }

  async snapshot(): Promise<Snapshot> {
    const members = await this.stage.directory.members();
    const links = this.connectionId === '' ? [] : await this.stage.store.links.ofConnection(this.connectionId);
    return { members: new Map(members.map((member) => [member.id, member])), links };
  }

  get today(): string {
    return new Date(this.#time).toISOString().slice(0, 10);
  }

  #later(ms: number): void {
    this.#time += ms;
    this.stage.later(ms);
  }

  /** Does something with the engine, and judges what came of it. */
  async #acts(what: string, work: () => Promise<Entitlement>): Promise<void> {
    this.told.push(`${this.today} ${what}`);
    const before = await this.snapshot();
    try {
      const entitled = await work();
      const after = await this.snapshot();
      judge({
        before,
        after,
        entitled,
        today: this.today,
        endedByHand: this.#endedByHand,
        calledOff: this.#calledOff,
        workEmails: new Map([...this.#known].map(([id, { workEmail }]) => [id, workEmail])),
      });
    } catch (error) {
      throw this.explain(error);
    }
  }

  explain(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    return Object.assign(new TypeError(`${message}\n\n${this.told.join('\n')}\n`), { stack: '' });
  }

  #offer(kind: ReadKind, who: number): Read | undefined {
    const { vendor } = this;
    const person = this.#at(who);
    if (kind === 'twice' && person === undefined) return this.#offer('good', 0);
    vendor.complete = kind !== 'partial';
    vendor.fails =
      kind === 'broken'
        ? new UnavailableError({ code: 'vendor_down', vendor: 'paper', message: 'down' })
        : kind === 'refused'
          ? new AuthError({ code: 'credentials_rejected', vendor: 'paper', message: 'refused', hint: 'Ask.' })
          : undefined;
    let shown = [...this.people];
    if (kind === 'partial') shown = shown.filter((_, index) => index % 2 === 0);
    if (kind === 'empty') shown = [];
    if (kind === 'hides') shown = shown.filter((one) => one !== person);
    const unique = kind === 'twice' ? shown.filter((one) => one !== person) : shown;
    if (kind === 'twice' && person !== undefined) shown.push({ ...person, status: 'terminated', terminationDate: null });
    vendor.employees = this.#order(shown);
    if (vendor.fails !== undefined) return undefined;
    const complete = kind !== 'partial' && kind !== 'twice' && shown.length > 0;
    return { people: new Map(unique.map((one) => [one.id, one])), complete };
  }

  async #planWith(read: Read | undefined): Promise<void> {
    if (read === undefined) return;
    this.#unseen.clear();
    if (read.complete) this.#known.clear();
    for (const [id, one] of read.people) this.#known.set(id, one);
    const links = await this.stage.store.links.ofConnection(this.connectionId);
    this.#planned = this.#judge.entitlement(
      read,
      links.map(({ employeeId }) => employeeId),
      this.today,
    );
    if (read.complete) this.#listed.clear();
    for (const id of read.people.keys()) {
      if (this.#planned.eligible.has(id)) this.#listed.add(id);
      else this.#listed.delete(id);
    }
  }

  async #answer(answer: 'approve' | 'reject'): Promise<void> {
    const { acme } = this.stage;
    const held = await acme.held(this.connectionId);
    if (held === null) return;
    await this.#acts(answer, async () => {
      const by = { actor: admin, planHash: held.planHash };
      if (answer === 'approve') {
        await refusable(acme.approve(this.connectionId, by));
        return this.#held;
      }
      if ((await refusable(acme.reject(this.connectionId, by))) === undefined) return nobody;
      for (const { employeeId } of held.operations) {
        const ground = this.#held.grounds.get(employeeId ?? '');
        if (ground !== undefined && employeeId !== null) this.#calledOff.set(employeeId, ground.why);
      }
      return nobody;
    });
  }

  async #invite(who: number): Promise<void> {
    const { acme } = this.stage;
    const { people } = await acme.candidates(this.connectionId);
    const chosen = people[who % Math.max(1, people.length)];
    if (chosen === undefined) return;
    await this.#acts(`invite ${chosen.employeeId}`, async () => {
      await refusable(acme.invite(this.connectionId, { actor: admin, employeeIds: [chosen.employeeId] }));
      // The list is as good as the last read of each person.
      return { eligible: new Set(this.#listed), grounds: new Map() };
    });
  }

  async #byHand(who: number, edit: HandEdit): Promise<void> {
    const { directory } = this.stage;
    const members = await directory.members();
    const member = members[who % Math.max(1, members.length)];
    if (member === undefined) return;
    this.told.push(`by hand: ${edit} ${member.id} (${member.email}, ${member.status})`);
    const key = `by hand ${String(this.told.length)}`;
    if (edit === 'revoke' && hasAccess(member) && !member.protected) {
      await directory.revoke(member.id, key);
      if (!this.#unseen.has(member.id)) this.#endedByHand.add(member.id);
    } else if (edit === 'reactivate') {
      await directory.reactivate(member.id, key);
      if (!hasAccess(member) && !this.#endedByHand.delete(member.id)) this.#unseen.add(member.id);
    } else if (edit === 'protect' || edit === 'unprotect') directory.setProtected(member.id, edit === 'protect');
    else if (edit === 'email')
      await directory.changeEmail(member.id, `hand-${member.id}@fjordkiste.example`, { verify: false }, key);
    else if (edit === 'delete') directory.remove(member.id);
    else if (edit === 'job title') await directory.update(member.id, { jobTitle: 'By hand' }, key);
    else if (edit === 'accept') directory.accept(member.id);
  }

  async #newMember(who: number): Promise<void> {
    const email = this.#at(who)?.workEmail ?? `manual-${String(who)}@fjordkiste.example`;
    const taken = (await this.stage.directory.members()).some((member: Member) => member.email === email);
    if (taken) return;
    const { id } = this.stage.directory.add({ email });
    this.told.push(`by hand: new member ${id} (${email})`);
  }

  #change(step: Step): void {
    const who = 'who' in step ? step.who : 0;
    const person = this.#at(who);
    const index = person === undefined ? -1 : this.people.indexOf(person);
    if (step.do === 'join') this.people.push(this.#hire({}));
    else if (step.do === 'reappear') this.people.push(...this.#vanished.splice(0, 1));
    else if (person === undefined) return;
    else if (step.do === 'vanish') this.#vanished.push(...this.people.splice(index, 1));
    else if (step.do === 'hr') this.#edit(index, step.edit);
    else if (step.do === 'address')
      this.#edit(index, {
        workEmail: step.of === null ? `new-${person.id}@fjordkiste.example` : (this.#at(step.of)?.workEmail ?? null),
      });
    else if (step.do === 'manager') this.#edit(index, { managerId: step.is === null ? null : (this.#at(step.is)?.id ?? null) });
    else if (step.do === 'new id') {
      this.#edit(index, { status: 'terminated', terminationDate: '2026-10-31' });
      this.people.push({ ...person, id: this.#nextId(), status: 'active', startDate: '2026-11-01', terminationDate: null });
    }
    this.told.push(
      `hr: ${step.do} ${person?.id ?? ''} ${JSON.stringify(this.people.find(({ id }) => id === person?.id) ?? null)}`,
    );
  }

  #hire(facts: Partial<Employee>): Employee {
    const id = this.#nextId();
    return employee(id, { employeeNumber: `N-${id}`, department: { name: 'Boats' }, ...facts });
  }

  #nextId(): string {
    this.#ids += 1;
    return String(this.#ids).padStart(3, '0');
  }

  #at(index: number): Employee | undefined {
    return this.people[index % Math.max(1, this.people.length)];
  }

  #edit(index: number, change: Partial<Employee>): void {
    const before = this.people[index];
    if (before !== undefined) this.people[index] = { ...before, ...change };
  }
}

const refusals = new Set(['EngineError', 'PlanError', 'ConfigError']);

/** What the engine refuses in so many words is an answer, not a fault. */
async function refusable<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (RollcallError.isInstance(error) && refusals.has(error.name)) return undefined;
    throw error;
  }
}
