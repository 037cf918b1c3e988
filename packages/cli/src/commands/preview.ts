import { Option, type Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { follow } from '../follow.ts';
import { withConnection, withNames, type NamesOption } from '../options.ts';
import { withSession } from '../session.ts';
import { peopleNames } from '../show/people-names.ts';
import { showPreview } from '../show/show-plan.ts';

interface PreviewOptions extends NamesOption {
  readonly as: 'text' | 'table' | 'summary';
}

export function addPreview(program: Command, action: Action): void {
  withNames(withConnection(program.command('preview')))
    .description('read and plan, and change nothing')
    .addOption(new Option('--as <form>', 'how to show it').choices(['text', 'table', 'summary']).default('text'))
    .action(action(preview));
}

function preview(cli: Cli, given: string | undefined, { as, names }: PreviewOptions): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const { customer } = session;
    const { id } = await findConnection(customer, given);
    const made = await follow(cli, session, (options) => customer.preview(id, options));
    return showPreview(cli.output, made, { as, names: await peopleNames(customer, id, names) });
  });
}
