import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { toEmployeeId, toVendorId } from './vendor-id.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Kinds of employment are words of the company. */
export const typeNames: readonly (readonly [TwinPerson['employmentType'], string])[] = [
  ['full_time', 'Full time'],
  ['part_time', 'Part time'],
  ['contractor', 'Contractor'],
  ['intern', 'Intern'],
  ['fixed_term', 'Fixed term'],
  ['apprentice', 'Apprentice'],
];

export function employeeWire(person: TwinPerson, { locations, divisions, today }: Twin): Row {
  const location = locations.find(({ id }) => id === person.locationId);
  const state = stateOf(person, today);
  const { hireDate, endDate } = employmentDays(person);
  return present({
    id: toEmployeeId(person.id),
    active: state === 'active' || state === 'leave',
    companyId: toVendorId('c', person.entityId),
    officeId: toVendorId('f', person.locationId),
    managerEmployeeId: person.managerId === null ? undefined : toEmployeeId(person.managerId),
    departmentId: toVendorId('d', person.departmentId),
    // Every fourth person is booked to the cost center of the department.
    costCenterId: person.id % 4 === 0 ? undefined : toVendorId('e', person.costCenterId),
    employmentId: employmentId(person, person.stints.length),
    employmentTypeId: typeId(person),
    employmentCountry: location?.country,
    compensationId: toVendorId('b', person.id * 100 + 99),
    userId: `user${toEmployeeId(person.id).slice(4)}`,
    userName: person.email ?? person.personalEmail,
    title: person.jobTitle,
    division: divisions.find(({ id }) => id === person.divisionId)?.name,
    organization: 'Sandbox',
    tax: { table: 32, column: 1 },
    employeeNumber: person.number ?? '',
    workEmail: person.email ?? undefined,
    workPhone: person.phone ?? undefined,
    workPhoneSanitized: person.phone?.replaceAll(' ', ''),
    hireDate: dayWire(person, hireDate),
    endDate: endDate === null ? undefined : dayWire(person, endDate),
    hasOccupationalPension: true,
    privateEmail: person.personalEmail,
    firstName: person.firstName,
    lastName: person.lastName,
    ssn: '19850505-0000',
    birthDate: '1985-05-05T00:00:00.000Z',
    age: 41,
    nationality: 'SE',
    gender: 'other',
    bankAccount: { bank: 'Bank of Nowhere', clearing: '6000', number: String(person.id), iban: person.iban, country: 'SE' },
    homeAddress: { street: 'Storgatan 1', postalCode: '11122', city: 'Stockholm', country: 'SE' },
    custom: person.id % 3 === 0 ? { shirtSize: 'M', locker: person.id } : undefined,
    created: `${person.originalHireDate}T08:00:00.000Z`,
    updated: person.updatedAt,
  });
}

/** All employments of one person, oldest first. */
export function employmentsOf(person: TwinPerson, { locations }: Twin): readonly Row[] {
  const country = locations.find(({ id }) => id === person.locationId)?.country;
  const stints = [...person.stints, { from: person.hireDate, until: person.terminationDate }];
  return stints.map(({ from, until }, index) =>
    present({
      id: employmentId(person, index),
      companyId: toVendorId('c', person.entityId),
      employeeId: toEmployeeId(person.id),
      typeId: typeId(person),
      startDate: dayWire(person, from),
      endDate: until === null ? undefined : dayWire(person, until),
      effectiveEndDate: until === null ? undefined : dayWire(person, until),
      updated: person.updatedAt,
      terminated: until !== null,
      rate: person.employmentType === 'part_time' ? 0.5 : 1,
      country,
    }),
  );
}

/** Of every second person who came back, the first start and the first end still stand there. */
function employmentDays(person: TwinPerson): { readonly hireDate: string; readonly endDate: string | null } {
  const former = person.stints.at(-1);
  const isStale = former !== undefined && person.terminationDate === null && person.id % 2 === 0;
  return isStale
    ? { hireDate: person.originalHireDate, endDate: former.until }
    : { hireDate: person.hireDate, endDate: person.terminationDate };
}

/** A day is midnight in UTC, of every fifth person midnight in Sweden. */
function dayWire({ id }: TwinPerson, day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const month = Number(day.slice(5, 7));
  const hoursAhead = month > 3 && month < 11 ? 2 : 1;
  return new Date(id % 5 === 0 ? midnight - hoursAhead * 3_600_000 : midnight).toISOString();
}

function typeId({ employmentType }: TwinPerson): string {
  return toVendorId(
    'b',
    typeNames.findIndex(([type]) => type === employmentType),
  );
}

function employmentId({ id }: TwinPerson, index: number): string {
  return toVendorId('b', id * 100 + 10 + index);
}

/** Keys without a value are left out. */
function present(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
