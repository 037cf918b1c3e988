import { stateOf, type SandboxCompany, type TwinPerson, type TwinState } from '@rollcall/sandbox';
import { toVendorId } from './vendor-id.ts';

/** The machine value of a field, and its words where they differ from it. */
export interface FieldValue {
  readonly machine: string | number | object | null;
  readonly words?: string;
}

export type FieldReader = (person: TwinPerson, company: SandboxCompany) => FieldValue;

const same =
  (read: (person: TwinPerson) => string | number | null): FieldReader =>
  (person) => ({ machine: read(person) });

/** The account's own format: REPLACE and `humanReadable` write days like this. */
const day =
  (read: (person: TwinPerson) => string | null): FieldReader =>
  (person) => {
    const date = read(person);
    return date === null ? { machine: null } : { machine: date, words: date.split('-').reverse().join('/') };
  };

// Access is closed before the first day and after the last one; during a leave as the company chose.
const access: Readonly<Record<TwinState, (person: TwinPerson) => string>> = {
  preboarding: () => 'Inactive',
  active: () => 'Active',
  leave: ({ id }) => (id % 2 === 0 ? 'Active' : 'Inactive'),
  terminated: () => 'Inactive',
};

// Every third leave is of a type that the company added: a list item with a number for an id.
const lifecycle: Readonly<Record<TwinState, (person: TwinPerson) => FieldValue>> = {
  preboarding: () => ({ machine: 'hired', words: 'Hired' }),
  active: () => ({ machine: 'employed', words: 'Employed' }),
  leave: ({ id }) => (id % 3 === 0 ? { machine: '771900031', words: 'Sabbatical leave' } : { machine: 'leave', words: 'Leave' }),
  terminated: () => ({ machine: 'terminated', words: 'Terminated' }),
};

const unset: FieldValue = { machine: null };

const contracts: Readonly<Record<TwinPerson['employmentType'], readonly [contract: FieldValue, type: FieldValue]>> = {
  full_time: [
    { machine: 'full_time', words: 'Full time' },
    { machine: 'permanent', words: 'Permanent' },
  ],
  part_time: [
    { machine: 'part_time', words: 'Part time' },
    { machine: 'permanent', words: 'Permanent' },
  ],
  contractor: [unset, { machine: '880430011', words: 'Contractor' }],
  intern: [unset, { machine: '880430012', words: 'Intern' }],
  fixed_term: [unset, { machine: '880430013', words: 'Fixed-term' }],
  apprentice: [unset, { machine: '880430014', words: 'Apprentice' }],
};

function displayNameOf({ preferredName, firstName, lastName }: TwinPerson): string {
  return `${preferredName ?? firstName} ${lastName}`;
}

function namesOf(
  company: SandboxCompany,
  key: string,
  items: readonly { readonly id: number; readonly name: string }[],
): ReadonlyMap<number, string> {
  return company.cached(`names of ${key}`, () => new Map(items.map(({ id, name }) => [id, name])));
}

/** Ids of the list of titles; every second is an old item, whose id is its text. */
function titleIds(company: SandboxCompany): ReadonlyMap<string, string> {
  return company.cached('titles', () => {
    const titles = [...new Set(company.twin.people.map(({ jobTitle }) => jobTitle))].sort();
    return new Map(titles.map((title, index) => [title, index % 2 === 0 ? String(880_410_000 + index) : title]));
  });
}

function reportsTo({ managerId }: TwinPerson, { twin }: SandboxCompany): FieldValue {
  const manager = managerId === null ? undefined : twin.person(managerId);
  if (manager === undefined) return unset;
  const { id, email, firstName, lastName } = manager;
  const displayName = displayNameOf(manager);
  return { machine: { id: toVendorId(id), email, firstName, surname: lastName, displayName }, words: displayName };
}

/** What the twin company keeps in Bob, by field id. */
export const fieldReaders: Readonly<Record<string, FieldReader>> = {
  'root.id': same(({ id }) => toVendorId(id)),
  'root.email': same(({ email }) => email),
  'root.firstName': same(({ firstName }) => firstName),
  'root.surname': same(({ lastName }) => lastName),
  'root.displayName': same(displayNameOf),
  'root.creationDateTime': same(({ originalHireDate }) => originalHireDate),
  'work.startDate': day(({ hireDate }) => hireDate),
  'work.title': ({ jobTitle }, company) => ({ machine: titleIds(company).get(jobTitle) ?? null, words: jobTitle }),
  'work.department': ({ departmentId }, company) => ({
    machine: String(departmentId),
    words: namesOf(company, 'departments', company.twin.departments).get(departmentId) ?? '',
  }),
  'work.site': ({ locationId }, company) => ({
    machine: namesOf(company, 'sites', company.twin.locations).get(locationId) ?? null,
  }),
  'work.siteId': same(({ locationId }) => locationId),
  'work.reportsTo': reportsTo,
  'work.manager': same(({ managerId }) => (managerId === null ? null : toVendorId(managerId))),
  'work.employeeIdInCompany': same(({ number }) => number),
  'work.workPhone': same(() => null),
  'work.custom.field_1700000000001': ({ costCenterId }, company) => ({
    machine: namesOf(company, 'cost centers', company.twin.costCenters).get(costCenterId) ?? null,
  }),
  'internal.status': (person, { twin }) => ({ machine: access[stateOf(person, twin.today)](person) }),
  'internal.lifecycleStatus': (person, { twin }) => lifecycle[stateOf(person, twin.today)](person),
  'internal.terminationDate': day(({ terminationDate }) => terminationDate),
  'payroll.employment.contract': ({ employmentType }) => contracts[employmentType][0],
  'payroll.employment.type': ({ employmentType }) => contracts[employmentType][1],
  'home.privateEmail': same(({ personalEmail }) => personalEmail),
  'home.mobilePhone': same(({ phone }) => phone),
};
