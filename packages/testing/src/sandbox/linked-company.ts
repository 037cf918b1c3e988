import {
  autoProvision,
  createEngine,
  createMemoryStore,
  hasAccess,
  type Actor,
  type AnyConnector,
  type CustomerEngine,
  type DirectoryTeam,
  type Employee,
  type HttpOptions,
  type Link,
  type Member,
  type RunResult,
  type Store,
} from '@rollcall/core';
import { createTwin, startSandbox, stateOf, type RouteKind, type Sandbox, type SandboxDefinition } from '@rollcall/sandbox';
import { equal, ok } from 'node:assert/strict';
import { createFakeDirectory, type FakeDirectory } from '../directory/fake-directory.ts';
import { loggingInAnew } from './logging-in-anew.ts';
import { readSandbox } from './read-sandbox.ts';

/** Short patience, so that a storm ends; a real one gives up the same way, later. */
export const impatient: HttpOptions = { retries: 1, retryBaseMs: 1, timeoutMs: 1_000, maxPauseMs: 50 };

const admin: Actor = { id: 'admin', kind: 'user' };

export interface LinkedCompanyOptions {
  readonly sandbox: SandboxDefinition;
  readonly size: number;
  /** Config beside the sandbox's credentials. */
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  /** Everybody is in scope, instead of all who are in one of the departments. For companies that live on. */
  readonly everybody?: boolean;
}

/** Everything about the members that a sync could do harm to. */
export interface Standings {
  readonly members: ReadonlyMap<string, Member>;
  readonly links: ReadonlyMap<string, Link>;
  readonly teams: readonly DirectoryTeam[];
}

/**
 * A twin company behind its HR system, connected through the engine: everybody the HR system knows is linked to a member
 * with access, those who have left as well, and every guard is wide open. Nothing stands between a bad read and the members.
 */
export interface LinkedCompany {
  readonly sandbox: Sandbox;
  readonly directory: FakeDirectory;
  readonly acme: CustomerEngine;
  readonly connectionId: string;
  /** Employee ids of those whom the HR system, on a good day, states to have left. */
  readonly statedLeavers: ReadonlySet<string>;
  /** How many of each kind one good read takes. */
  readonly requestsOfARead: Readonly<Record<RouteKind, number>>;
  sync(): Promise<RunResult>;
  standings(): Promise<Standings>;
  /** Reads the HR system on a good day, and says who has left by now. */
  readLeavers(): Promise<ReadonlySet<string>>;
  /** Gives those who have left their access back, as if nobody had noticed yet. */
  forgetLeavers(): Promise<void>;
  close(): Promise<void>;
}

