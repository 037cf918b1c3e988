import { employeeFields, type CustomValue, type Employee, type EmployeeField } from '../employee/employee.ts';

type GroupField = 'department' | 'team' | 'division' | 'legalEntity' | 'costCenter';
type TextField = Exclude<EmployeeField, GroupField | 'workLocation' | 'bankAccount' | 'customFields'>;

/** What a record carries in one field: nothing where it was delivered as empty, undefined where it was not delivered. */
export type FieldReader = (employee: Employee) => readonly string[] | undefined;

const customPrefix = 'customFields.';
const groupFields = new Set<string>(['department', 'team', 'division', 'legalEntity', 'costCenter'] satisfies GroupField[]);
const empty: readonly string[] = [];

const readers: ReadonlyMap<string, FieldReader> = new Map(employeeFields.flatMap(readersOf));

/** The fields that conditions can name, beside `customFields.<vendor key>`. Bank accounts are not among them. */
export const filterFields: readonly string[] = [...readers.keys()];

/** Can a condition name this field? Spelled as in the schema. */
export function isFilterField(field: string): boolean {
  return readers.has(field) || (field.startsWith(customPrefix) && field.length > customPrefix.length);
}

/** Reads one field of many records. A field that no condition can name is never delivered. */
export function fieldReader(field: string): FieldReader {
  if (!field.startsWith(customPrefix)) return readers.get(field) ?? (() => undefined);
  const key = field.slice(customPrefix.length);
  return ({ customFields }) =>
    customFields !== undefined && Object.hasOwn(customFields, key) ? customValues(customFields[key]) : undefined;
}

/**
 * The values of one field of one record, as text and as the vendor wrote them: groups and locations by name, or by
 * `.id`, `.country`, `.timeZone`; lists as all their texts. Undefined: not delivered, so nobody can say (rule M2).
 */
export function fieldValues(employee: Employee, field: string): readonly string[] | undefined {
  return fieldReader(field)(employee);
}

function readersOf(field: EmployeeField): [string, FieldReader][] {
  if (field === 'bankAccount' || field === 'customFields') return [];
  if (field === 'workLocation') {
    return [
      [field, (employee) => nameOf(employee.workLocation)],
      ...(['id', 'country', 'timeZone'] as const).map((part): [string, FieldReader] => [
        `${field}.${part}`,
        ({ workLocation }) => textValues(workLocation == null ? workLocation : workLocation[part]),
      ]),
    ];
  }
  if (isGroupField(field)) {
    return [
      [field, (employee) => nameOf(employee[field])],
      [`${field}.id`, ({ [field]: group }) => textValues(group == null ? group : group.id)],
    ];
  }
  // An unknown status is no status: nobody can say whether it is among those meant (rule S3).
  if (field === 'status') return [[field, ({ status }) => (status === 'unknown' ? undefined : [status])]];
  return [[field, (employee) => textValues(employee[field satisfies TextField])]];
}

function isGroupField(field: EmployeeField): field is GroupField {
  return groupFields.has(field);
}

/** A group whose name could not be looked up has one all the same; only a group without anything has none. */
function nameOf(group: { readonly name: string | null } | null | undefined): readonly string[] | undefined {
  if (group == null) return textValues(group);
  if (group.name === null && Object.keys(group).length > 1) return undefined;
  return textValues(group.name);
}

function textValues(value: string | null | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return value === null || value.trim() === '' ? empty : [value];
}

function customValues(value: CustomValue | undefined): readonly string[] | undefined {
  if (Array.isArray(value)) return value.filter((item) => item.trim() !== '');
  return textValues(typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);
}
