import { ConfigError, type AnyConnector, type Connected, type Connection, type FileSource } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { configureAndPreview, type ConfigureOptions } from '../configure.ts';
import { collectCredentials, refuseCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findConnector } from '../find.ts';
import { givenFile } from '../given-file.ts';
import { withConfiguration, withCredentials, withFile, withNames, type FileOptions } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { shortId } from '../show/wording.ts';
import { showToken } from '../show/show-token.ts';
import { showCheck } from '../show/show-check.ts';

interface ConnectOptions extends CredentialOptions, ConfigureOptions, FileOptions {
  readonly reconnect?: string;
  readonly push?: boolean;
}

export function addConnect(program: Command, action: Action): void {
  const command = program
    .command('connect')
    .description('connect an HR system: credentials, live check, then a preset, a preview and, if you say so, its confirmation')
    .argument('<connector>', 'its slug')
    .option('--reconnect <connection>', 'new credentials for a connection that stands')
    .option('--push', 'the vendor sends its people by SCIM: no credentials, but a token to be entered there');
  withNames(withConfiguration(withFile(withCredentials(command)))).action(action(connect));
}

async function connect(cli: Cli, slug: string, options: ConnectOptions): Promise<ExitCode> {
  const connector = findConnector((await cli.config()).connectors, slug);
  if (options.push === true || connector.manifest.delivery === 'push') return connectPush(cli, connector, options);
  refuseConsent(connector);
  introduce(cli, connector);
  const file = options.reconnect === undefined ? givenFile(cli, connector.manifest, options) : undefined;
  const config = await collectCredentials(cli, connector, options);
  return withSession(cli, async (session) => {
    const connected = await attempt(session, slug, { config, file, reconnect: options.reconnect });
    const { connection, check } = connected;
    showCheck(cli.output, connector.manifest, check);
    cli.output.say(`\nConnected as ${shortId(connection.id)}.`);
    if (connection.state === 'awaiting_configuration') return goOn(cli, session, { connection, check, options });
    cli.output.document({ connection, check });
    return exitCodes.ok.code;
  });
}

/** Nobody is asked for anything: the vendor gets a token, and its people come when it sends them. */
async function connectPush(cli: Cli, { manifest }: AnyConnector, options: ConnectOptions): Promise<ExitCode> {
  refuseCredentials(options);
  const { slug, name, push } = manifest;
  return withSession(cli, async ({ customer, actor }) => {
    const { connection } = await customer.connect({ actor, connector: slug, delivery: 'push' });
    const token = await customer.createPushToken(connection.id, { actor });
    cli.output.document({ connection, token });
    cli.output.say(`Connected as ${shortId(connection.id)}. Set-up, for the administrator of ${name}:`);
    for (const [index, step] of (push?.setup ?? []).entries()) cli.output.say(`${String(index + 1)}. ${step}`);
    showToken(cli.output, token);
    cli.output.note(
      `When people have come: rollcall configure ${shortId(connection.id)} --preset inviteGated (or autoProvision)`,
    );
    return exitCodes.ok.code;
  });
}

interface NewConnection extends Connected {
  readonly options: ConnectOptions;
}

async function goOn(cli: Cli, session: Session, { connection, check, options }: NewConnection): Promise<ExitCode> {
  const preset = options.preset ?? (options.file === undefined ? await askPreset(cli) : undefined);
  if (preset !== undefined || options.file !== undefined) {
    const chosen = { ...options, ...(preset !== undefined && { preset }) };
    return configureAndPreview(cli, session, { connection, options: chosen, more: { check } });
  }
  cli.output.document({ connection, check });
  cli.output.note(`Next: rollcall configure ${shortId(connection.id)} --preset inviteGated (or autoProvision)`);
  return exitCodes.ok.code;
}

async function askPreset({ prompts }: Cli): Promise<string | undefined> {
  return prompts?.choose({
    message: 'What shall happen to people found in the HR system?',
    choices: [
      { value: 'inviteGated', name: 'inviteGated: they wait on a list until somebody invites them' },
      { value: 'autoProvision', name: 'autoProvision: members are created, updated and archived automatically' },
    ],
  });
}

interface Attempt {
  readonly config: Readonly<Record<string, unknown>>;
  readonly file: FileSource | undefined;
  readonly reconnect: string | undefined;
}

async function attempt({ customer, actor }: Session, slug: string, { config, file, reconnect }: Attempt): Promise<Connected> {
  if (reconnect === undefined) return customer.connect({ actor, connector: slug, config, file });
  const connection: Connection = await findConnection(customer, reconnect);
  if (connection.connector !== slug) {
    const problem = `is a connection of ${connection.connector}, not of ${slug}`;
    throw new ConfigError({ problems: [{ field: '--reconnect', problem }] });
  }
  return customer.reconnect(connection.id, { actor, config });
}

/** What will be read, before anybody enters anything (rule C2). */
function introduce({ output }: Cli, { manifest }: AnyConnector): void {
  output.say(`${manifest.name} is only ever read. This is what is read, and which permission gives it:`);
  output.table(
    ['permission', 'gives'],
    manifest.permissions.map(({ name, gives }) => [name, gives.join(', ')]),
  );
  output.say(`How to set it up: rollcall connectors ${manifest.slug}\n`);
}

function refuseConsent({ manifest, auth }: AnyConnector): void {
  if (auth.consent === undefined || auth.consent.optional === true) return;
  throw new ConfigError({
    vendor: manifest.slug,
    message: `${manifest.name} asks an administrator for consent in a browser, which needs a page of the platform`,
    hint: 'Connect it in the platform (beginAuthorization, completeAuthorization); afterwards every other command works.',
  });
}
