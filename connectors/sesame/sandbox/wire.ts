import { stateOf, type SandboxCompany, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** Ids of everything but people, who have their own. */
export function toUuid(kind: number, id: number): string {
  return `5e5a${String(kind).padStart(4, '0')}-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

/** Left, or not yet come and of every second one: those are activated on their first day. */
export function isInactive(person: TwinPerson, today: string): boolean {
  const state = stateOf(person, today);
  return state === 'terminated' || (state === 'preboarding' && person.id % 2 === 0);
}

/** One employee as JSON, alone or within another record: written once, as each stands in many. */
export function employeeJson(person: TwinPerson, company: SandboxCompany): string {
  const written = company.cached('employees as JSON', () => new Map<number, string>());
  const known = written.get(person.id);
  if (known !== undefined) return known;
  const text = JSON.stringify(employeeWire(person, company.twin));
  written.set(person.id, text);
  return text;
}

/** Start and end are not here. */
export function employeeWire(person: TwinPerson, twin: Twin): object {
  const { id, number } = person;
  return {
    id: person.uuid,
    firstName: person.firstName,
    lastName: person.lastName,
    secondLastName: null,
    email: person.email ?? '',
    // Says who has clocked in, and nothing about the employment.
    workStatus: 'offline',
    imageProfileURL: '',
    code: number === null ? null : Number(number.replaceAll(/\D/g, '')),
    pin: 1_000 + (id % 9_000),
    phone: id % 2 === 0 ? (person.phone ?? '') : '',
    company: companyWire(twin),
    gender: 'no_response',
    contractId: '',
    nid: '',
    secondaryNid: null,
    identityNumberType: 'other',
    ssn: '',
    pricePerHour: 0,
    accountNumber: person.iban,
    dateOfBirth: '1990-01-01',
    customFields: [
      {
        id: toUuid(8, 1),
        companyId: toUuid(1, 1),
        name: 'Taquilla',
        slug: 'cf_taquilla',
        type: 'text',
        value: id % 3 === 0 ? '' : `T-${String(id)}`,
        ...stamps(person.originalHireDate),
      },
    ],
    createdAt: `${person.originalHireDate}T09:00:00+01:00`,
    updatedAt: person.updatedAt.replace('Z', '+00:00'),
    status: isInactive(person, twin.today) ? 'inactive' : 'active',
    children: 0,
    disability: 0,
    address: '',
    postalCode: '',
    city: '',
    province: '',
    country: '',
    nationality: '',
    nationalities: [],
    personalMail: person.personalEmail,
    maritalStatus: '',
    emergencyPhone: '',
    description: '',
    salaryRange: '',
    studyLevel: '',
    professionalCategoryCode: '',
    professionalCategoryDescription: '',
    bic: '',
    jobChargeId: toUuid(7, id),
    // Every fourth has a title in the contract only.
    jobChargeName: id % 4 === 0 ? '' : person.jobTitle,
    jobChargeDescription: '',
    jobChargeCompetencies: '',
    language: 'es-ES',
    workPhone: id % 2 === 0 ? null : (person.phone ?? ''),
    mainRecruiter: null,
  };
}

export function companyWire({ name }: Twin): object {
  return { id: toUuid(1, 1), name, notificationEmail: 'rrhh@alcor.example', language: 'es-ES', ...stamps('2020-01-01') };
}

/** Contracts of a person, oldest first. */
export function contractsOf({ id, stints, hireDate, terminationDate, jobTitle, employmentType }: TwinPerson): readonly object[] {
  const type = employmentType === 'fixed_term' ? 'Temporal' : 'Indefinido';
  const earlier = stints.map(({ from, until }, nth) =>
    contract(toUuid(9, id * 10 + nth), [from, until], 'Puesto anterior', type),
  );
  return [...earlier, contract(toUuid(9, id * 10 + 9), [hireDate, terminationDate], jobTitle, type)];
}

function contract(id: string, [start, end]: readonly [string, string | null], title: string, type: string): object {
  return {
    id,
    startAt: start,
    endAt: end,
    startDate: start,
    endDate: end,
    comment: '',
    code: '',
    jobChargeId: null,
    jobChargeName: title,
    contractTypeId: null,
    contractTypeName: type,
    agreementId: null,
    agreementName: null,
    workDayTypeName: null,
    seniorityDate: start,
    percentageWorkDay: 100,
    weeklyHours: 40,
    remoteWork: false,
    fte: 1,
  };
}

export function stamps(day: string): { readonly createdAt: string; readonly updatedAt: string } {
  return { createdAt: `${day}T10:00:00+01:00`, updatedAt: `${day}T10:00:00+01:00` };
}
