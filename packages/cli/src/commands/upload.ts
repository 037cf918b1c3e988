import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, findConnector } from '../find.ts';
import { givenFile } from '../given-file.ts';
import { wholeNumber, withConnection } from '../options.ts';
import { withSession } from '../session.ts';
import { showCheck } from '../show/show-check.ts';

interface UploadOptions {
  readonly headcount?: number;
}

export function addUpload(program: Command, action: Action): void {
  withConnection(program.command('upload').argument('<file>', 'the newer file'))
    .description('give a connection that reads a file a newer one; the next sync plans what it says')
    .option('--headcount <number>', 'how many people the file holds: nothing was cut off, if it does', wholeNumber)
    .action(action(upload));
}

async function upload(cli: Cli, people: string, given: string | undefined, { headcount }: UploadOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer, config, actor }) => {
    const { id, connector: slug } = await findConnection(customer, given);
    const { manifest } = findConnector(config.connectors, slug);
    const file = givenFile(cli, manifest, { people, ...(headcount !== undefined && { headcount }) });
    if (file === undefined) return exitCodes.ok.code;
    const { connection, check } = await customer.upload(id, { actor, file, signal: cli.io.signal });
    cli.output.document({ connection, check });
    showCheck(cli.output, manifest, check);
    return check.quarantined.length > 0 || check.because !== null ? exitCodes.review.code : exitCodes.ok.code;
  });
}
