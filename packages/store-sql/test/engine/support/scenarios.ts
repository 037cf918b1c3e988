import { RollcallError, type Employee, type Run } from '@rollcall/core';
import { createCompany, large, small, type Company } from './company.ts';
import { admin, type Stage } from './stage.ts';

/** What the action needs to know of what was prepared. */
export interface Ask {
  readonly connectionId: string;
  readonly planHash: string;
  readonly runId: string;
  readonly undoHash: string;
}

type Act = (stage: Stage, ask: Ask) => Promise<unknown>;

/** Something an engine does, which may be cut short at any step. */
export interface Scenario {
  readonly employees: readonly Employee[];
  readonly inBatch: boolean;
  readonly applyBatchSize: number;
  /** Everything before it. */
  readonly prepare: (stage: Stage) => Promise<Ask>;
  /** What is cut short. */
  readonly act: Act;
  /** What may happen after it was, in a new process; each on its own leads to the same end. */
  readonly recoveries: Readonly<Record<string, Act>>;
  /** What happens in any case in the end. */
  readonly then: Act;
}

const everything = {
  preset: 'autoProvision',
  managedFields: ['firstName', 'lastName', 'jobTitle', 'department', 'employeeNumber', 'manager'],
  emailChange: 'apply',
  guard: { removals: 1000, share: 1 },
  // Nobody becomes a leaver by one read more.
  missingReads: 30,
  pendingInvitations: 'withdraw',
};
const inviteGated = { preset: 'inviteGated', guard: { removals: 1000, share: 1 } };
const guarded = { ...everything, guard: { removals: 3, share: 0.1 } };

const bigCompany = createCompany(large);
export const company = createCompany(small);

interface Setting {
  readonly policy: unknown;
  readonly teamSync?: boolean;
  readonly filter?: unknown;
  readonly connector?: string;
}

const nothing: Omit<Ask, 'connectionId'> = { planHash: '', runId: '', undoHash: '' };
const none: Act = () => Promise.resolve();
const sync: Act = ({ acme }, { connectionId }) => acme.sync(connectionId);
const confirm: Act = ({ acme }, { connectionId, planHash }) => acme.confirm(connectionId, { actor: admin, planHash });
const undoOf =
  (employeeId?: string): Act =>
  ({ acme }, { connectionId, runId, undoHash: hash }) =>
    acme.undo(connectionId, { actor: admin, runId, hash, ...(employeeId !== undefined && { employeeId }) });
const approve: Act = async ({ acme }, { connectionId }) => {
  const held = await acme.held(connectionId);
  return held === null ? undefined : acme.approve(connectionId, { actor: admin, planHash: held.planHash });
};
const invite: Act = ({ acme }, { connectionId }) => {
  const employeeIds = company.before.slice(2, 9).map(({ id }) => id);
  return acme.invite(connectionId, { actor: admin, employeeIds, access: 'card' });
};
const disconnect: Act = ({ acme }, { connectionId }) => acme.disconnect(connectionId, { actor: admin });
const due: Act = ({ engine }) => engine.runDue();

/** Also when it is refused, because it was done already or makes no sense any more: the end state tells. */
const tried =
  (act: Act): Act =>
  async (stage, ask) => {
    try {
      await act(stage, ask);
    } catch (error) {
      const codes = ['plan_unknown', 'plan_outdated', 'state_invalid', 'config_invalid'];
      if (!RollcallError.isInstance(error) || !codes.includes(error.code)) throw error;
    }
  };
const inTurn =
  (...acts: readonly Act[]): Act =>
  async (stage, ask) => {
    for (const act of acts) await act(stage, ask);
  };

const batched = { inBatch: true, applyBatchSize: 12 };

function syncOf({ before, after, byHand, sameAs }: Company): Omit<Scenario, 'inBatch' | 'applyBatchSize'> {
  return {
    employees: after,
    async prepare(stage) {
      const connectionId = await connected(stage, before, { policy: everything, teamSync: true });
      for (const member of byHand) await stage.directory.addMember(member);
      const links = await stage.store.links.ofConnection(connectionId);
      for (const [employeeId, same] of Object.entries(sameAs)) {
        const memberId = links.find((link) => link.employeeId === same)?.memberId ?? '';
        const said = { by: admin, at: '2026-11-02T10:00:00.000Z', evidence: null };
        await stage.store.resolutions.put({ connectionId, employeeId, kind: 'same_person', memberId, ...said });
      }
      return { ...nothing, connectionId };
    },
    act: sync,
    recoveries: { 'the next sync': sync },
    // The one after it finds nothing to do; it only shows everybody as they are now.
    then: sync,
  };
}

