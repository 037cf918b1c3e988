import { periodThatCounts, proven, unproven, valueAt, vendorObject, type Completeness, type ReadContext } from '@rollcall/core';
import { lookUps, orGone } from '@rollcall/http';
import { z } from 'zod';
import { joinerOf, Rows } from './join.ts';
import { units, type manifest } from './manifest.ts';

type Context = ReadContext<typeof manifest>;

const Members = vendorObject({});

// What Hailey shows or hides together, by the rights of the user who made the token.
const employment = 'employmentStatus | dateOfJoining | lastDayOfEmployment | employmentType';
const bank = 'iban | bic | swift | clearingNumber | accountNumber | bankName';
const places = 'departmentId | businessAreaId | locationId | legalEntityId | costCenterId';
const belonging = `titleIds.0 | teamIds.0 | managerEmployeeId | ${places}`;
const contact = 'privateEmail | privatePhone | streetAddress | postalCode | city | country';
const sections = [employment, bank, belonging, contact, 'companyEmail | workPhone | employmentNumber', 'firstName | lastName'];

// One person by id has another form than on the list.
const personal = ['personal.general', 'personal.contactInformation', 'compensation.bankDetails'];
const parts = ['jobData.general', 'jobData.employment', ...personal, 'organizationalBelonging'];

/**
 * Everybody whom the token may see, former and future people included, in one answer without parameters.
 * Source: https://api.haileyhr.app/docs/, GET /Employees (types generated from it, 2026-01).
 */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const answer = await context.http.get('/Employees', { schema: z.array(z.unknown()) });
  // Somebody made the token, and where nobody is found Hailey answers 404.
  if (answer.length === 0) return unproven('Hailey shows the token nobody: its user has no rights to see people');
  if (hasHiddenManager(answer))
    context.warn('people report to somebody who is not on the list: the rights of the token may not cover every employee');
  const hidden = hiddenSections(answer);
  const join = await readJoiner(context, hidden);
  // One answer holds everyone; it is handed on in parts and let go, so that whoever writes batches need not hold a whole company.
  while (answer.length > 0) yield answer.splice(0, 500).map(join);
  // Where rights are missing that every administrator has, nothing says whether people are missing too.
  if (hidden.includes(employment))
    return unproven('Hailey shows the token nothing of the employment of anybody: its user may not see everybody either');
  return proven({ by: 'single_answer', detail: 'GET /Employees answers everybody at once' });
}

/** One person; `null` when Hailey does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const detail = await orGone(context.http.get('/Employees/{employeeId}', { params: { employeeId: id }, schema: Members }));
  if (detail === null) return null;
  const join = await readJoiner(context, []);
  return join(asListed(detail, context.now.toISOString().slice(0, 10)));
}

/** Names are read after the people: a token that is refused is refused once. */
async function readJoiner(context: Context, hidden: readonly string[]): Promise<(employee: unknown) => object> {
  const fields = [...units, 'customFields'] as const;
  const read = () => context.http.get('/Company', { schema: Members });
  const { company } = await lookUps(context, { company: { name: 'Company data', fields, read } });
  const join = joinerOf(company);
  // Bank accounts come unasked: nothing of them is kept that nobody asked for.
  const dropped = context.wants('bankAccount') ? hidden : [...hidden, bank];
  const members = dropped.flatMap((section) => section.split(' | '));
  const without = Object.fromEntries(members.map((member) => [member.replace('.0', ''), undefined]));
  return (employee) => join({ ...(employee as object), ...without });
}

/**
 * What may not be seen is null, as what is empty. A whole section that nobody has is taken as not delivered, so that missing
 * rights clear nothing (rule M2). One person alone tells nothing.
 */
function hiddenSections(people: readonly unknown[]): readonly string[] {
  return people.length === 1 ? [] : sections.filter((section) => people.every((person) => valueAt(person, section) == null));
}

function hasHiddenManager(people: readonly unknown[]): boolean {
  const listed = new Set(people.map((person) => valueAt(person, 'employeeId')));
  return people.some((person) => !listed.has(valueAt(person, 'managerEmployeeId') ?? valueAt(person, 'employeeId')));
}

/** The details of a person as a row of the list: what stands in their parts, beside each other. */
function asListed(detail: object, today: string): object {
  const members = parts.reduce((row, part) => ({ ...row, ...(valueAt(detail, part) as object | null | undefined) }), {});
  const employments = Rows.parse(valueAt(detail, 'jobData.employment.employments'));
  const employmentType = valueAt(employmentThatCounts(employments, today), 'terms.employmentType');
  return { ...members, employmentType, ...detail };
}

/** Of several that run the one of the highest priority, which is the number 1. */
function employmentThatCounts(rows: readonly object[], today: string): object | undefined {
  const priorityOf = (row: object): number => Number(valueAt(row, 'priority') ?? Infinity);
  const active = rows.filter((row) => valueAt(row, 'status') === 'Active');
  const days = { start: (row: object) => valueAt(row, 'startDate'), end: (row: object) => valueAt(row, 'endDate') };
  return active.toSorted((a, b) => priorityOf(a) - priorityOf(b))[0] ?? periodThatCounts(rows, today, days);
}
