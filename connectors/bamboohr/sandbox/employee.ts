import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** One column of the employee dataset, with its descriptor as recorded on a demo company. */
export interface Column {
  readonly label: string;
  readonly entity: string;
  /** Its name at `GET /api/v1/employees/{id}`, where that is another one. */
  readonly single?: string;
  value(person: TwinPerson, company: Company): string | null;
}

/** The twin with its names by id. */
export interface Company {
  readonly twin: Twin;
  readonly departments: ReadonlyMap<number, string>;
  readonly divisions: ReadonlyMap<number, string>;
  readonly locations: ReadonlyMap<number, string>;
}

export function companyOf(twin: Twin): Company {
  const names = (groups: readonly { readonly id: number; readonly name: string }[]): ReadonlyMap<number, string> =>
    new Map(groups.map(({ id, name }) => [id, name]));
  return { twin, departments: names(twin.departments), divisions: names(twin.divisions), locations: names(twin.locations) };
}

// The account defines this list.
const employmentStatuses = {
  full_time: 'Full-Time',
  part_time: 'Part-Time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed-Term',
  apprentice: 'Apprentice',
} as const;

const languages = ['Basque', 'Sámi', 'Romansh', null] as const;

/** Future starters are Inactive in datasets, as people who left are. An absence is no status. */
function statusOf(person: TwinPerson, { twin }: Company): string {
  const state = stateOf(person, twin.today);
  return state === 'active' || state === 'leave' ? 'Active' : 'Inactive';
}

function employmentStatusOf(person: TwinPerson, { twin }: Company): string {
  return stateOf(person, twin.today) === 'terminated' ? 'Terminated' : employmentStatuses[person.employmentType];
}

/** Of every second rehired person the end of the earlier employment is still there. */
function terminationDateOf({ id, terminationDate, stints }: TwinPerson): string | null {
  return terminationDate ?? (id % 2 === 0 ? (stints.at(-1)?.until ?? null) : null);
}

function managerOf({ managerId }: TwinPerson, { twin }: Company): TwinPerson | undefined {
  return managerId === null ? undefined : twin.person(managerId);
}

// Every third person has a mobile phone only.
const hasMobile = ({ id }: TwinPerson): boolean => id % 3 === 0;

export const columns: Readonly<Record<string, Column>> = {
  eeid: { label: 'EEID', entity: 'calculated', single: 'id', value: ({ id }) => String(id) },
  employeeNumber: { label: 'Employee #', entity: 'personal', value: ({ number }) => number },
  firstName: { label: 'First Name', entity: 'personal', value: ({ firstName }) => firstName },
  lastName: { label: 'Last Name', entity: 'personal', value: ({ lastName }) => lastName },
  preferredName: { label: 'Preferred Name', entity: 'personal', value: ({ preferredName }) => preferredName },
  name: { label: 'Name', entity: 'calculated', value: ({ firstName, lastName }) => `${firstName} ${lastName}` },
  email: { label: 'Work Email', entity: 'personal', single: 'workEmail', value: ({ email }) => email },
  homeEmail: { label: 'Home Email', entity: 'personal', value: ({ personalEmail }) => personalEmail },
  status: { label: 'Status', entity: 'defaultStatus', value: statusOf },
  employmentStatus: {
    label: 'Employment Status',
    entity: 'employmentStatus',
    single: 'employmentHistoryStatus',
    value: employmentStatusOf,
  },
  hireDate: { label: 'Hire Date', entity: 'job', value: ({ hireDate }) => hireDate },
  originalHireDate: { label: 'Original Hire Date', entity: 'job', value: ({ originalHireDate }) => originalHireDate },
  terminationDate: { label: 'Termination Date', entity: 'calculated', value: terminationDateOf },
  jobInformationJobTitle: { label: 'Job Title', entity: 'jobInformation', single: 'jobTitle', value: ({ jobTitle }) => jobTitle },
  jobInformationDepartment: {
    label: 'Department',
    entity: 'jobInformation',
    single: 'department',
    value: ({ departmentId }, { departments }) => departments.get(departmentId) ?? null,
  },
  jobInformationDivision: {
    label: 'Division',
    entity: 'jobInformation',
    single: 'division',
    value: ({ divisionId }, { divisions }) => divisions.get(divisionId) ?? null,
  },
  jobInformationLocation: {
    label: 'Location',
    entity: 'jobInformation',
    single: 'location',
    value: ({ locationId }, { locations }) => locations.get(locationId) ?? null,
  },
  supervisorEid: {
    label: 'Supervisor EID',
    entity: 'calculated',
    single: 'supervisorEId',
    value: ({ managerId }) => (managerId === null ? null : String(managerId)),
  },
  // An employee number, whatever its name says.
  supervisorId: {
    label: 'Supervisor ID',
    entity: 'calculated',
    value: (person, company) => managerOf(person, company)?.number ?? null,
  },
  supervisorEmail: {
    label: 'Supervisor email',
    entity: 'calculated',
    value: (person, company) => managerOf(person, company)?.email ?? null,
  },
  workPhone: { label: 'Work Phone', entity: 'personal', value: (person) => (hasMobile(person) ? null : person.phone) },
  mobilePhone: { label: 'Mobile Phone', entity: 'personal', value: (person) => (hasMobile(person) ? person.phone : null) },
  // Where somebody lives: elsewhere than they work.
  country: { label: 'Country', entity: 'personal', value: () => 'Iceland' },
  lastChanged: { label: 'Last changed', entity: 'calculated', value: ({ updatedAt }) => updatedAt.replace('Z', '+00:00') },
  customField4339: {
    label: 'Secondary Language',
    entity: 'custom',
    single: '4339',
    value: ({ id }) => languages[id % 4] ?? null,
  },
};
