import {
  applyPlan,
  createPlan,
  readEmployees,
  RollcallError,
  type LinkStore,
  type MemberDirectory,
  type Plan,
} from '@rollcall/core';
import { createTwin, startSandbox, twinEvents, type Sandbox } from '@rollcall/sandbox';
import { ApplicationDatabase } from './application-database.ts';
import { applicationDirectory } from './application-directory.ts';
import { addFirstMembers } from './first-members.ts';
import type { DemoOptions } from './options.ts';
import { operationsTable, reasonsTable, situationsTable } from './plan-tables.ts';
import { readCompany, todayOf, type CompanyRead } from './read-company.ts';
import { screen } from './screen.ts';
import { teamTree } from './team-tree.ts';
import { vendors, type Vendor } from './vendors.ts';

/** What the chapters share. */
interface Stage {
  readonly options: DemoOptions;
  readonly vendor: Vendor;
  readonly sandbox: Sandbox;
  readonly database: ApplicationDatabase;
  readonly directory: MemberDirectory & LinkStore;
}

/** The whole story, on loopback: nothing leaves the machine and nothing stays behind. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const vendor = vendors[options.connector];
  if (vendor === undefined) return;
  const twin = createTwin({ seed: options.seed, size: options.employees });
  const sandbox = await startSandbox(vendor.sandbox, { twin, limit: false });
  const database = new ApplicationDatabase();
  try {
    const stage: Stage = { options, vendor, sandbox, database, directory: applicationDirectory(database) };
    addFirstMembers(database, twin);
    introduce(stage);
    await checkCredentials(stage);
    const first = await firstPlan(stage);
    await confirm(stage, first);
    await aMonthLater(stage);
    await badDays(stage);
    screen.say('');
    screen.good('Done. Everything ran on this machine; nothing is left behind.');
  } finally {
    database.close();
    await sandbox.close();
  }
}

function introduce({ vendor, sandbox, database, options }: Stage): void {
  const { manifest } = vendor.connector;
  const [, address] = Object.entries(sandbox.origins)[0] ?? [];
  screen.chapter(1, `${sandbox.twin.name} connects ${manifest.name}`);
  screen.say(
    `${String(sandbox.twin.people.length)} people in ${manifest.name} (a sandbox at ${address ?? 'loopback'}), ${String(database.members().length)} members in the application, policy ${options.policyName}.`,
  );
  screen.say(`This is what will be read. ${manifest.name} is only ever read; the client refuses every other request.`);
  screen.table(
    ['permission', 'gives'],
    manifest.permissions.map(({ name, gives }) => [name, gives.join(', ')]),
  );
}

async function checkCredentials({ vendor, sandbox }: Stage): Promise<void> {
  screen.chapter(2, 'Credentials are checked');
  const secret =
    Object.entries(vendor.connector.manifest.config).find(([, field]) => 'secret' in field && field.secret === true)?.[0] ?? '';
  screen.bad(`with a wrong ${secret}: ${await firstError(vendor, sandbox, { ...sandbox.config, [secret]: 'mistyped' })}`);
  screen.bad(`with no ${secret}: ${await firstError(vendor, sandbox, { ...sandbox.config, [secret]: '' })}`);
  for (const [name, field] of Object.entries(vendor.connector.manifest.config)) {
    if (field.type === 'subdomain') {
      screen.bad(`with a hostile ${name}: ${await firstError(vendor, sandbox, { ...sandbox.config, [name]: 'evil.example/' })}`);
    }
  }
  screen.good('with the right ones: accepted');
}

async function firstError({ connector }: Vendor, sandbox: Sandbox, config: Readonly<Record<string, unknown>>): Promise<string> {
  try {
    const read = readEmployees(connector, {
      config: config,
      platform: sandbox.platform,
      http: { origins: sandbox.origins },
    });
    for await (const page of read.pages()) if (page.employees.length > 0) break;
    return 'accepted';
  } catch (error) {
    if (!RollcallError.isInstance(error)) throw error;
    return `${error.name}: ${error.message}.${error.hint === undefined ? '' : `\n     ${screen.dim(error.hint)}`}`;
  }
}

async function firstPlan(stage: Stage): Promise<CompanyRead> {
  screen.chapter(3, 'The first plan, before anything is changed');
  const read = await readCompany(stage.vendor, stage.sandbox);
  if (read.error !== undefined) throw read.error;
  const { report } = read;
  if (report.outcome === 'complete')
    screen.good(
      `${String(report.employees)} employees, ${String(report.pages)} × page, ${String(report.requests)} × request; complete: ${report.evidence.detail}`,
    );
  const plan = await planOf(stage, read, 'read-1');
  situationsTable(plan);
  operationsTable(plan);
  if (plan.teams !== null)
    screen.say(
      `Teams once everybody is invited follow the managers; now ${String(plan.teams.teams.length)} teams, ${String(plan.teams.unassigned.length)} people unassigned.`,
    );
  screen.say(screen.dim(`plan ${plan.hash.slice(0, 16)}: the same read gives the same plan, byte for byte`));
  return read;
}

async function confirm(stage: Stage, read: CompanyRead): Promise<void> {
  screen.chapter(4, 'Confirmed, applied, and people invited');
  const plan = await planOf(stage, read, 'read-1');
  const applied = await apply(stage, plan);
  screen.good(`applied: ${applied}`);
  const candidates = plan.people.filter(({ situation }) => situation === 'candidate');
  const byId = new Map(read.employees.map((employee) => [employee.id, employee]));
  for (const { employeeId } of candidates) {
    const email = byId.get(employeeId)?.workEmail;
    if (email == null) continue;
    const memberId = await stage.directory.create({ email, values: {} }, `invite:${employeeId}`);
    await stage.directory.put({ employeeId, memberId, missingReads: 0 });
  }
  for (const member of stage.database.members()) if (member.status === 'invited') stage.database.setStatus(member.id, 'active');
  if (candidates.length > 0) screen.good(`an administrator invited ${String(candidates.length)} people, and they accepted`);
  const settled = await planOf(stage, read, 'read-2');
  screen.good(`applied: ${await apply(stage, settled)}`);
  if (settled.teams === null) return;
  screen.say(
    `${String(settled.teams.teams.length)} teams, ${String(settled.teams.unassigned.length)} people in the Unassigned team, ${String(settled.teams.cycles.length)} cycles:`,
  );
  screen.lines(teamTree(settled.teams, read.employees));
  const again = await planOf(stage, read, 'read-3');
  screen.good(
    `planned once more: ${again.operations.length === 0 ? 'nothing to do' : `${String(again.operations.length)} operations`}`,
  );
}

async function aMonthLater(stage: Stage): Promise<void> {
  const events = stage.sandbox.twin.advance(30);
  screen.chapter(5, `A month later, ${stage.sandbox.twin.today}: ${String(events.length)} things happened in the company`);
  const kinds = Map.groupBy(events, ({ kind }) => kind);
  screen.table(
    ['event', 'times', 'meaning'],
    [...kinds].map(([kind, { length }]) => [kind, length, twinEvents[kind]]),
  );
  const read = await readCompany(stage.vendor, stage.sandbox);
  if (read.error !== undefined) throw read.error;
  const plan = await planOf(stage, read, 'read-4');
  operationsTable(plan);
  reasonsTable(plan, read.employees, ['revoke', 'archive', 'reactivate', 'change_email', 'update', 'create']);
  const joined = plan.people.filter(({ situation }) => situation === 'candidate').length;
  if (joined > 0) screen.say(`${String(joined)} new people wait under "Add people"; nobody gets access unasked.`);
  screen.good(`applied: ${await apply(stage, plan)}`);
}

async function badDays(stage: Stage): Promise<void> {
  screen.chapter(6, 'Bad days: nobody is removed, and the reason is said');
  const patience = { retries: 1, retryBaseMs: 10, timeoutMs: 1_000, maxPauseMs: 100 };
  const before = removable(stage);
  for (const [name, meaning] of [
    ['cutPage', 'the connection breaks in the middle of an answer'],
    ['emptyPage', 'an answer without people'],
    ['htmlWith200', 'a log-in page instead of data'],
    ['unauthorisedInTheMiddle', 'the credentials are withdrawn while reading'],
    ['missingPermission', 'a permission is taken away'],
  ] as const) {
    stage.sandbox.badDay(name, { at: 1 });
    const read = await readCompany(stage.vendor, stage.sandbox, patience);
    stage.sandbox.badDay(null);
    const plan = await planOf(stage, read, `bad-day-${name}`);
    const removals = plan.operations.filter(({ kind }) => kind === 'revoke' || kind === 'archive').length;
    const why = read.report.outcome === 'partial' ? read.report.because : (plan.notes[0] ?? 'the read is complete');
    screen.good(`${meaning}: ${String(removals)} removals. ${why}`);
  }
  screen.say(`${String(before)} people had access before, ${String(removable(stage))} have it now.`);
}

function removable({ database }: Stage): number {
  return database.members().filter(({ status }) => status === 'active').length;
}

async function planOf(
  { options, directory, sandbox }: Stage,
  { employees, issues, report }: CompanyRead,
  readId: string,
): Promise<Plan> {
  const [members, links] = [await directory.members(), await directory.links()];
  return createPlan({ readId, employees, issues, report, members, links, policy: options.policy, now: todayOf(sandbox) });
}

async function apply({ directory }: Stage, plan: Plan): Promise<string> {
  const bar = screen.progress('applying', plan.operations.length);
  const { done, failed } = await applyPlan(plan, {
    directory,
    links: directory,
    onProgress: (count) => {
      bar.update(count);
    },
  });
  bar.stop();
  const parts = Object.entries(done).map(([kind, count]) => `${String(count)} × ${kind}`);
  if (failed.length > 0) parts.push(`${String(failed.length)} failed`);
  return parts.join(', ') || 'nothing to do';
}
