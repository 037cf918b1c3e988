import { clean } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { follow } from '../follow.ts';
import { withConnection, withNames, type NamesOption } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { peopleNames } from '../show/people-names.ts';
import { showPreview } from '../show/show-plan.ts';
import { showTeams } from '../show/show-teams.ts';

interface TeamsOptions extends NamesOption {
  readonly enable?: boolean;
}

export function addTeams(program: Command, action: Action): void {
  const teamsCommand = withNames(withConnection(program.command('teams')))
    .description("the application's teams as a tree; --enable previews teams that follow the managers")
    .option('--enable', 'preview what team sync would do: existing teams are replaced once the plan is confirmed')
    .action(action(teams));
  withConnection(teamsCommand.command('stop'))
    .description('end team sync: the teams stay and become editable')
    .action(action(stop));
}

function teams(cli: Cli, given: string | undefined, { enable, names }: TeamsOptions): Promise<ExitCode> {
  return withSession(cli, (session) =>
    enable === true ? previewTeams(cli, session, { given, names }) : currentTeams(cli, session, names),
  );
}

async function previewTeams(
  cli: Cli,
  session: Session,
  { given, names }: { readonly given: string | undefined; readonly names: boolean | undefined },
): Promise<ExitCode> {
  const { customer } = session;
  const { id } = await findConnection(customer, given);
  const preview = await follow(cli, session, (options) => customer.preview(id, { ...options, teamSync: true }));
  return showPreview(cli.output, preview, { teams: true, names: await peopleNames(customer, id, names) });
}

async function currentTeams({ output }: Cli, { directory }: Session, names: boolean | undefined): Promise<ExitCode> {
  const [found, members] = [(await directory.teams?.list()) ?? [], await directory.members()];
  output.document({ teams: found });
  if (directory.teams === undefined) output.say('The directory of this application has no teams.');
  else if (found.length === 0) output.say('There are no teams.');
  else if (!output.json) showTeams(output, { teams: found, members, names: names === true });
  return exitCodes.ok.code;
}

function stop(cli: Cli, given: string | undefined): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { id } = await findConnection(customer, given);
    const connection = await customer.stopTeams(id, { actor });
    cli.output.document({ connection });
    cli.output.say(`Team sync of ${clean(connection.connector)} is off. The teams stay as they are and can be edited.`);
    return exitCodes.ok.code;
  });
}
