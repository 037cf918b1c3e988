import { employeeFields, employeeStatuses, employmentTypes, type Employee, type EmployeeField } from './employee.ts';

type Check = (value: unknown) => boolean;

const day = /^\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const countryCode = /^[A-Z]{2}$/;
const statuses: ReadonlySet<unknown> = new Set(employeeStatuses);
const types: ReadonlySet<unknown> = new Set(employmentTypes);

const isText: Check = (value) => typeof value === 'string' && value !== '';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const nullableText = orNull(isText);
const nullableDay = orNull((value) => typeof value === 'string' && day.test(value));
const nullableGroup = orNull(objectOf({ id: isText }, { name: nullableText }));
const isCountry: Check = (value) => typeof value === 'string' && countryCode.test(value);

const checks: Readonly<Record<EmployeeField, Check>> = {
  id: isText,
  employeeNumber: nullableText,
  workEmail: nullableText,
  personalEmail: nullableText,
  firstName: nullableText,
  lastName: nullableText,
  preferredName: nullableText,
  status: (value) => statuses.has(value),
  employmentType: orNull((value) => types.has(value)),
  employmentTypeLabel: nullableText,
  startDate: nullableDay,
  terminationDate: nullableDay,
  jobTitle: nullableText,
  department: nullableGroup,
  team: nullableGroup,
  division: nullableGroup,
  legalEntity: nullableGroup,
  costCenter: nullableGroup,
  workLocation: orNull(objectOf({ id: isText, country: isCountry, timeZone: isText }, { name: nullableText })),
  managerId: nullableText,
  managerEmail: nullableText,
  phone: nullableText,
  bankAccount: orNull(
    objectOf(
      {
        iban: isText,
        bic: isText,
        accountNumber: isText,
        sortCode: isText,
        routingNumber: isText,
        holder: isText,
        currency: isText,
      },
      {},
    ),
  ),
  customFields: (value) => isPlainObject(value) && Object.values(value).every(isCustomValue),
  updatedAt: orNull((value) => typeof value === 'string' && moment.test(value)),
};
const known: ReadonlySet<string> = new Set(employeeFields);

/**
 * Does this object fit `employeeSchema` as it stands, with no unknown key anywhere? The same answer as the schema's own,
 * several times faster: it runs once for every person of every read, and only a `false` is looked into with the schema.
 */
export function isEmployee(value: Readonly<Record<string, unknown>>): value is Employee {
  if (!isText(value['id']) || !statuses.has(value['status'])) return false;
  for (const field in value) {
    if (!known.has(field) || !checks[field as EmployeeField](value[field])) return false;
  }
  return true;
}

function objectOf(optional: Readonly<Record<string, Check>>, required: Readonly<Record<string, Check>>): Check {
  const all = new Map(Object.entries({ ...optional, ...required }));
  const needed = Object.keys(required);
  return (value) => {
    if (!isPlainObject(value)) return false;
    for (const key of needed) if (!Object.hasOwn(value, key)) return false;
    for (const key in value) if (all.get(key)?.(value[key]) !== true) return false;
    return true;
  };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isCustomValue(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
