import type { Twin, TwinPerson } from '@rollcall/sandbox';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

const day = (date: string | null): string | null => (date === null ? null : `${date}T00:00:00Z`);
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

export const toEmployeeId = (id: number): string => String(id).padStart(5, '0');

/** Units are those of one manager within a department. Every third has its head in the unit above. */
export const toUnit = ({ departmentId, managerId }: TwinPerson): string => `${String(departmentId)}.${String(managerId ?? 0)}`;

const nameOf = (list: readonly { readonly id: number; readonly name: string }[], wanted: number): string | null =>
  list.find(({ id }) => id === wanted)?.name ?? null;

/** The words of a company's own list. */
const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** Rows of the stock connector: one for each employment, and a second one for every seventh person, who had another function before. */
export function employmentsOf(person: TwinPerson, twin: Twin): readonly Row[] {
  const present = stockRow(person, twin);
  const earlier = person.stints.map(({ from, until }) => ({
    ...present,
    EmploymentStart: day(from),
    EmploymentEnd: day(until),
    FunctionId: 'TRN',
    FunctionDesc: 'Trainee',
  }));
  const before =
    person.id % 7 === 0 && person.hireDate <= twin.today ? [{ ...present, FunctionId: 'JUN', FunctionDesc: 'Junior' }] : [];
  return [...earlier, ...before, present];
}

function stockRow(person: TwinPerson, twin: Twin): Row {
  const isPartner = person.id % 5 === 0;
  const [prefix, ...rest] = person.lastName.split(' ');
  const hasPrefix = rest.length > 0 && !isPartner;
  return {
    EmployeeId: toEmployeeId(person.id),
    PersonId: String(1_000_000 + person.id),
    EmployerId: String(person.entityId).padStart(2, '0'),
    BSN: null,
    BirthName: isPartner ? 'Waterman' : hasPrefix ? rest.join(' ') : person.lastName,
    Initials: `${person.firstName.slice(0, 1)}.`,
    PrefixBirthName: hasPrefix ? (prefix ?? null) : null,
    DateOfBirth: null,
    Gender: null,
    MaritalStatus: null,
    PrefixPartner: null,
    BirthNamePartner: isPartner ? person.lastName : null,
    NameUse: isPartner ? '2' : '0',
    Mobile: '06-99990000',
    Phone: null,
    Street: null,
    HouseNumber: 1,
    AddNumber: null,
    ZIPCode: null,
    City: null,
    Country: 'NL',
    EmploymentStart: day(person.hireDate),
    EmploymentEnd: day(person.terminationDate),
    HourPerWeek: 36,
    EmploymentType: person.employmentType.slice(0, 1).toUpperCase(),
    EmploymentTypeDesc: contracts[person.employmentType],
    FTE: 0.9,
    OrgUnit: toUnit(person),
    OrgUnitDesc: nameOf(twin.departments, person.departmentId),
    FunctionId: 'FUN',
    FunctionDesc: person.jobTitle,
    DateDeceased: null,
    Mail: person.email,
    FirstName: person.firstName,
  };
}

/** The recommended copy of the stock connector, with a field of the company's own. */
export function furtherFields(person: TwinPerson, twin: Twin, isFormer: boolean): Row {
  const location = twin.locations.find(({ id }) => id === person.locationId);
  return {
    EmailPrivate: person.personalEmail,
    PhoneWork: person.id % 3 === 0 ? null : person.phone,
    MobileWork: person.id % 3 === 0 ? person.phone : null,
    CostCenter: nameOf(twin.costCenters, person.costCenterId),
    Location: location?.name ?? null,
    LocationCountry: location?.country ?? null,
    Iban: person.iban,
    Blocked: 0,
    FunctionStart: day(isFormer ? '1990-01-01' : person.hireDate),
    ModifiedDate: `${clock.format(new Date(person.updatedAt)).replace(' ', 'T')}Z`,
    Badge: person.number,
  };
}

export function unitsOf({ people, departments }: Twin): readonly Row[] {
  const units = new Map<string, Row>();
  for (const person of people) {
    const { managerId, departmentId } = person;
    const code = toUnit(person);
    const head = managerId === null ? null : toEmployeeId(managerId);
    const isAbove = managerId !== null && managerId % 3 === 0;
    const above = isAbove ? `H${String(managerId)}` : null;
    const unit = { StartDate: '2015-01-01T00:00:00Z', EndDate: null, Level: '1', Level0: null };
    units.set(code, {
      ...unit,
      Unitd: code,
      UnitDesc: nameOf(departments, departmentId),
      Manager: isAbove ? null : head,
      UpperUnit: above,
    });
    if (above !== null) units.set(above, { ...unit, Unitd: above, UnitDesc: 'Group', Manager: head, UpperUnit: null });
  }
  return [...units.values()];
}

export const employersOf = ({ entities }: Twin): readonly Row[] =>
  entities.map(({ id, name }) => ({
    EmployerId: String(id).padStart(2, '0'),
    Name: name,
    OrganisationId: String(id),
    UnitId: 1,
  }));
