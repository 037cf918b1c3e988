import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

const types: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'regularEmployee',
  part_time: 'marginalEmployment',
  contractor: 'externalWorker',
  intern: 'intern',
  fixed_term: 'shortTermEmployment',
  apprentice: 'apprentice',
};

/** Countries have three letters. */
const codes: Readonly<Record<string, string>> = {
  DE: 'DEU',
  GB: 'GBR',
  NO: 'NOR',
  GR: 'GRC',
  JP: 'JPN',
  US: 'USA',
  UA: 'UKR',
  FR: 'FRA',
  IL: 'ISR',
  IN: 'IND',
  PL: 'POL',
  ES: 'ESP',
  KR: 'KOR',
  AE: 'ARE',
  TH: 'THA',
  TW: 'TWN',
};

const unitUuid = (id: number): string => `c0a1f3d2-7777-4c1a-9b01-${String(id).padStart(12, '0')}`;
const licence = ({ id }: TwinPerson): string => `HRW-${String(7_000_000 + id)}`;
const userId = ({ id }: TwinPerson): string => `user.${String(id)}`;

/** Whoever left is set to gone by somebody, and of every seventh nobody thought of it. */
export function isActive(person: TwinPerson, twin: Twin): boolean {
  return stateOf(person, twin.today) !== 'terminated' || person.id % 7 === 0;
}

/** What a person is known by, of each documented type. */
export const identifiers: Readonly<Record<string, (person: TwinPerson) => string | null>> = {
  personId: userId,
  personnelNumber: ({ number }) => number,
  personLicenseNumber: licence,
  uuid: ({ uuid }) => uuid,
  personIdentifierForKiosk: () => null,
};

/** Master data. Texts that are empty come as such, days that are not set do not come. */
export function toPerson(person: TwinPerson, twin: Twin): object {
  const { id, firstName, lastName, hireDate, terminationDate, phone } = person;
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  // Every third person has a company mobile phone only.
  const hasMobile = id % 3 === 0;
  return {
    ...baseData(person),
    personLicenseNumber: licence(person),
    birthName: '',
    title: '',
    gender: 'not specified',
    email: person.email ?? '',
    privateEmail: person.personalEmail,
    officePhoneNumber: hasMobile ? '' : (phone ?? ''),
    companyMobilePhoneNumber: hasMobile ? (phone ?? '') : '',
    privateMobilePhoneNumber: '+49 151 5550000',
    position: person.jobTitle,
    employmentType: types[person.employmentType],
    isActive: isActive(person, twin),
    joinDate: hireDate,
    ...(terminationDate !== null && { leaveDate: terminationDate, triggerForGivingNotice: 'mutual' }),
    ...structureOf(person, twin),
    ...(manager !== undefined && { superior: baseData(manager) }),
    bankAccount: { iban: person.iban, bic: '', bankAccountHolder: `${firstName} ${lastName}` },
    countryCode: 'DEU',
    languageCode: 'de',
    address: { street: 'Am Wehr', streetNumber: '1', zipCode: '00000', city: 'Sternfurt', internationalCountryCode: 'DEU' },
    historicizedData: { bankAccount: [], employment: [] },
    // Free fields, named by the company.
    Schließfach: id % 4 === 0 ? '' : `S-${String(id)}`,
    2026: '30',
  };
}

function baseData(person: TwinPerson): object {
  const { uuid, firstName, lastName, number } = person;
  return { uuid, personId: userId(person), personnelNumber: number ?? '', firstName, lastName };
}

function structureOf(person: TwinPerson, twin: Twin): object {
  const department = twin.departments.find(({ id }) => id === person.departmentId);
  const location = twin.locations.find(({ id }) => id === person.locationId);
  const center = twin.costCenters.find(({ id }) => id === person.costCenterId);
  const unit = unitUuid(person.departmentId);
  const company = { number: '1', name: twin.name, uuid: unitUuid(0) };
  return {
    organizationUnit: {
      number: String(person.departmentId),
      name: department?.name,
      uuid: unit,
      parentOrganizationUnit: company,
    },
    organizationUnitUuid: unit,
    permanentEstablishment: {
      id: `PE${String(person.locationId)}`,
      name: location?.name,
      number: String(40_000_000 + person.locationId),
      address: { city: location?.city, internationalCountryCode: codes[location?.country ?? ''] },
    },
    costCenter: { number: center?.code, name: center?.name },
    costObjective: { number: '', name: '' },
  };
}
