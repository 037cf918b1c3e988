import type { ReadProgress } from '../../read/read-employees.ts';
import type { ReadReport } from '../../read/read-report.ts';
import { createPlan } from '../../plan/create-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Actor, Configuration, Connection } from '../connection.ts';
import type { EngineContext } from '../engine-context.ts';
import type { HeldLease } from '../lease.ts';
import type { Run, RunKind } from '../run.ts';
import { absentLinks } from './absent-links.ts';
import { askMissing } from './ask-missing.ts';
import { readCompany, type CompanyRead } from './read-company.ts';
import { lastKnownOf, loadWorld } from './run-world.ts';

export interface RunInput {
  readonly connection: Connection;
  readonly kind: RunKind;
  readonly actor: Actor;
  readonly configuration: Configuration;
  /** Undefined: team sync is off for this plan. */
  readonly teams: 'enable' | 'follow' | undefined;
  readonly held: HeldLease;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

/** Where a run stands: people while reading, operations while applying. */
export type RunProgress =
  | ({ readonly phase: 'reading' } & ReadProgress)
  | { readonly phase: 'planning' }
  | { readonly phase: 'applying'; readonly done: number; readonly total: number };

export interface Planned {
  readonly run: Run;
  readonly read: CompanyRead;
  readonly plan: Plan;
}

export function newRun(
  context: EngineContext,
  { connection, kind, actor }: Pick<RunInput, 'connection' | 'kind' | 'actor'>,
): Run {
  return {
    id: context.newId(),
    connectionId: connection.id,
    kind,
    state: 'reading',
    actor,
    startedAt: context.at(),
    endedAt: null,
    planHash: null,
    summary: null,
    held: null,
    notes: [],
    read: null,
    error: null,
    done: 0,
    failed: 0,
  };
}

/** Reads the company; what ended the read, if anything did, is in the report. */
export async function readForRun(context: EngineContext, input: RunInput): Promise<CompanyRead> {
  return readCompany(context, input.connection, {
    configuration: input.configuration,
    signal: input.held.signal,
    onProgress: (progress) => input.onProgress?.({ phase: 'reading', ...progress }),
  });
}

/** Plans what was read, under the lease of the customer: members must not change hands meanwhile. */
export async function planRun(
  context: EngineContext,
  input: RunInput,
  { run, read }: Pick<Planned, 'run' | 'read'>,
): Promise<Planned> {
  input.onProgress?.({ phase: 'planning' });
  const { connection, configuration } = input;
  const world = await loadWorld(context, connection);
  const absent = absentLinks(read, world.links, connection.id);
  const { gone, found, notes } = await askMissing(context, connection, { read, world, absent });
  const { manifest } = context.connectorFor(connection);
  const plan = createPlan({
    connectionId: connection.id,
    readId: run.id,
    employees: read.employees,
    issues: read.issues,
    report: read.report,
    members: world.members,
    links: world.links,
    policy: configuration.policy,
    filter: configuration.filter,
    entities: configuration.entities,
    now: context.now(),
    previous: connection.lastRead,
    others: world.others,
    replaces: connection.replaces,
    resolutions: world.resolutions,
    gone,
    lastKnown: await lastKnownOf(
      context,
      connection.id,
      absent.flatMap(({ employeeId }) => (found.has(employeeId) ? [] : [employeeId])),
    ),
    protectedMemberIds: world.protectedMemberIds,
    teams: input.teams === undefined ? undefined : { mode: input.teams, current: world.currentTeams },
    bankFingerprints: read.bankFingerprints,
    fieldPaths: manifest.fieldPaths,
  });
  const planned: Run = {
    ...run,
    planHash: plan.hash,
    summary: plan.summary,
    held: plan.held === null ? null : { reason: plan.held.reason, rule: plan.held.rule },
    notes: [...plan.notes, ...notes],
    read: readFigures(read.report),
  };
  return { run: planned, read, plan };
}

export function readFigures(report: ReadReport): NonNullable<Run['read']> {
  const { outcome, employees, pages, requests } = report;
  return { outcome, employees, pages, requests, because: report.outcome === 'partial' ? report.because : null };
}
