import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { midnight } from './midnight.ts';

export const userId = (id: number): string => `USR ${String(id)}`;

/** Never: the last day of access of everybody who has not left. */
const year3000 = 32_503_676_400_000;

/** As in the list: no dates, no manager. */
export function listed(person: TwinPerson): object {
  return {
    id: userId(person.id),
    email: person.email ?? '',
    firstName: person.firstName,
    lastName: person.lastName,
    jobTitle: person.jobTitle,
    department: `dep-${String(person.departmentId)}`,
    structure: `str-${String(person.locationId)}`,
  };
}

/** As on the sheet. What is empty is `""`, `null` or left out. */
export function sheet(person: TwinPerson, { today, person: find }: Pick<Twin, 'today' | 'person'>): object {
  const manager = person.managerId === null ? undefined : find(person.managerId);
  const left = person.terminationDate;
  const managers =
    manager === undefined
      ? []
      : [{ id: userId(manager.id), email: manager.email ?? '', firstName: manager.firstName, lastName: manager.lastName }];
  return {
    ...listed(person),
    refNumber: person.number ?? '',
    gender: 'Mrs',
    phones: person.phone === null ? [] : [{ id: 'p1', type: 'PRO', number: person.phone, ownerName: '', typeLabel: null }],
    birthdayDate: 400_000_000_000,
    addresses: { main: null },
    personalEmail: person.personalEmail,
    nationality: 'FR',
    entryDate: midnight(person.originalHireDate),
    seniorityDate: midnight(person.originalHireDate),
    seniorityShift: 0,
    hiringDate: midnight(person.hireDate),
    ...(left !== null && { departureDate: midnight(left) }),
    workContract: person.employmentType,
    workingTimeRate: 100,
    workingTimeUnit: 'day',
    activityType: 'full',
    userSequences: [],
    userManagers: [],
    userDirectManagers: managers.map(({ id }) => id),
    otherAccount: '',
    otherAccount2: '',
    additionalField1: `Floor ${String(person.locationId % 7)}`,
    additionalField2: '',
    analyticCodeSuffix: '',
    userProfile: 'profile-1',
    dateEndAccess: year3000,
    hasLogin: person.email !== null,
    dateCreate: midnight(person.originalHireDate),
    dateUpdate: Date.parse(person.updatedAt),
    timezone: 'Europe/Paris',
    locale: 'fr_FR',
    _embedded: { userSequences: [], userDirectManagers: managers, reimbursementProfiles: [] },
    // Whoever has left is archived by hand, some time later.
    archived: stateOf(person, today) === 'terminated' && person.id % 2 === 0,
    admin: false,
  };
}

interface Named {
  readonly id: number;
  readonly name: string;
}

const node = (type: 'DEPARTMENT' | 'STRUCTURE', prefix: string, { id, name }: Named, nodes: readonly object[]): object => ({
  organizationDto: { id: `${prefix}-${String(id)}`, name, type, typeLabel: type === 'STRUCTURE' ? 'Structure' : 'Département' },
  nodes,
});

/** The first department is the parent of all others; structures stand side by side. */
export function departmentTree({ departments }: Twin): object {
  const [first, ...others] = departments;
  const below = others.map((department) => node('DEPARTMENT', 'dep', department, []));
  return { nodes: first === undefined ? [] : [node('DEPARTMENT', 'dep', first, below)] };
}

export function structureTree({ locations }: Twin): object {
  return { nodes: locations.map((location) => node('STRUCTURE', 'str', location, [])) };
}
