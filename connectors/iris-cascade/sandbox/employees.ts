import type { Twin, TwinPerson } from '@rollcall/sandbox';
import type { Row } from './list-page.ts';

const midnight = (day: string): string => `${day}T00:00:00Z`;

const longAgo = '2001-01-01T00:00:00Z';

/** What one person changed last shows on the employee or on the job, never on both. */
export const changedOn = ({ id, updatedAt }: TwinPerson, part: 'employee' | 'job'): string =>
  (id % 2 === 0) === (part === 'employee') ? updatedAt : longAgo;

export function employeesOf({ people, costCenters }: Twin): readonly Row[] {
  const codes = new Map(costCenters.map(({ id, code }) => [id, code]));
  const managers = new Set(people.map(({ managerId }) => managerId));
  return people.map((person) => toEmployee(person, codes.get(person.costCenterId) ?? null, managers.has(person.id)));
}

function toEmployee(person: TwinPerson, costCentre: string | null, isManager: boolean): Row {
  const { hireDate, originalHireDate, terminationDate } = person;
  return {
    DisplayId: person.number,
    TitleHonorific: null,
    FirstName: person.firstName,
    KnownAs: person.preferredName,
    OtherName: null,
    LastName: person.lastName,
    CostCentre: costCentre,
    // Of the day, and no employment status.
    WorkingStatus: person.id % 6 === 0 ? 'On Holiday' : 'Working',
    IsManager: isManager,
    NationalInsuranceNumber: null,
    PayrollId: null,
    TaxCode: null,
    IncludeInPayroll: true,
    EmploymentStartDate: midnight(hireDate),
    EmploymentLeftDate: terminationDate === null ? null : midnight(terminationDate),
    ContinuousServiceDate: midnight(originalHireDate),
    DateOfBirth: null,
    // Gardening leave: of some who leave, the last day at work is earlier.
    LastWorkingDate: terminationDate === null ? null : midnight(hireDate),
    Gender: null,
    Ethnicity: null,
    Nationality: null,
    Religion: null,
    LeaverReason: terminationDate === null ? null : 'Resignation',
    MaritalStatus: null,
    ...contactsOf(person),
    Addresses: [],
    GenderIdentity: null,
    WindowsUsername: null,
    Id: person.uuid,
    SourceSystemId: `{${person.uuid.toUpperCase()}}`,
    CreatedOn: '2022-01-05T10:11:12Z',
    SourceSystemCreatedOn: midnight(originalHireDate),
    CreatedBy: null,
    LastModifiedOn: changedOn(person, 'employee'),
    SourceSystemLastModifiedOn: changedOn(person, 'employee'),
    LastModifiedBy: null,
  };
}

/** Of every third the work number is a landline; of every fifth the lists begin with what is private. */
function contactsOf({ id, email, personalEmail, phone }: TwinPerson): Row {
  const type = id % 3 === 0 ? 'Landline' : 'Mobile';
  const emails = [
    { Ownership: 'Organization', Value: email ?? '' },
    { Ownership: 'Personal', Value: personalEmail },
  ];
  const phones = [
    { Ownership: 'Organization', Type: type, Value: phone },
    { Ownership: 'Personal', Type: 'Mobile', Value: '07700 900000' },
  ];
  return id % 5 === 0 ? { Phones: phones.reverse(), Emails: emails.reverse() } : { Phones: phones, Emails: emails };
}
