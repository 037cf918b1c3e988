import type { Twin, TwinPerson } from '@rollcall/sandbox';

type Named = readonly { readonly id: number; readonly name: string }[];

const nameOf = (list: Named, wanted: number): string => list.find(({ id }) => id === wanted)?.name ?? '';

/** A calendar day as Fourth writes it; empty for none. */
const day = (date: string | null): string => (date === null ? '' : `${date}T00:00:00`);

const yes = (is: boolean): string => (is ? 'Yes' : 'No');

/** Every seventh person has no Fourth account, but for those whom nothing else names. */
export function faidOf({ id, number }: TwinPerson): string {
  return id % 7 === 0 && number !== null ? '' : `0032X0${String(id).padStart(9, '0')}QAF`;
}

export function employeeRow(person: TwinPerson, twin: Twin): object {
  return {
    EmployeeID: person.id,
    FAID: faidOf(person),
    PayrollNumber: person.number ?? '',
    CompanyName: nameOf(twin.entities, person.entityId),
    Paybasis: 'Monthly',
    FirstName: person.firstName,
    LastName: person.lastName,
    DateOfBirth: '1988-05-02T00:00:00',
    Gender: 'Female',
    NationalInsuranceNumber: 'QQ123456C',
    IR35: false,
  };
}

/** The company's own words; what most people have is permanent, for more hours or fewer. */
const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Permanent',
  part_time: 'Permanent',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

interface Stint {
  readonly from: string;
  readonly until: string | null;
  readonly jobs: readonly { readonly from: string; readonly until: string | null; readonly title: string }[];
}

/** The latest employment stands first; every third person has had another job in it before. */
export function employmentRows(person: TwinPerson, twin: Twin): readonly object[] {
  const { hireDate: from, terminationDate: until, jobTitle: title } = person;
  const changed = person.id % 3 === 0 && from < twin.today ? nextDay(from) : undefined;
  const jobs =
    changed === undefined
      ? [{ from, until, title }]
      : [
          { from: changed, until, title },
          { from, until: from, title: 'Trainee' },
        ];
  const earlier = person.stints.map((stint): Stint => ({ ...stint, jobs: [{ ...stint, title: 'Seasonal Help' }] }));
  return [{ from, until, jobs }, ...earlier].flatMap((stint, index) =>
    stint.jobs.map((job) => employmentRow(person, twin, { ...stint, index, job })),
  );
}

interface Assignment extends Omit<Stint, 'jobs'> {
  readonly index: number;
  readonly job: Stint['jobs'][number];
}

function employmentRow(person: TwinPerson, twin: Twin, { from, until, index, job }: Assignment): object {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    EmployeeID: person.id,
    EmploymentReference: `EMP-${String(person.id)}-${String(index)}`,
    EmploymentStartDate: day(from),
    EmploymentEndDate: day(until),
    AssignmentStartDate: day(job.from),
    AssignmentEndDate: day(job.until),
    TerminationReason: until === null ? '' : 'Resigned',
    Rehire: '',
    EmploymentStatus: until !== null && until < twin.today ? 'Leaver' : 'Current',
    IsPermanent: yes(contracts[person.employmentType] === 'Permanent'),
    IsFulltime: yes(person.employmentType !== 'part_time'),
    IsForeignStudent: 'No',
    IsLiveIn: 'No',
    EmploymentType: contracts[person.employmentType],
    Department: `D${String(person.departmentId)}`,
    DepartmentDescription: nameOf(twin.departments, person.departmentId),
    JobCode: `J${String(person.id % 40)}`,
    JobDescription: job.title,
    ShiftType: '',
    SiteCode: `S${String(person.locationId)}`,
    SiteDescription: nameOf(twin.locations, person.locationId),
    RateOfPay: 12.5,
    ContractedHours: 37.5,
    ContinuousServiceDate: day(person.originalHireDate),
    TUPE: 'No',
    IR35: 'No',
    ReportsTo: manager === undefined ? '' : `${manager.firstName} ${manager.lastName}`,
    ReportsToEmployeeNumber: manager?.number ?? '',
    ReportsToFAID: manager === undefined ? '' : faidOf(manager),
  };
}

/** Every second person has moved; every fourth has a work phone only. */
export function addressRows(person: TwinPerson, twin: Twin): readonly object[] {
  const hasMobile = person.id % 4 !== 0;
  const row = {
    EmployeeID: person.id,
    Reference: `AD-${String(person.id)}`,
    EffectiveDate: day('2001-06-01'),
    AddressLine1: '1 Quay',
    AddressLine2: '',
    AddressLine3: '',
    AddressLine4: '',
    AddressTown: 'Bristol',
    AddressCode: 'BS1 1AA',
    AddressCountry: 'United Kingdom',
    EmailWork: person.email ?? '',
    EmailHome: person.personalEmail,
    TelephoneWork: hasMobile ? '' : (person.phone ?? ''),
    TelephoneHome: '01632 960999',
    TelephoneMobile: hasMobile ? (person.phone ?? '') : '',
  };
  if (person.id % 2 === 1) return [row];
  const next = {
    ...row,
    Reference: `${row.Reference}-2`,
    EffectiveDate: day(nextDay(twin.today)),
    EmailHome: 'moving@post.example',
  };
  return [next, row];
}

export function locationRows({ locations }: Twin): readonly object[] {
  const countries = ['UK', 'Ireland', 'Jersey'];
  return locations.map(({ id, name, city }) => ({
    LocationID: id,
    Description: name,
    Country: countries[id % 3],
    Area: city,
    AccountingSystemCode: `A${String(id)}`,
    LocationGUID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  }));
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
