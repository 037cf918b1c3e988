import { ConfigError, normaliseEmail, type CustomerEngine } from '@rollcall/core';
import type { Command } from 'commander';
import type { Action, Cli } from '../cli.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findConnection, liveConnections } from '../find.ts';
import { wholeNumber, withConnectionOption, withNames, type ConnectionOption, type NamesOption } from '../options.ts';
import { withSession, type Session } from '../session.ts';
import { describeEmployee, describeWhy, type EmployeeWhy } from '../show/describe-why.ts';

interface WhyOptions extends ConnectionOption, NamesOption {
  readonly employee?: string;
  readonly limit: number;
}

export function addWhy(program: Command, action: Action): void {
  withNames(withConnectionOption(program.command('why')))
    .description('why somebody stands where they stand: situation, rule, evidence, history')
    .argument('[person]', 'id or e-mail of a member, or id or work e-mail of an employee')
    .option('--employee <id>', 'the employee with this id, member or not')
    .option('--limit <count>', 'at most so many entries of history', wholeNumber, 20)
    .action(action(why));
}

function why(cli: Cli, given: string | undefined, options: WhyOptions): Promise<ExitCode> {
  const { employee, limit, names: values = false } = options;
  const person = theOneOf(given, employee);
  return withSession(cli, async (session) => {
    const memberId = employee === undefined ? await findMember(session, person) : undefined;
    if (memberId === undefined) return whyEmployee(cli, session.customer, { ...options, person });
    const found = await session.customer.why(memberId, { limit });
    cli.output.document(found);
    for (const line of describeWhy(found, values)) cli.output.say(line);
    return exitCodes.ok.code;
  });
}

function theOneOf(person: string | undefined, employee: string | undefined): string {
  if (person !== undefined && employee !== undefined)
    throw new ConfigError({ problems: [{ field: '--employee', problem: 'and a person were given: use one of them' }] });
  const only = person ?? employee;
  if (only !== undefined) return only;
  const problem = 'is missing: the id or e-mail of a member, or of an employee; or --employee with an id';
  throw new ConfigError({ problems: [{ field: 'person', problem }] });
}

async function findMember({ directory }: Session, given: string): Promise<string | undefined> {
  const members = await directory.members();
  const email = normaliseEmail(given);
  const found =
    members.find(({ id }) => id === given) ??
    (email === undefined ? undefined : members.find((member) => normaliseEmail(member.email) === email));
  return found?.id;
}

interface Sought extends WhyOptions {
  readonly person: string;
}

async function whyEmployee({ output }: Cli, customer: CustomerEngine, sought: Sought): Promise<ExitCode> {
  const { connection, names: values = false } = sought;
  const searched = connection === undefined ? await liveConnections(customer) : [await findConnection(customer, connection)];
  const employees: EmployeeWhy[] = [];
  for (const { id } of searched) employees.push(...(await employeesOf(customer, id, sought)));
  // What was typed may be somebody's address: it is not repeated.
  if (employees.length === 0)
    throw new ConfigError({
      problems: [{ field: 'person', problem: 'is neither a member nor anybody of the last reads' }],
      hint: 'Give the id or e-mail of a member, or the id or work e-mail of an employee.',
    });
  output.document({ member: null, employees });
  for (const found of employees) for (const line of describeEmployee(found, values)) output.say(line);
  return exitCodes.ok.code;
}

/** Whoever has this id, or this work e-mail: several records may share an address. */
async function employeesOf(
  customer: CustomerEngine,
  connection: string,
  { person, employee, limit }: Sought,
): Promise<readonly EmployeeWhy[]> {
  const ids = new Set([person, ...(employee === undefined ? await idsByEmail(customer, connection, person) : [])]);
  const found: EmployeeWhy[] = [];
  for (const employeeId of ids) {
    const known = await customer.whyEmployee(connection, employeeId, { limit });
    if (known.decision !== null || known.history.length > 0) found.push({ connection, employeeId, ...known });
  }
  return found;
}

/** The search of the engine finds parts of addresses too: the whole one has to be the same. */
async function idsByEmail(customer: CustomerEngine, connection: string, given: string): Promise<readonly string[]> {
  const search = normaliseEmail(given);
  if (search === undefined) return [];
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const { people, next } = await customer.people(connection, { limit: 1000, search, ...(after !== undefined && { after }) });
    for (const { employeeId, employee } of people) if (employee.workEmail === search) ids.push(employeeId);
    if (next === null) return ids;
    after = next;
  }
}
