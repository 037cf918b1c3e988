import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError, type Connection, type Plan, type Preview, type RunResult } from '@rollcall/core';
import type { Cli } from './cli.ts';
import { exitCodeOfRun, type ExitCode } from './exit-codes.ts';
import { follow } from './follow.ts';
import type { NamesOption } from './options.ts';
import type { Session } from './session.ts';
import { peopleNames } from './show/people-names.ts';
import { exitCodeOfPreview, showPreview } from './show/show-plan.ts';
import { showRun } from './show/show-run.ts';

export interface ConfigureOptions extends NamesOption {
  readonly preset?: string;
  /** A JSON file with filter, entities and policy. */
  readonly file?: string;
  readonly teams?: boolean;
  readonly yes?: boolean;
}

interface Input {
  readonly connection: Connection;
  readonly options: ConfigureOptions;
  /** Goes into the document of `--json` beside the rest. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Sets what a connection shall do, shows the plan, and carries it out when somebody says so (rule C3). */
export async function configureAndPreview(
  cli: Cli,
  session: Session,
  { connection, options, more = {} }: Input,
): Promise<ExitCode> {
  const { customer, actor } = session;
  const configuration = await configurationOf(cli, options);
  const { id } = await customer.configure(connection.id, { actor, configuration, teamSync: options.teams });
  const preview = await follow(cli, session, (options) => customer.preview(id, options));
  const exitCode = cli.output.json ? exitCodeOfPreview(preview) : await show(cli, session, preview, options);
  const { plan } = preview;
  const result = plan !== undefined && (await wants(cli, options)) ? await carryOut(cli, session, { id, plan }) : null;
  cli.output.document({
    ...more,
    connection: result?.connection ?? preview.connection,
    plan: plan ?? null,
    preview: preview.run,
    run: result?.run ?? null,
  });
  if (result !== null) showRun(cli.output, result);
  return result === null ? exitCode : exitCodeOfRun(result.run);
}

async function show(cli: Cli, { customer }: Session, preview: Preview, options: ConfigureOptions): Promise<ExitCode> {
  const names = await peopleNames(customer, preview.connection.id, options.names);
  return showPreview(cli.output, preview, { names, goesOn: options.yes === true });
}

async function wants({ prompts }: Cli, { yes }: ConfigureOptions): Promise<boolean> {
  return yes === true || (await prompts?.confirm('Carry out this plan now?')) === true;
}

function carryOut(cli: Cli, session: Session, { id, plan }: { readonly id: string; readonly plan: Plan }): Promise<RunResult> {
  return follow(cli, session, (options) => session.customer.confirm(id, { ...options, planHash: plan.hash }));
}

async function configurationOf({ io }: Cli, { preset, file }: ConfigureOptions): Promise<unknown> {
  if (file === undefined) {
    if (preset !== undefined) return { filter: { match: 'everybody' }, entities: null, policy: preset };
    const problem = 'is missing: inviteGated or autoProvision; or --file with filter, entities and policy';
    throw new ConfigError({ problems: [{ field: '--preset', problem }] });
  }
  if (preset !== undefined)
    throw new ConfigError({ problems: [{ field: '--preset', problem: 'and --file say the same thing: use one of them' }] });
  try {
    return JSON.parse(await readFile(resolve(io.cwd, file), 'utf8')) as unknown;
  } catch (error) {
    const problem = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    const example = '{ "filter": { "match": "everybody" }, "entities": null, "policy": "inviteGated" }';
    throw new ConfigError({ problems: [{ field: '--file', problem, example }] });
  }
}
