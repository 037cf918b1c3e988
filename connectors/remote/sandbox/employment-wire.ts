import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

const companyId = '8f0c2d6e-5b14-4a39-9c7f-00000000c0de';

/** ISO 3166-1 alpha-3 and English name: `code` is the longer one in this API. */
const countries: Readonly<Record<string, readonly [code: string, name: string]>> = {
  AE: ['ARE', 'United Arab Emirates'],
  DE: ['DEU', 'Germany'],
  ES: ['ESP', 'Spain'],
  FR: ['FRA', 'France'],
  GB: ['GBR', 'United Kingdom'],
  GR: ['GRC', 'Greece'],
  IL: ['ISR', 'Israel'],
  IN: ['IND', 'India'],
  JP: ['JPN', 'Japan'],
  KR: ['KOR', 'South Korea'],
  NO: ['NOR', 'Norway'],
  PL: ['POL', 'Poland'],
  TH: ['THA', 'Thailand'],
  TW: ['TWN', 'Taiwan'],
  UA: ['UKR', 'Ukraine'],
  US: ['USA', 'United States'],
};

const employers = ['employee', 'direct_employee', 'global_payroll_employee'] as const;

const onboardingTasks = Object.fromEntries(
  [
    'address_details',
    'administrative_details',
    'bank_account_details',
    'billing_address_details',
    'contract_details',
    'emergency_contact_details',
    'employment_document_details',
    'personal_details',
    'pricing_plan_details',
  ].map((task) => [task, { description: 'Needed before the first day.', status: 'completed' }]),
);

/** The record of the list, which says nothing of dates and managers. */
export function listedWire(person: TwinPerson, twin: Twin) {
  const isContractor = person.employmentType === 'contractor';
  return {
    id: person.uuid,
    short_id: `RC${String(person.id).padStart(6, '0')}`,
    external_id: person.number,
    full_name: `${person.firstName} ${person.lastName}`,
    job_title: person.jobTitle,
    type: typeOf(person),
    employment_model: isContractor ? null : 'eor',
    ...standingOf(person, twin.today),
    country: countryOf(person, twin),
    department: twin.departments.find(({ id }) => id === person.departmentId)?.name ?? null,
    department_id: slugOf('d', person.departmentId),
    work_email: person.email,
    login_email: person.personalEmail,
    personal_email: person.personalEmail,
    work_address_details: {},
  };
}

/** The single record. What is country-specific is left empty here. */
export function employmentWire(person: TwinPerson, twin: Twin) {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  return {
    ...listedWire(person, twin),
    company_id: companyId,
    user_id: slugOf('b', person.id),
    // About the log-in, and no help with the employment.
    user_status: person.id % 5 === 0 ? 'inactive' : 'active',
    contractor_type: person.employmentType === 'contractor' ? 'standard' : null,
    manager: manager === undefined ? '' : `${manager.firstName} ${manager.lastName}`,
    manager_email: manager?.email ?? null,
    manager_employment_id: manager?.uuid ?? null,
    // A user, not an employment.
    manager_id: manager === undefined ? null : slugOf('b', manager.id),
    provisional_start_date: person.hireDate,
    termination_date: person.terminationDate ?? person.stints.at(-1)?.until ?? null,
    expiration_date: null,
    created_at: `${person.originalHireDate}T09:14:17`,
    updated_at: person.id % 2 === 0 ? person.updatedAt : person.updatedAt.replace('Z', ''),
    basic_information: {},
    personal_details: personalDetails(person, twin.today),
    address_details: {},
    billing_address_details: {},
    contract_details: {},
    administrative_details: {},
    emergency_contact_details: {},
    bank_account_details: [{ account_holder: `${person.firstName} ${person.lastName}`, iban: person.iban }],
    files: [],
    pricing_plan_details: { frequency: 'monthly' },
    onboarding_tasks: onboardingTasks,
    eligible_for_onboarding_cancellation: false,
    bill_to_legal_entity_id: slugOf('e', person.entityId),
    engaged_by_legal_entity_id: slugOf('e', person.entityId),
    active_contract_id: slugOf('a', person.id),
  };
}

export function typeOf({ id, employmentType }: TwinPerson): string {
  return employmentType === 'contractor' ? 'contractor' : (employers[id % 3] ?? 'employee');
}

/** Ids of everything but employments. */
export function slugOf(kind: 'a' | 'b' | 'c' | 'd' | 'e', id: number): string {
  return `${kind}0000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
}

/** Somebody who has been invited has not filled them in yet. */
export function isEnrolling(person: TwinPerson, today: string): boolean {
  return stateOf(person, today) === 'preboarding' && person.id % 3 === 0;
}

function standingOf(person: TwinPerson, today: string): { status: string; employment_lifecycle_stage: string } {
  if (isEnrolling(person, today)) return { status: 'invited', employment_lifecycle_stage: 'employee_self_enrollment' };
  switch (stateOf(person, today)) {
    case 'preboarding':
      return person.id % 3 === 1
        ? { status: 'review', employment_lifecycle_stage: 'contract_signing' }
        : { status: 'active', employment_lifecycle_stage: 'onboarded' };
    case 'terminated':
      // Some wait for the end of their offboarding although the last day has passed.
      return person.id % 4 === 0
        ? { status: 'offboarding', employment_lifecycle_stage: 'onboarded' }
        : { status: 'archived', employment_lifecycle_stage: 'offboarded' };
    default:
      // Leave is no status here.
      return {
        status: person.terminationDate === null ? 'active' : 'offboarding',
        employment_lifecycle_stage: 'onboarded',
      };
  }
}

function countryOf({ locationId }: TwinPerson, { locations }: Twin) {
  const alpha2 = locations.find(({ id }) => id === locationId)?.country ?? '';
  const [code, name] = countries[alpha2] ?? [];
  return code === undefined ? null : { alpha_2_code: alpha2, code, name, supported_json_schemas: [] };
}

function personalDetails(person: TwinPerson, today: string): object | null {
  if (isEnrolling(person, today)) return null;
  const isRedacted = person.id % 7 === 0;
  return {
    given_name: person.firstName,
    surname: person.lastName,
    preferred_name: person.preferredName,
    mobile_number: isRedacted ? '********' : person.phone,
    redacted_fields: isRedacted ? ['mobile_number'] : [],
  };
}
