import type { Twin, TwinPerson } from '@rollcall/sandbox';

/** Words of the account's own list. */
const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full Time',
  part_time: 'Part Time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed Term',
  apprentice: 'Apprentice',
};

export const toEmployeeId = (id: number): string => `PW${String(id)}`;

const wrapped = (value: string | null): object => ({ DisplayValue: value ?? '', FieldHistory: [] });
const dated = (value: string | null): object => ({ DisplayValue: value ?? '', FieldHistoryForEffectiveDate: [] });
const bare = (value: string): object => ({ DisplayValue: value });

type Named = readonly { readonly id: number; readonly name: string }[];

const nameOf = (list: Named, wanted: number): string => list.find(({ id }) => id === wanted)?.name ?? '';

/** One record, with empty text for whatever is not filled in. Histories are empty in lists. */
export function toRecord(person: TwinPerson, twin: Twin): object {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    EmployeeId: wrapped(toEmployeeId(person.id)),
    Title: wrapped(''),
    FirstName: wrapped(person.firstName),
    LastName: wrapped(person.lastName),
    OtherName: wrapped(''),
    KnownAs: wrapped(person.preferredName),
    EmailId: wrapped(person.email),
    StartDate: wrapped(person.hireDate),
    DateOfBirth: wrapped(''),
    JobRole: { DisplayValue: person.jobTitle, FieldHistoryForJobRole: [] },
    Company: dated(nameOf(twin.entities, person.entityId)),
    CompanyEffectiveDate: bare(person.hireDate),
    Location: dated(nameOf(twin.locations, person.locationId)),
    LocationEffectiveDate: bare(person.hireDate),
    Department: dated(nameOf(twin.departments, person.departmentId)),
    DepartmentEffectiveDate: bare(person.hireDate),
    JobRoleChangeDate: bare(person.hireDate),
    ReportsTo: dated(manager === undefined ? '' : `${manager.firstName} ${manager.lastName}`),
    ReportsToEffectiveDate: bare(person.hireDate),
    ReportsToEmployeeId: bare(manager === undefined ? '' : toEmployeeId(manager.id)),
    ReportsToEmailAddress: bare(manager?.email ?? ''),
    NISNumber: wrapped(''),
    Nationality: wrapped(''),
    EmploymentType: dated(contracts[person.employmentType]),
    EmploymentTypeEffectiveDate: bare(person.hireDate),
    EmployeeStatus: bare('1'),
    HolidayAllowanceDays: bare('25.00'),
    HolidayAllowanceMins: bare('0'),
    NoticePeriod: wrapped('1 Month(s)'),
    ProbationEndDate: wrapped(''),
    Gender: wrapped(''),
    ...sectionsOf(person),
    // Plain texts, unlike the rest.
    LeavingDate: person.terminationDate ?? '',
    ReasonForLeaving: '',
    EmployeeImage: '',
    APIColumn1: nameOf(twin.costCenters, person.costCenterId),
    APIColumn2: '',
    APIColumn3: '',
    APIColumn4: '',
    APIColumn5: '',
  };
}

/** Every third person has a mobile phone only. */
function sectionsOf({ id, iban, phone, firstName, lastName, personalEmail }: TwinPerson): object {
  const hasMobile = id % 3 === 0;
  return {
    ContactDetail: {
      Address: wrapped(''),
      WorkPhoneNumber: wrapped(hasMobile ? null : phone),
      PersonalPhoneNumber: wrapped(''),
      PersonalEmail: wrapped(personalEmail),
      Mobile: wrapped(hasMobile ? phone : null),
    },
    OtherContact: { OtherContactName: bare(''), Relationship: bare(''), Telephone: bare(''), Mobile: bare('') },
    RightToWork: { DocumentType: bare(''), DocumentId: bare(''), ValidFrom: bare(''), ValidTo: bare('') },
    BackgroundDetail: { CheckType: bare(''), CompletionDate: bare(''), ExpiryDate: bare('') },
    BankDetail: {
      BankName: wrapped('Tamar Bank'),
      BankAddress: wrapped(''),
      BankCode: wrapped('40-47-84'),
      AccountNumber: wrapped(iban.slice(-8)),
      AccountName: wrapped(`${firstName} ${lastName}`),
    },
    EmploymentDetail: { PayrollCompany: wrapped(''), PayrollID: wrapped(String(id)), MethodOfRecruitment: wrapped('') },
  };
}
