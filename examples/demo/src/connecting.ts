import { RollcallError, type Plan } from '@rollcall/core';
import { operationsTable, situationsTable } from './plan-tables.ts';
import { withProgress } from './progress.ts';
import { screen } from './screen.ts';
import type { Stage } from './stage.ts';

export async function introduce({ vendor, sandbox, directory, options }: Stage): Promise<void> {
  const { manifest } = vendor.connector;
  const [, address] = Object.entries(sandbox.origins)[0] ?? [];
  const members = await directory.members();
  screen.chapter(1, `${sandbox.twin.name} connects ${manifest.name}`);
  screen.say(
    `${sandbox.twin.people.length} people in ${manifest.name} (a sandbox at ${address ?? 'loopback'}), ${members.length} members in the application, policy ${options.policyName}.`,
  );
  screen.say(`This is what will be read. ${manifest.name} is only ever read; the client refuses every other request.`);
  screen.table(
    ['permission', 'gives'],
    manifest.permissions.map(({ name, gives }) => [name, gives.join(', ')]),
  );
}

/** Gives the id of the connection. */
export async function checkCredentials(stage: Stage): Promise<string> {
  screen.chapter(2, 'Credentials are checked');
  const { vendor, sandbox, acme, owner } = stage;
  const fields = Object.entries(vendor.connector.manifest.config);
  const secret = fields.find(([, field]) => 'secret' in field && field.secret === true)?.[0] ?? '';
  screen.bad(`with a wrong ${secret}: ${await refusal(stage, { [secret]: 'mistyped' })}`);
  screen.bad(`with no ${secret}: ${await refusal(stage, { [secret]: '' })}`);
  for (const [name, { type }] of fields) {
    if (type === 'subdomain') screen.bad(`with a hostile ${name}: ${await refusal(stage, { [name]: 'evil.example/' })}`);
  }
  const connector = vendor.connector.manifest.slug;
  const { connection, check } = await acme.connect({ connector, config: sandbox.config, actor: owner });
  const gaps = check.permissionGaps.map(({ permission }) => permission);
  screen.good(
    `with the right ones: the first ${check.sample} people came, ${gaps.length === 0 ? 'no permission is missing' : `missing: ${gaps.join(', ')}`}. Refused attempts left nothing behind.`,
  );
  return connection.id;
}

async function refusal({ acme, sandbox, vendor, owner }: Stage, wrong: Readonly<Record<string, string>>): Promise<string> {
  const connector = vendor.connector.manifest.slug;
  try {
    await acme.connect({ connector, config: { ...sandbox.config, ...wrong }, actor: owner });
    return 'accepted';
  } catch (error) {
    if (!RollcallError.isInstance(error)) throw error;
    return `${error.name}: ${error.message}.${error.hint === undefined ? '' : `\n     ${screen.dim(error.hint)}`}`;
  }
}

/** Everything is shown before anything is changed. */
export async function firstPlan({ acme, owner, options, sandbox }: Stage, id: string): Promise<Plan> {
  screen.chapter(3, 'The first plan, before anything is changed');
  const configuration = { filter: { match: 'everybody' }, entities: null, policy: options.policy };
  await acme.configure(id, { configuration, actor: owner });
  const { plan, run } = await withProgress(sandbox.twin.people.length, (onProgress) =>
    acme.preview(id, { actor: owner, onProgress }),
  );
  if (plan === undefined) throw new TypeError(run.error?.message ?? 'there is no plan');
  const { employees = 0, pages = 0, requests = 0, outcome } = run.read ?? {};
  screen.good(`${employees} employees, ${pages} × page, ${requests} × request; the read is ${outcome ?? 'not there'}`);
  situationsTable(plan);
  operationsTable(plan.summary.operations, plan.operations);
  for (const note of plan.notes) screen.say(note);
  screen.say(screen.dim(`plan ${plan.hash.slice(0, 16)}: confirmed exactly as it is, or not at all`));
  return plan;
}
