import { ConfigError, normaliseEmail, type CustomerEngine, type Person } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { liveConnections } from '../find.ts';
import { wholeNumber } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { describePerson, describeWhy } from '../show/describe-why.ts';

interface WhyOptions {
  readonly limit: number;
}

export function addWhy(program: Command, action: Action): void {
  program
    .command('why')
    .description('why somebody stands where they stand: situation, rule, evidence, history')
    .argument('<person>', 'id or e-mail of a member, or id or work e-mail of an employee')
    .option('--limit <count>', 'at most so many entries of history', wholeNumber, 20)
    .action(action(why));
}

function why(cli: Cli, given: string, { limit }: WhyOptions): Promise<ExitCode> {
  return withSession(cli, async (session) => {
    const memberId = await findMember(session, given);
    if (memberId === undefined) return whyNoMember(cli, session.customer, given);
    const found = await session.customer.why(memberId, { limit });
    cli.output.document(found);
    for (const line of describeWhy(found)) cli.output.say(line);
    return exitCodes.ok.code;
  });
}

async function findMember({ directory }: Session, given: string): Promise<string | undefined> {
  const members = await directory.members();
  const email = normaliseEmail(given);
  const found =
    members.find(({ id }) => id === given) ??
    (email === undefined ? undefined : members.find((member) => normaliseEmail(member.email) === email));
  return found?.id;
}

async function whyNoMember({ output }: Cli, customer: CustomerEngine, given: string): Promise<ExitCode> {
  const found: (Person & { readonly connection: string })[] = [];
  for (const { id } of await liveConnections(customer)) {
    const person = await findPerson(customer, id, given);
    if (person !== undefined) found.push({ ...person, connection: id });
  }
  // What was typed may be somebody's address: it is not repeated.
  if (found.length === 0)
    throw new ConfigError({
      problems: [{ field: 'person', problem: 'is neither a member nor anybody of the last reads' }],
      hint: 'Give the id or e-mail of a member, or the id or work e-mail of an employee.',
    });
  output.document({ member: null, people: found });
  for (const { employeeId, decision } of found) for (const line of describePerson(employeeId, decision)) output.say(line);
  return exitCodes.ok.code;
}

/** By the exact id or work e-mail: the search of the engine finds parts of addresses, and ids not at all. */
async function findPerson(customer: CustomerEngine, connectionId: string, given: string): Promise<Person | undefined> {
  const email = normaliseEmail(given);
  const search = email === undefined ? {} : { search: email };
  for (let after: string | undefined; ;) {
    const { people, next } = await customer.people(connectionId, {
      limit: 1000,
      ...search,
      ...(after !== undefined && { after }),
    });
    const found = people.find(
      ({ employeeId, employee }) => employeeId === given || (email !== undefined && employee.workEmail === email),
    );
    if (found !== undefined || next === null) return found;
    after = next;
  }
}
