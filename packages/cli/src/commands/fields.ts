import { discoverFields } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { collectCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnector } from '../find.ts';
import { givenFile } from '../given-file.ts';
import { withCredentials, withFile, type FileOptions } from '../options.ts';

export function addFields(program: Command, action: Action): void {
  withFile(withCredentials(program.command('fields')))
    .description("the fields of the customer's own account, where customers define them; for field maps and custom fields")
    .argument('<connector>', 'its slug')
    .action(action(fields));
}

async function fields(cli: Cli, slug: string, options: CredentialOptions & FileOptions): Promise<ExitCode> {
  const { connectors, platform } = await cli.config();
  const connector = findConnector(connectors, slug);
  const found = await discoverFields(connector, {
    config: connector.discover === undefined ? {} : await collectCredentials(cli, connector, options),
    file: givenFile(cli, connector.manifest, options),
    platform: platform?.[connector.manifest.slug],
    http: cli.http,
    clock: cli.io.clock,
    signal: cli.io.signal,
  });
  cli.output.document(found);
  cli.output.table(
    ['field', 'label', 'type'],
    found.map(({ name, label, type }) => [name, label, type]),
  );
  cli.output.note(`Name them in the field map of the connection: rollcall connectors ${slug}`);
  return exitCodes.ok.code;
}
