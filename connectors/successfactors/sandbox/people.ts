import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import type { WireRow } from './projection.ts';

const dayMs = 86_400_000;
const openEnd = '9999-12-31';

/** A day as the service writes it. */
function wireDay(day: string | null): string | null {
  return day === null ? null : `/Date(${String(Date.parse(`${day}T00:00:00Z`))})/`;
}

function wireStamp(instant: string): string {
  return `/Date(${String(Date.parse(instant))}+0000)/`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

export const uuidOf = ({ uuid }: TwinPerson): string => uuid.replaceAll('-', '').toUpperCase();
export const userIdOf = ({ id, stints }: TwinPerson): string =>
  `u${String(id)}${stints.length === 0 ? '' : `r${String(stints.length)}`}`;
const numberOf = ({ id, number }: TwinPerson): string => number ?? `P${String(id)}`;

const typeCodes = {
  full_time: 'Full Time',
  part_time: 'Part-time',
  fixed_term: 'Fixed Term',
  intern: 'Intern',
  apprentice: 'Apprentice',
  contractor: 'External',
} as const;

/** Slices that touch these days. */
interface Period {
  readonly from: string;
  readonly to: string;
}

interface Slice {
  readonly start: string;
  readonly end: string;
  readonly status: string;
}

const option = (externalCode: string): WireRow => ({ id: String(4_000 + externalCode.charCodeAt(0)), externalCode });

/** Slices of the present employment, the later one first: their order says nothing. */
function slicesOf(person: TwinPerson, twin: Twin): readonly Slice[] {
  const { hireDate: start, terminationDate, leave, id } = person;
  const left = terminationDate === null ? [] : [{ start: dayAfter(terminationDate), end: openEnd, status: 'T' }];
  const until = terminationDate ?? openEnd;
  if (leave === null || stateOf(person, twin.today) !== 'leave') return [...left, { start, end: until, status: 'A' }];
  const end = leave.until === null || leave.until > until ? until : leave.until;
  const back = end === until ? [] : [{ start: dayAfter(end), end: until, status: 'A' }];
  return [...left, ...back, { start: leave.from, end, status: id % 2 === 0 ? 'U' : 'P' }];
}

function jobOf(person: TwinPerson, twin: Twin, { start, end, status }: Slice): WireRow {
  const find = <Entry extends { readonly id: number }>(list: readonly Entry[], id: number): Entry | undefined =>
    list.find((entry) => entry.id === id);
  const named = (list: readonly { readonly id: number; readonly name: string }[], id: number): WireRow => {
    const name = find(list, id)?.name;
    return { externalCode: String(id), name, name_localized: id % 2 === 0 ? name : null };
  };
  const location = find(twin.locations, person.locationId);
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  const type = option(typeCodes[person.employmentType]);
  return {
    userId: userIdOf(person),
    // Saved twice on its day: the second entry is the one that counts.
    seqNumber: '2',
    startDate: wireDay(start),
    endDate: wireDay(end),
    emplStatus: option(status)['id'],
    emplStatusNav: option(status),
    managerId: manager === undefined ? 'NO_MANAGER' : userIdOf(manager),
    managerEmploymentNav: manager && { userId: userIdOf(manager), personNav: { perPersonUuid: uuidOf(manager) } },
    jobTitle: person.jobTitle,
    company: String(person.entityId),
    companyNav: named(twin.entities, person.entityId),
    department: String(person.departmentId),
    departmentNav: named(twin.departments, person.departmentId),
    division: String(person.divisionId),
    divisionNav: named(twin.divisions, person.divisionId),
    costCenter: find(twin.costCenters, person.costCenterId)?.code,
    costCenterNav: named(twin.costCenters, person.costCenterId),
    location: String(person.locationId),
    locationNav: {
      externalCode: String(person.locationId),
      name: location?.name,
      addressNavDEFLT: { country: countryCodes[location?.country ?? ''] ?? location?.country, city: location?.city },
    },
    timezone: location?.timeZone,
    // Of every second person the type stands in the employee class.
    ...(person.id % 2 === 0 ? { employmentTypeNav: type } : { employeeClassNav: type }),
    customString1: `L-${String(person.id)}`,
    lastModifiedDateTime: wireStamp('2001-01-01T00:00:00Z'),
  };
}

const countryCodes: Readonly<Record<string, string>> = {
  AT: 'AUT',
  BE: 'BEL',
  CH: 'CHE',
  DE: 'DEU',
  DK: 'DNK',
  ES: 'ESP',
  FI: 'FIN',
  FR: 'FRA',
  GB: 'GBR',
  IE: 'IRL',
  IT: 'ITA',
  NL: 'NLD',
  NO: 'NOR',
  PL: 'POL',
  PT: 'PRT',
  SE: 'SWE',
  US: 'USA',
};

function employmentsOf(person: TwinPerson, twin: Twin, { from, to }: Period): readonly WireRow[] {
  const slices = slicesOf(person, twin).filter(({ start, end }) => start <= to && end >= from);
  const jobs = slices.flatMap((slice) => {
    const job = jobOf(person, twin, slice);
    return [job, { ...job, seqNumber: '1', emplStatusNav: option('D'), jobTitle: 'Saved too early', endDate: job['startDate'] }];
  });
  const isAhead = stateOf(person, twin.today) === 'preboarding';
  const present = {
    userId: userIdOf(person),
    startDate: wireDay(person.hireDate),
    endDate: wireDay(person.terminationDate),
    originalStartDate: wireDay(person.originalHireDate),
    isContingentWorker: person.employmentType === 'contractor',
    assignmentClass: 'ST',
    isECRecord: true,
    customDate1: wireDay(person.originalHireDate),
    lastModifiedDateTime: wireStamp(person.updatedAt),
    // A future hire has no user yet.
    userNav: isAhead ? null : { userId: userIdOf(person), email: person.email, status: 't' },
    jobInfoNav: jobs,
  };
  const earlier = person.stints.map(({ from: start, until }, index) => ({
    ...present,
    userId: userIdOf({ ...person, stints: person.stints.slice(0, index) }),
    startDate: wireDay(start),
    endDate: wireDay(until),
    userNav: null,
    jobInfoNav: [],
  }));
  return [present, ...earlier];
}

/** A person with all that can be expanded. */
export function personRow(person: TwinPerson, twin: Twin, period: Period): WireRow {
  const business = person.email === null ? [] : [{ type: 'B', address: person.email }];
  const emails = [{ type: 'P', address: person.personalEmail }, ...business];
  const names = { firstName: person.firstName, lastName: person.lastName, preferredName: person.preferredName };
  return {
    personIdExternal: numberOf(person),
    personId: String(person.id),
    perPersonUuid: uuidOf(person),
    dateOfBirth: '/Date(631152000000)/',
    lastModifiedDateTime: wireStamp('2001-01-01T00:00:00Z'),
    personalInfoNav: [{ ...names, startDate: wireDay(person.originalHireDate), endDate: wireDay(openEnd) }],
    // The private address is the primary one.
    emailNav: emails.map(({ type, address }) => ({
      emailType: option(type)['id'],
      emailTypeNav: option(type),
      emailAddress: address,
      isPrimary: type === 'P',
    })),
    phoneNav: person.phone === null ? [] : [{ phoneTypeNav: option('B'), phoneNumber: person.phone, isPrimary: true }],
    employmentNav: employmentsOf(person, twin, period),
  };
}

export function paymentRow(person: TwinPerson): WireRow {
  const main = { payType: 'MAIN', iban: person.iban, accountOwner: `${person.firstName} ${person.lastName}` };
  return {
    worker: userIdOf(person),
    effectiveStartDate: wireDay(person.hireDate),
    toPaymentInformationDetailV3: [{ payType: 'EXPENSES', accountNumber: '000000' }, main],
  };
}
