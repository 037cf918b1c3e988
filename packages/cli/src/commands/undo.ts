import { clean } from '@rollcall/core';
import type { Command } from 'commander';
import { refused } from '../agreed.ts';
import type { Action, Cli } from '../cli.ts';
import { exitCodeOfRun, exitCodes, type ExitCode } from '../exit-codes.ts';
import { findRun } from '../find.ts';
import { withConnectionOption, withNames, type ConnectionOption, type NamesOption } from '../options.ts';
import { withSession } from '../session.ts';
import { peopleNames } from '../show/people-names.ts';
import { counted, words } from '../show/wording.ts';
import { showOperations } from '../show/show-operations.ts';

interface UndoOptions extends ConnectionOption, NamesOption {
  readonly person?: string;
  readonly yes?: boolean;
}

export function addUndo(program: Command, action: Action): void {
  withNames(withConnectionOption(program.command('undo')))
    .description('take back what a run did: shows it first. Afterwards the connection is paused')
    .argument('<run>', 'its id or the beginning of it, as in "rollcall runs"')
    .option('--person <employeeId>', 'only what was done to this person, who is left alone from then on')
    .option('--yes', 'without asking')
    .action(action(undo));
}

function undo(cli: Cli, given: string, options: UndoOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer, actor }) => {
    const { output } = cli;
    const { connection, run } = await findRun(customer, given, options.connection);
    const target = { runId: run.id, employeeId: options.person };
    const preview = await customer.previewUndo(connection.id, target);
    const { operations, conflicts, hash } = preview;
    output.say(`Undoing would do ${counted(operations.length, 'operation')}; ${String(conflicts.length)} cannot be taken back.`);
    showOperations(output, operations, await peopleNames(customer, connection.id, options.names));
    for (const { employeeId, kind, what } of conflicts) {
      output.say(clean(`Left as it is: ${[words(kind), employeeId].filter(Boolean).join(' ')}: ${what}`));
    }
    if (operations.length === 0) {
      output.document({ preview, done: false });
      return exitCodes.ok.code;
    }
    const no = await refused(cli, { yes: options.yes, question: 'Do this?', shown: { preview } });
    if (no !== null) return no;
    const result = await customer.undo(connection.id, { ...target, actor, hash });
    output.document({ preview, done: true, result });
    output.say(`${counted(result.done, 'operation')} done, ${String(result.failed)} failed.`);
    if (options.person === undefined)
      output.note('The connection is paused: the next sync would do it again. "rollcall resume" goes on.');
    return exitCodeOfRun(result.run);
  });
}
