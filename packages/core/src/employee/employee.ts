import { z } from 'zod';

/** `unknown` is a value of its own: nobody gains or loses access while it stands (rule S3). */
export const employeeStatuses = ['active', 'leave', 'preboarding', 'terminated', 'unknown'] as const;

export const employmentTypes = [
  'full_time',
  'part_time',
  'fixed_term',
  'contractor',
  'intern',
  'apprentice',
  'temporary',
  'other',
] as const;

/** A calendar day without zone, `YYYY-MM-DD`. The pattern keeps the days of the months; 29 February is not checked against the year. */
const plainDate = z
  .string()
  .regex(/^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2\d))$/);

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/);

const text = z.string().min(1);

const group = z.object({ id: text.exactOptional(), name: text.nullable() });

const workLocation = z.object({
  id: text.exactOptional(),
  name: text.nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .exactOptional(),
  /** IANA time zone, such as `Europe/Oslo`. */
  timeZone: text.exactOptional(),
});

const bankAccount = z.object({
  iban: text.exactOptional(),
  bic: text.exactOptional(),
  accountNumber: text.exactOptional(),
  sortCode: text.exactOptional(),
  routingNumber: text.exactOptional(),
  holder: text.exactOptional(),
  currency: text.exactOptional(),
});

const customValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/**
 * The normalised employee: the one truth from which the types, the JSON Schema and the documentation follow.
 *
 * A key that is *absent* was not delivered by the read; a key that is `null` was delivered as empty. Only the
 * second may clear a stored value (rule M2). `undefined` is refused, so that JSON keeps the difference.
 */
export const employeeSchema = z.object({
  id: text.describe("the vendor's own stable id of the person"),
  employeeNumber: text.nullable().exactOptional().describe('the number the company gave'),
  workEmail: text.nullable().exactOptional().describe('normalised: lower case, Unicode NFC, IDNA domain'),
  personalEmail: text.nullable().exactOptional(),
  firstName: text.nullable().exactOptional(),
  lastName: text.nullable().exactOptional(),
  preferredName: text.nullable().exactOptional(),
  status: z.enum(employeeStatuses),
  employmentType: z.enum(employmentTypes).nullable().exactOptional(),
  employmentTypeLabel: text.nullable().exactOptional().describe("the vendor's own word for the employment type"),
  startDate: plainDate.nullable().exactOptional().describe('first day of employment'),
  terminationDate: plainDate.nullable().exactOptional().describe('last day of employment, inclusive'),
  jobTitle: text.nullable().exactOptional(),
  department: group.nullable().exactOptional(),
  team: group.nullable().exactOptional(),
  division: group.nullable().exactOptional(),
  legalEntity: group.nullable().exactOptional(),
  costCenter: group.nullable().exactOptional(),
  workLocation: workLocation.nullable().exactOptional(),
  managerId: text.nullable().exactOptional().describe('the id of another employee'),
  managerEmail: text.nullable().exactOptional().describe('where the vendor gives no id: plans look up whose address it is'),
  phone: text.nullable().exactOptional().describe('as the vendor gives it'),
  bankAccount: bankAccount.nullable().exactOptional().describe('sensitive: read only when asked for'),
  customFields: z.record(z.string(), customValue).exactOptional().describe('vendor key to value'),
  updatedAt: instant.nullable().exactOptional().describe('UTC'),
});

/** A person as every part of Rollcall sees them, whatever HR system they come from. @useDeclaredType */
export type Employee = z.infer<typeof employeeSchema>;
export type EmployeeStatus = Employee['status'];
export type EmploymentType = (typeof employmentTypes)[number];
/** @useDeclaredType */
export type Group = z.infer<typeof group>;
/** @useDeclaredType */
export type WorkLocation = z.infer<typeof workLocation>;
/** @useDeclaredType */
export type BankAccount = z.infer<typeof bankAccount>;
/** @useDeclaredType */
export type CustomValue = z.infer<typeof customValue>;
export type EmployeeField = keyof Employee;

/** What `map` returns: an employee whose fields may also be `undefined`, which means absent. */
export type EmployeeDraft = { readonly [Field in keyof Employee]?: Employee[Field] | undefined };

/** All fields in the order in which they are shown. */
export const employeeFields = Object.keys(employeeSchema.shape) as readonly EmployeeField[];

/** What a read delivers unless `fields` says otherwise: everything but bank accounts. */
export const defaultFields: readonly EmployeeField[] = employeeFields.filter((field) => field !== 'bankAccount');
