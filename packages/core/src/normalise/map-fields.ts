import type { EmployeeDraft, EmployeeField } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { email } from './email.ts';
import { group } from './group.ts';
import { identifier } from './identifier.ts';
import { instant } from './instant.ts';
import { place } from './place.ts';
import { plainDate } from './plain-date.ts';
import { text } from './text.ts';
import { valueAt } from './value-at.ts';

/** Where the vendor keeps each field: see `fieldPaths` of the manifest. */
export type FieldPaths = Readonly<Partial<Record<EmployeeField, string>>>;

type Read = (record: unknown, path: string, report: MapReport, field: EmployeeField) => unknown;
type Normaliser = (value: unknown, report: MapReport, field: EmployeeField) => unknown;

const by =
  (normalise: Normaliser): Read =>
  (record, path, report, field) =>
    normalise(valueAt(record, path), report, field);

/** `id path, name path`, or the name's alone: a comma stands between the two halves of one group. */
const asGroup: Read = (record, path, report, field) => {
  const [first = '', second] = path.split(',');
  const name = valueAt(record, second ?? first);
  return group(second === undefined ? { name } : { id: valueAt(record, first), name }, report, field);
};

/** `id path, name path, country path, time zone path`, of which the last ones may be left out and any may be empty; one path is the name's. */
const asPlace: Read = (record, path, report) => {
  const paths = path.split(',').map((part) => part.trim());
  const parts = paths.length === 1 ? (['name'] as const) : (['id', 'name', 'country', 'timeZone'] as const);
  const named = parts.flatMap((part, index) => {
    const at = paths[index] ?? '';
    return at === '' ? [] : [[part, valueAt(record, at)] as const];
  });
  return place(Object.fromEntries(named), report);
};

// What says who somebody is and whether they are employed is never read by a path alone.
type Simple = Exclude<EmployeeField, 'status' | 'employmentType' | 'bankAccount' | 'customFields'>;

const readers: Readonly<Record<Simple, Read>> = {
  id: (record, path, report, field) => identifier(valueAt(record, path), report, field) ?? undefined,
  employeeNumber: by(text),
  workEmail: by(email),
  personalEmail: by(email),
  firstName: by(text),
  lastName: by(text),
  preferredName: by(text),
  employmentTypeLabel: by(text),
  startDate: by(plainDate),
  terminationDate: by(plainDate),
  jobTitle: by(text),
  department: asGroup,
  team: asGroup,
  division: asGroup,
  legalEntity: asGroup,
  costCenter: asGroup,
  workLocation: asPlace,
  managerId: by(identifier),
  managerEmail: by(email),
  phone: by(text),
  updatedAt: by(instant),
};

const simpleFields = Object.keys(readers) as readonly Simple[];

/**
 * A `map` from the manifest's own `fieldPaths`: fields that need nothing but their path are read from there, each by the
 * normaliser of its kind, and `special` gives the others. What it gives, also as undefined, stands.
 * A path is names with dots, from the record on; `a | b` is the first that is not empty; `id, name` are the halves of a group,
 * `id, name, country, time zone` the parts of a work location.
 * @example
 * export const toEmployee = mapFields(manifest.fieldPaths, ({ person }: AcmeRecord, context: MapContext) => ({
 *   status: statusOf(person.state, statuses, context),
 * }));
 */
export function mapFields<Source, Context extends MapReport>(
  paths: FieldPaths,
  special: (record: Source, context: Context) => EmployeeDraft,
): (record: Source, context: Context) => EmployeeDraft {
  const simple = simpleFields.flatMap((field) => {
    const path = paths[field];
    return path === undefined ? [] : [{ field, path, read: readers[field] }];
  });
  return (record, context) => {
    const draft: Record<string, unknown> = { ...special(record, context) };
    for (const { field, path, read } of simple)
      if (!Object.hasOwn(draft, field)) draft[field] = read(record, path, context, field);
    return draft;
  };
}
