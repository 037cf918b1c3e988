import { clean } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection } from '../find.ts';
import { wholeNumber, withConnection } from '../options.ts';
import { withSession } from '../session.ts';
import { nameOf } from '../show/people-names.ts';

interface CandidatesOptions {
  readonly search?: string;
  readonly after?: string;
  readonly limit: number;
}

export function addCandidates(program: Command, action: Action): void {
  withConnection(program.command('candidates'))
    .description('people of the HR system who may be invited: personal data')
    .option('--search <text>', 'part of a name, e-mail or employee number')
    .option('--after <employeeId>', 'the next page: begin behind this person')
    .option('--limit <count>', 'people on a page', wholeNumber, 50)
    .action(action(candidates));
}

function candidates(cli: Cli, given: string | undefined, { search, after, limit }: CandidatesOptions): Promise<ExitCode> {
  return withSession(cli, async ({ customer }) => {
    const { output } = cli;
    const { id } = await findConnection(customer, given);
    const page = { limit, ...(search !== undefined && { search }), ...(after !== undefined && { after }) };
    const { people, next } = await customer.candidates(id, page);
    output.document({ connection: id, people, next });
    output.table(
      ['id', 'name', 'work e-mail', 'job title', 'department', 'entity'],
      people.map(({ employeeId, employee, decision }) => [
        employeeId,
        nameOf(employee),
        employee.workEmail,
        employee.jobTitle,
        employee.department?.name,
        decision.entity,
      ]),
    );
    if (people.length === 0) output.say('Nobody.');
    if (next !== null) output.note(`There are more: add --after ${clean(next)}`);
    return exitCodes.ok.code;
  });
}
