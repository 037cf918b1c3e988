import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** The portal's own employee types, by what the twin company calls them. */
const types: readonly (readonly [TwinPerson['employmentType'], number, string])[] = [
  ['full_time', 71287, 'Full-time'],
  ['part_time', 71286, 'Part-time'],
  ['intern', 71285, 'Intern'],
  ['contractor', 71288, 'Contractor'],
  ['fixed_term', 71289, 'Fixed term'],
  ['apprentice', 71290, 'Apprentice'],
];

export const employeeTypes = types.map(([, id, name]) => ({ id, name, description: '' }));

/** Future starters and people whose dismissal lies ahead are active employees. */
export function isDeactivated(person: TwinPerson, { today }: Twin): boolean {
  return stateOf(person, today) === 'terminated';
}

/** Whoever leads somebody has a record as supervisor. Its id is that of another employee. */
export function supervisors(twin: Twin): readonly object[] {
  const ids = [...new Set(twin.people.flatMap(({ managerId }) => managerId ?? []))];
  return ids.map((id) => ({ id: supervisorIdOf(id), employeeId: id, name: twin.person(id)?.lastName ?? '' }));
}

function supervisorIdOf(employeeId: number): number {
  return employeeId + 1;
}

/** A row of `/employees`. */
export function toActive(person: TwinPerson): object {
  const { managerId, departmentId } = person;
  return {
    ...toCommon(person, person.stints.at(-1)?.until ?? null),
    ...toNumbers(person),
    supervisorId: managerId === null ? null : supervisorIdOf(managerId),
    // Some portals do without a primary department.
    primaryDepartmentId: person.id % 3 === 0 ? null : departmentId,
  };
}

/** A row of `/employees/deactivated`: neither supervisor nor primary department, and not always a dismissal date. */
export function toDeactivated(person: TwinPerson): object {
  const deactivationDate = person.id % 2 === 0 ? null : person.terminationDate;
  return { ...toCommon(person, person.terminationDate), ...toNumbers(person), deactivationDate };
}

/** The detail of an active employee. */
export function toDetail(person: TwinPerson, twin: Twin): object {
  const { dateTimeDeleted: _deleted, hiredDate, isPublic: _public, ...common } = toCommon(person, null);
  const { prefix, rest } = numberOf(person);
  const usesPhone = person.id % 2 === 0;
  return {
    ...common,
    hiredFrom: hiredDate,
    isDeactivated: isDeactivated(person, twin),
    jobTitle: person.jobTitle,
    gender: null,
    countryId: 1,
    contractRulesRuleId: null,
    workHours: 160.33,
    supervisorEmployeeId: person.managerId,
    skillIds: [1, 3],
    primaryDepartmentId: person.id % 3 === 0 ? null : person.departmentId,
    // Without the dialling prefix here.
    ...phoneMembers('cellPhone', prefix, usesPhone ? '' : rest),
    ...phoneMembers('phone', prefix, usesPhone ? rest : ''),
    custom_11111: { name: 'Badge', type: 'Text', value: `B-${String(person.id)}`, url: null },
    custom_22222: { name: 'Locker', type: 'Numeric', value: person.id % 100, url: null },
  };
}

export function bankAccountOf({ id }: TwinPerson): object {
  return { registrationNumber: String(id % 10_000).padStart(4, '0'), accountNumber: String(id).padStart(10, '0') };
}

function toCommon(person: TwinPerson, lastDeleted: string | null) {
  return {
    id: person.id,
    hiredDate: person.hireDate,
    deactivationDate: person.terminationDate,
    dateTimeCreated: person.originalHireDate,
    dateTimeModified: person.updatedAt,
    dateTimeDeleted: lastDeleted === null ? null : `${lastDeleted}T21:59:07.1066449Z`,
    employeeTypeId: types.find(([type]) => type === person.employmentType)?.[1] ?? null,
    salaryIdentifier: person.number ?? '',
    firstName: person.firstName,
    lastName: person.lastName,
    userName: person.email ?? person.personalEmail,
    email: person.email ?? '',
    street1: '1 Lane',
    street2: '',
    zip: '1058',
    city: 'Nowhere',
    departments: departmentsOf(person),
    employeeGroups: person.teamId === null ? [] : [person.teamId],
    isPublic: false,
    terminationTypeId: person.terminationDate === null ? null : 7,
    terminationTypeName: person.terminationDate === null ? null : 'Resigned',
    deactivationReason: null,
  };
}

/** Every tenth works in two, but for those who have no primary one. */
export function departmentsOf({ id, departmentId }: TwinPerson): readonly number[] {
  return id % 10 === 0 && id % 3 !== 0 ? [departmentId + 1, departmentId] : [departmentId];
}

/** In the lists numbers begin with the dialling prefix; beside them stand the same without it. */
function toNumbers(person: TwinPerson): object {
  const { prefix, rest } = numberOf(person);
  const usesPhone = person.id % 2 === 0;
  const member = (kind: string, isUsed: boolean): object => ({
    ...phoneMembers(kind, prefix, isUsed && rest !== '' ? `${prefix}${rest}` : ''),
    [`${kind}WithoutCountryPrefix`]: isUsed ? rest : '',
  });
  return { ...member('cellPhone', !usesPhone), ...member('phone', usesPhone) };
}

function phoneMembers(kind: string, prefix: string, number: string): object {
  return { [kind]: number, [`${kind}CountryPrefix`]: prefix, [`${kind}CountryCode`]: 'DK' };
}

function numberOf({ phone }: TwinPerson): { readonly prefix: string; readonly rest: string } {
  const [prefix = '+45', ...rest] = phone?.split(' ') ?? [];
  return { prefix, rest: rest.join('') };
}
