import type { AccessCheck, EmployeeField, Manifest } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { collectCredentials, refuseCredentials, type CredentialOptions } from '../credentials.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findConnector } from '../find.ts';
import { givenFile, refuseFile } from '../given-file.ts';
import { liveCheck } from '../live-check.ts';
import { withCredentials, withFile, type FileOptions } from '../options.ts';
import { withSession } from '../session.ts';
import { showCheck } from '../show/show-check.ts';

export function addCheck(program: Command, action: Action): void {
  withFile(withCredentials(program.command('check')))
    .description(
      'do the credentials work, and what comes? A connector: with credentials from variables or questions, nothing is stored',
    )
    .argument('[connector|connection]', 'a connector, or the id of a connection; default: the only connection')
    .action(action(check));
}

async function check(cli: Cli, given: string | undefined, options: CredentialOptions & FileOptions): Promise<ExitCode> {
  const { connectors } = await cli.config();
  const connector = connectors.find(({ manifest }) => manifest.slug === given);
  if (connector !== undefined) {
    const file = givenFile(cli, connector.manifest, options);
    const config = await collectCredentials(cli, connector, options);
    return tell(cli, { manifest: connector.manifest, connection: null }, await liveCheck(cli, connector, { config, file }));
  }
  refuseCredentials(options);
  refuseFile(options);
  return withSession(cli, async ({ customer, config }) => {
    const { id, connector: slug } = await findConnection(customer, given);
    const { manifest } = findConnector(config.connectors, slug);
    return tell(cli, { manifest, connection: id }, await customer.check(id, { signal: cli.io.signal }));
  });
}

// Without these nobody can be linked, invited or recognised as having left.
const needed: readonly EmployeeField[] = ['id', 'status', 'workEmail'];

interface Subject {
  readonly manifest: Manifest;
  readonly connection: string | null;
}

function tell({ output }: Cli, { manifest, connection }: Subject, found: AccessCheck): ExitCode {
  if (found.error !== null) throw found.error;
  output.document({ connector: manifest.slug, connection, ...found });
  showCheck(output, manifest, found);
  const lost = found.permissionGaps.flatMap(({ fields }) => fields);
  return lost.some((field) => needed.includes(field)) ? exitCodes.attention.code : exitCodes.ok.code;
}
