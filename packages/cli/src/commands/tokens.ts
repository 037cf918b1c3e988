import { ConfigError } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { wholeNumber, withConnection, withConnectionOption, type ConnectionOption } from '../options.ts';
import { withSession } from '../session.ts';
import { showToken } from '../show/show-token.ts';

interface NewOptions {
  readonly overlap?: number;
}

export function addTokens(program: Command, action: Action): void {
  const tokens = program.command('tokens').description('the tokens of those who push people here (SCIM)');
  withConnection(tokens.command('list', { isDefault: true }))
    .description('the tokens of a connection, without their secrets')
    .action(action(list));
  withConnection(tokens.command('new'))
    .description('make a token and show it this once; older ones stay good for a while')
    .option('--overlap <hours>', 'how long older tokens stay good (default: 24)', wholeNumber)
    .action(action(make));
  withConnectionOption(tokens.command('revoke'))
    .description('refuse a token from now on')
    .argument('<token>', 'its id, as "rollcall tokens" shows it; never the token itself')
    .action(action(revoke));
}

async function list(cli: Cli, given: string | undefined): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const tokens = await customer.pushTokens((await findConnection(customer, given)).id);
    cli.output.document(tokens);
    cli.output.table(
      ['token', 'made', 'good until'],
      tokens.map(({ id, createdAt, expiresAt }) => [id, createdAt, expiresAt ?? 'it is revoked']),
    );
    return exitCodes.ok.code;
  });
}

const hourMs = 3_600_000;

async function make(cli: Cli, given: string | undefined, { overlap }: NewOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { id } = await findConnection(customer, given);
    const token = await customer.createPushToken(id, { actor, ...(overlap !== undefined && { overlapMs: overlap * hourMs }) });
    cli.output.document(token);
    showToken(cli.output, token);
    return exitCodes.ok.code;
  });
}

async function revoke(cli: Cli, tokenId: string, { connection }: ConnectionOption): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { id } = await findConnection(customer, connection);
    if (!(await customer.pushTokens(id)).some((known) => known.id === tokenId)) throw unknownToken();
    await customer.revokePushToken(id, { actor, tokenId });
    cli.output.document({ revoked: tokenId });
    cli.output.say(`Token ${tokenId} is refused from now on.`);
    return exitCodes.ok.code;
  });
}

/** What was typed is not repeated: it may be the token itself. */
function unknownToken(): ConfigError {
  return new ConfigError({
    problems: [{ field: 'token', problem: 'is the id of none of the tokens of this connection' }],
    hint: '"rollcall tokens" lists them.',
  });
}