/** @throws AssertionError where the company cannot be linked on a good day. */
export async function linkCompany(connector: AnyConnector, options: LinkedCompanyOptions): Promise<LinkedCompany> {
  const twin = createTwin({ seed: 'fault matrix', size: options.size });
  const sandbox = await startSandbox(options.sandbox, { twin, limit: false });
  try {
    return await linked(connector, sandbox, options);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

async function linked(connector: AnyConnector, sandbox: Sandbox, options: LinkedCompanyOptions): Promise<LinkedCompany> {
  const { twin } = sandbox;
  const { slug } = connector.manifest;
  const directory = createFakeDirectory();
  const store = createMemoryStore();
  let minutes = 0;
  const engine = createEngine({
    store,
    directory: () => directory,
    connectors: [loggingInAnew(connector)],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    platform: { [slug]: { ...sandbox.platform } },
    http: { ...impatient, origins: sandbox.origins },
    // Noon of the twin's day, and a little later each time.
    clock: { now: () => new Date(Date.parse(`${twin.today}T12:00:00Z`) + minutes++) },
  });
  const acme = engine.customer('acme');
  const connectionId = await connect(connector, acme, sandbox, options);
  const read = async (): Promise<readonly Employee[]> => {
    const { employees, report, error } = await readSandbox(connector, sandbox, { config: options.config ?? {} });
    if (error !== undefined) throw error;
    equal(report.outcome, 'complete');
    return employees;
  };
  const before = { ...sandbox.counts };
  const employees = await read();
  const { page, detail, lookup, token } = sandbox.counts;
  const statedLeavers = leaversOf(employees, twin.today);
  const gone = twin.people.filter((person) => stateOf(person, twin.today) === 'terminated');
  equal(statedLeavers.size, gone.length, 'the HR system does not state who has left');
  await linkTheRest({ store, directory, connectionId }, employees);
  const company: LinkedCompany = {
    sandbox,
    directory,
    acme,
    connectionId,
    statedLeavers,
    requestsOfARead: {
      page: page - before.page,
      detail: detail - before.detail,
      lookup: lookup - before.lookup,
      token: token - before.token,
    },
    sync: () => acme.sync(connectionId),
    standings: () => standingsOf(store, directory, connectionId),
    readLeavers: async () => leaversOf(await read(), twin.today),
    forgetLeavers: () => forget({ store, directory, connectionId }, statedLeavers),
    close: () => sandbox.close(),
  };
  await settle(company);
  return company;
}

async function connect(
  connector: AnyConnector,
  acme: CustomerEngine,
  sandbox: Sandbox,
  { config, everybody = false }: LinkedCompanyOptions,
): Promise<string> {
  const { connection } = await acme.connect({
    actor: admin,
    connector: connector.manifest.slug,
    config: { ...sandbox.config, ...config },
  });
  const departments = sandbox.twin.departments.map(({ name }) => name);
  const byDepartment = !everybody && connector.manifest.fields.includes('department');
  await acme.configure(connection.id, {
    actor: admin,
    teamSync: true,
    configuration: {
      filter: byDepartment
        ? { match: 'all', conditions: [{ field: 'department', is: 'one_of', values: departments }] }
        : { match: 'everybody' },
      entities: null,
      policy: {
        preset: 'autoProvision',
        managedFields: [...autoProvision.managedFields, 'manager'],
        emailChange: 'apply',
        missingReads: 1,
        outOfScope: 'remove',
        guard: { removals: 1e6, share: 1 },
      },
    },
  });
  const { plan } = await acme.preview(connection.id, { actor: admin });
  ok(plan !== undefined, 'the first preview failed');
  await acme.confirm(connection.id, { actor: admin, planHash: plan.hash });
  return connection.id;
}

interface Platform {
  readonly store: Store;
  readonly directory: FakeDirectory;
  readonly connectionId: string;
}

/** Whoever the rules leave without a member (no work e-mail, not started yet, left long ago) is linked by hand. */
async function linkTheRest({ store, directory, connectionId }: Platform, employees: readonly Employee[]): Promise<void> {
  const known = new Set((await store.links.ofConnection(connectionId)).map(({ employeeId }) => employeeId));
  const links = employees
    .filter(({ id }) => !known.has(id))
    .map(({ id, workEmail = null }): Link => {
      const member = directory.add({ email: workEmail ?? `employee-${id}@fjordkiste.example` });
      return {
        connectionId,
        employeeId: id,
        memberId: member.id,
        state: 'managed',
        missingReads: 0,
        removalDue: null,
        removedAt: null,
        workEmail,
      };
    });
  await store.links.put(links);
}

/** Syncs until there is nothing left to do: from here on, whatever happens is the bad day's doing. */
async function settle(company: LinkedCompany): Promise<void> {
  const { directory, acme } = company;
  for (let pass = 0; pass < 4; pass += 1) {
    for (const { id } of await directory.members()) directory.accept(id);
    const { run, connection } = await company.sync();
    equal(connection.state, 'connected', run.error?.message ?? connection.attention?.message);
    const steps = await acme.operations(run.connectionId, run.id, { limit: 1 });
    if (steps.length === 0) return;
  }
  ok(false, 'the company does not settle on good days');
}

async function standingsOf(store: Store, directory: FakeDirectory, connectionId: string): Promise<Standings> {
  const members = await directory.members();
  const links = await store.links.ofConnection(connectionId);
  return {
    members: new Map(members.map((member) => [member.id, member])),
    links: new Map(links.map((link) => [link.memberId, link])),
    teams: await directory.teams.list(),
  };
}

async function forget({ store, directory, connectionId }: Platform, leavers: ReadonlySet<string>): Promise<void> {
  const links = (await store.links.ofConnection(connectionId)).filter(({ employeeId }) => leavers.has(employeeId));
  for (const { memberId } of links) {
    const key = `forgotten:${memberId}:${String(directory.calls.length)}`;
    if (!hasAccess(directory.member(memberId))) await directory.reactivate(memberId, key);
  }
  await store.links.put(links.map((link) => ({ ...link, removedAt: null, missingReads: 0 })));
}

function leaversOf(employees: readonly Employee[], today: string): ReadonlySet<string> {
  return new Set(employees.filter((employee) => hasLeft(employee, today)).map(({ id }) => id));
}

function hasLeft({ status, terminationDate }: Employee, today: string): boolean {
  return status === 'terminated' || (status !== 'unknown' && (terminationDate ?? today) < today);
}