export const scenarios = {
  'sync of 500 people': { ...syncOf(bigCompany), inBatch: true, applyBatchSize: 300 },
  'sync without batches': { ...syncOf(company), inBatch: false, applyBatchSize: 10 },
  'the first confirmation': {
    ...batched,
    employees: company.after,
    async prepare(stage) {
      for (const member of company.byHand) await stage.directory.addMember(member);
      const connectionId = await configured(stage, { policy: everything, teamSync: true });
      return { ...nothing, connectionId, planHash: await previewed(stage, connectionId) };
    },
    act: confirm,
    recoveries: { 'confirmed again': tried(confirm), 'when it is due': inTurn(due, tried(confirm)) },
    then: sync,
  },
  'the confirmation of a change': {
    ...batched,
    employees: company.before,
    async prepare(stage) {
      const connectionId = await connected(stage, company.before, { policy: everything });
      const conditions = [{ field: 'department', is: 'none_of', values: ['Harbour'] }];
      await configure(stage, connectionId, { policy: everything, teamSync: true, filter: { match: 'all', conditions } });
      return { ...nothing, connectionId, planHash: await previewed(stage, connectionId) };
    },
    act: confirm,
    // A sync in between must not follow what was confirmed before.
    recoveries: { 'confirmed again': tried(confirm), 'the next sync': inTurn(sync, tried(confirm)) },
    then: sync,
  },
  approve: {
    ...batched,
    employees: allGone(company),
    async prepare(stage) {
      const connectionId = await connected(stage, company.before, { policy: guarded });
      stage.says(allGone(company));
      stage.at('2026-11-02T11:00:00Z');
      await stage.acme.sync(connectionId);
      return { ...nothing, connectionId };
    },
    act: approve,
    recoveries: { 'approved again': tried(approve), 'the next sync': inTurn(sync, approve) },
    then: sync,
  },
  invite: {
    ...batched,
    employees: company.before,
    async prepare(stage) {
      return { ...nothing, connectionId: await connected(stage, company.before, { policy: inviteGated }) };
    },
    act: invite,
    recoveries: { 'invited again': tried(invite), 'the next sync': inTurn(sync, tried(invite)) },
    then: sync,
  },
  undo: {
    ...batched,
    employees: company.after,
    prepare: (stage) => syncedToUndo(stage),
    act: undoOf(),
    recoveries: { 'undone again': tried(undoOf()), 'the next sync': inTurn(tried(sync), tried(undoOf())) },
    then: none,
  },
  'undo for one person': {
    ...batched,
    employees: company.after,
    prepare: (stage) => syncedToUndo(stage, 'leavers-001'),
    act: undoOf('leavers-001'),
    recoveries: {
      'undone again': tried(undoOf('leavers-001')),
      'the next sync': inTurn(sync, tried(undoOf('leavers-001'))),
    },
    then: sync,
  },
  disconnect: {
    ...batched,
    employees: company.after,
    async prepare(stage) {
      const connectionId = await connected(stage, company.before, { policy: everything, teamSync: true });
      await syncedAfter(stage, connectionId);
      return { ...nothing, connectionId };
    },
    act: disconnect,
    recoveries: { 'disconnected again': disconnect, 'when it is due': inTurn(due, disconnect, disconnect) },
    then: none,
  },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

async function syncedToUndo(stage: Stage, employeeId?: string): Promise<Ask> {
  const connectionId = await connected(stage, company.before, { policy: everything });
  const run = await syncedAfter(stage, connectionId);
  const target = { runId: run.id, ...(employeeId !== undefined && { employeeId }) };
  const { hash } = await stage.acme.previewUndo(connectionId, target);
  return { ...nothing, connectionId, runId: run.id, undoHash: hash };
}

/** The second day, until everybody is shown as they are. */
async function syncedAfter(stage: Stage, connectionId: string): Promise<Run> {
  stage.says(company.after);
  stage.at('2026-11-02T11:00:00Z');
  const { run } = await stage.acme.sync(connectionId);
  await stage.acme.sync(connectionId);
  return run;
}

function allGone({ before }: Company): readonly Employee[] {
  return before.map((employee, index) =>
    index < 5 ? employee : { ...employee, status: 'terminated' as const, terminationDate: '2026-10-31' },
  );
}

/** Connects the other HR system of the customer, with nobody in it. */
export async function connectOther(stage: Stage): Promise<string> {
  const connectionId = await configured(stage, { policy: everything, connector: 'other' });
  const planHash = await previewed(stage, connectionId);
  await stage.acme.confirm(connectionId, { actor: admin, planHash });
  return connectionId;
}

/** Connected and confirmed with these people, who have all accepted. */
async function connected(stage: Stage, people: readonly Employee[], setting: Setting): Promise<string> {
  stage.says(people);
  const connectionId = await configured(stage, setting);
  const planHash = await previewed(stage, connectionId);
  await stage.acme.confirm(connectionId, { actor: admin, planHash });
  for (const { id } of await stage.directory.members()) await stage.directory.accept(id);
  // Their acceptance is seen by the first sync, and the one that is tested has other things to see.
  stage.at('2026-11-02T10:00:00Z');
  await stage.acme.sync(connectionId);
  return connectionId;
}

async function configured(stage: Stage, setting: Setting): Promise<string> {
  const { acme, password } = stage;
  await stage.store.migrate();
  const connector = setting.connector ?? 'paper';
  const { connection } = await acme.connect({ actor: admin, connector, config: { password } });
  await configure(stage, connection.id, setting);
  return connection.id;
}

async function configure({ acme }: Stage, connectionId: string, { policy, teamSync = false, filter }: Setting): Promise<void> {
  const configuration = { filter: filter ?? { match: 'everybody' }, entities: null, policy };
  await acme.configure(connectionId, { actor: admin, configuration, teamSync });
}

async function previewed({ acme }: Stage, connectionId: string): Promise<string> {
  const { plan, run } = await acme.preview(connectionId, { actor: admin });
  if (plan === undefined) throw new TypeError(`the preview failed: ${run.error?.message ?? ''}`);
  return plan.hash;
}
