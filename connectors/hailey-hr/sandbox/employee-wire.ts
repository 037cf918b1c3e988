import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { customFields, titlesOf } from './company-wire.ts';
import { toVendorId } from './vendor-id.ts';

type Wire = Readonly<Record<string, unknown>>;

const types: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Permanent',
  part_time: 'Permanent',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** Writes rows of the list; titles are looked up once. */
export function listWriter(twin: Twin): (person: TwinPerson) => Wire {
  const titleIds = new Map(titlesOf(twin).map((title, index) => [title, toVendorId('title', index)]));
  return (person) => ({
    employeeId: person.uuid,
    accountStatus: person.email === null ? 'Inactive' : 'Active',
    lastUpdated: person.updatedAt,
    ...{ ...generalOf(person), ...belongingOf(person, twin, titleIds), ...daysOf(person) },
    lastWorkingDay: person.terminationDate,
    employmentStatus: statusOf(person, twin.today),
    ...termsOf(person),
    ...{ ...bankOf(person), ...nameOf(person), ...sensitive, ...contactOf(person) },
    ...{ iceName: null, icePhone: null, iceRelation: null },
    customFieldsData: customDataOf(person),
    employmentSequenceNumber: String(person.stints.length + 1),
  });
}

/** One person by id: the same in another form. */
export function detailWire(person: TwinPerson, twin: Twin): Wire {
  const titleIds = new Map(titlesOf(twin).map((title, index) => [title, toVendorId('title', index)]));
  const organizationalInformation = belongingOf(person, twin, titleIds);
  const stints = [...person.stints, { from: person.hireDate, until: person.terminationDate }];
  const employments = stints.map(({ from, until }, index) => ({
    employmentId: toVendorId('team', person.id * 100 + index),
    priority: stints.length - index,
    startDate: from,
    endDate: until,
    lastWorkingDay: until,
    organizationalInformation,
    terms: termsOf(person),
    customFieldsData: {},
    employmentSequenceNumber: String(index + 1),
    status: from > twin.today ? 'WillStart' : until !== null && until < twin.today ? 'Ended' : 'Active',
  }));
  return {
    employeeId: person.uuid,
    accountStatus: person.email === null ? 'Inactive' : 'Active',
    employmentStatus: statusOf(person, twin.today).replace(/ (\w)/, (_, letter: string) => letter.toUpperCase()),
    lastUpdated: person.updatedAt,
    jobData: {
      general: { ...generalOf(person), titles: [person.jobTitle], legalEntity: null },
      employment: { ...daysOf(person), employments, casualEmployments: [] },
    },
    personal: { general: nameOf(person), sensitive, contactInformation: contactOf(person), ice: null },
    compensation: { bankDetails: bankOf(person) },
    ...{ feedbackSessions: [], feedback: [], threeSixtyReviews: [], salaries: [] },
    organizationalBelonging: organizationalInformation,
    customFieldsData: customDataOf(person),
  };
}

const sensitive = { gender: 'other', dateOfBirth: '1985-05-05', personalIdentityNumber: '19850505-0000' };

const nameOf = ({ firstName, lastName }: TwinPerson) => ({ firstName, lastName });

const generalOf = ({ phone, email, number }: TwinPerson) => ({ workPhone: phone, companyEmail: email, employmentNumber: number });

/** The first start of all employments, and the end of the last one. */
const daysOf = ({ originalHireDate, terminationDate }: TwinPerson) => ({
  dateOfJoining: originalHireDate,
  lastDayOfEmployment: terminationDate,
});

function contactOf({ personalEmail }: TwinPerson): Wire {
  const address = { streetAddress: 'Storgatan 1', postalCode: '111 22', city: 'Stockholm', country: 'Sweden' };
  return { privateEmail: personalEmail, privatePhone: null, ...address };
}

function belongingOf(person: TwinPerson, { teams, ...twin }: Twin, titleIds: ReadonlyMap<string, string>): Wire {
  const title = titleIds.get(person.jobTitle);
  const teamIds = person.teamId === null ? [] : [toVendorId('team', person.teamId)];
  // Every fourth person is in a second team, which does not count.
  const second = person.id % 4 === 0 ? teams.find(({ id }) => id !== person.teamId) : undefined;
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    titleIds: title === undefined ? [] : [title],
    teamIds: second === undefined || teamIds.length === 0 ? teamIds : [...teamIds, toVendorId('team', second.id)],
    locationId: toVendorId('location', person.locationId),
    managerEmployeeId: manager?.uuid ?? null,
    departmentId: toVendorId('department', person.departmentId),
    legalEntityId: toVendorId('legalEntity', person.entityId),
    businessAreaId: toVendorId('businessArea', person.divisionId),
    costCenterId: toVendorId('costCenter', person.costCenterId),
  };
}

function termsOf({ employmentType }: TwinPerson): Wire {
  return {
    employmentType: types[employmentType],
    ...{ noticePeriodMonths: 3, noticePeriod: 3, noticePeriodUnit: 'Months' },
    endOfProbationaryPeriod: null,
    fixedTermType: employmentType === 'fixed_term' ? 'Project' : null,
    endOfFixedTerm: null,
    scopePercentage: employmentType === 'part_time' ? 60 : 100,
    scopeHours: null,
    vacationDays: 25,
    substitutingForEmployeeId: null,
    // Spelt so.
    sustituteReasonId: null,
  };
}

/** Every second person has an account without IBAN. */
function bankOf({ id, iban }: TwinPerson): Wire {
  if (id % 2 === 0) return { ...noAccount, iban, ...(id % 4 === 0 ? { swift: 'NOWHSESS' } : { bic: 'NOWHSESS' }) };
  return { ...noAccount, clearingNumber: '6000', accountNumber: String(id) };
}

const noAccount = { bankName: 'Bank of Nowhere', clearingNumber: null, accountNumber: null, iban: null, bic: null, swift: null };

function customDataOf({ id }: TwinPerson): Wire {
  if (id % 3 !== 0) return {};
  const values = ['M', id, id % 2 === 0, ['Swedish', 'Finnish']];
  return Object.fromEntries(customFields.map((_, index) => [toVendorId('customField', index), values[index]]));
}

/** There is no word for an absence. */
function statusOf(person: TwinPerson, today: string): string {
  const state = stateOf(person, today);
  if (state === 'preboarding') return person.id % 2 === 0 ? 'Being hired' : 'Will join';
  if (state === 'terminated') return 'Has left';
  return person.terminationDate === null ? 'In service' : 'Leaving';
}
