import { stateOf, type Twin, type TwinGroup, type TwinPerson } from '@rollcall/sandbox';

const workingHours: Readonly<Record<string, string | undefined>> = { full_time: 'Full time', part_time: 'Part time' };

/** A whole record: everything sensitive comes unasked. */
export function employeeWire(person: TwinPerson, twin: Twin) {
  const manager = person.managerId === null ? undefined : twin.person(person.managerId);
  const lineManager = manager && { id: manager.id, first_name: manager.firstName, last_name: manager.lastName };
  return {
    length_of_service_in_months: 30,
    age: 40,
    full_or_part_time: workingHours[person.employmentType] ?? null,
    notice_period: '1 month',
    photo_url: '',
    working_pattern: { id: 9, name: 'Mon-Fri', total_hours: '37.5', default: true },
    holiday_allowance: { id: 2, name: '25 days' },
    line_manager: lineManager ?? null,
    holiday_approver: lineManager ?? null,
    department: referenceTo(twin.departments, person.departmentId),
    division: referenceTo(twin.divisions, person.divisionId),
    location: referenceTo(twin.locations, person.locationId),
    gender: null,
    statutory_holiday_country: null,
    receives_statutory_holidays: true,
    salary: '31000.0',
    status: statusOf(person, twin.today),
    // Of the present job, which may have begun later.
    job_start_date: twin.today,
    job_title: person.jobTitle,
    hr: false,
    custom_fields: person.id % 4 === 0 ? [{ id: 1, name: 'Cost centre', value: String(person.costCenterId) }] : [],
    id: person.id,
    account_id: 7001,
    first_name: person.firstName,
    middle_name: '',
    last_name: person.lastName,
    // Mandatory here: whoever has no mailbox of the company carries a private one.
    email: person.email ?? person.personalEmail,
    company_join_date: person.hireDate,
    dob: '1985-05-05',
    known_as: person.preferredName ?? '',
    marital_status: '',
    nationality: '',
    ethnicity: '',
    national_insurance_no: 'QQ123456C',
    driving_license: '',
    ddi: person.id % 2 === 0 ? (person.phone ?? '') : '',
    work_ext: '',
    work_mobile: person.id % 2 === 0 ? '' : (person.phone ?? ''),
    personal_mobile: '',
    home_telephone: '',
    personal_email: person.personalEmail,
    address1: '1 Lane',
    address2: '',
    address3: '',
    city: '',
    county: '',
    postcode: '',
    country: 'GB',
    bank_name: 'Bank of Nowhere',
    bank_branch: '',
    sort_code: '20-00-00',
    account_number: accountNumberOf(person),
    building_society: '',
    ref_number: '',
    leaving_date: person.terminationDate,
    employee_ref: person.number ?? '',
    contract_provider: '',
    probation_date: null,
    remuneration_currency: { id: 1, name: 'GBP' },
    created_at: `${person.originalHireDate}T08:00:00+00:00`,
    updated_at: person.updatedAt.replace('Z', '+00:00'),
  };
}

export function accountNumberOf({ id }: TwinPerson): string {
  return String(id).padStart(8, '0');
}

/** Only "Current employee" is documented; the other words are those that public clients know. */
function statusOf(person: TwinPerson, today: string): string {
  const state = stateOf(person, today);
  if (state === 'terminated') return person.id % 3 === 0 ? 'Left' : 'Ex-employee';
  if (state === 'preboarding') return 'Pending';
  return person.terminationDate === null ? 'Current employee' : 'Leaving';
}

function referenceTo(groups: readonly TwinGroup[], wanted: number): { readonly id: number; readonly name: string } | null {
  const found = groups.find(({ id }) => id === wanted);
  return found === undefined ? null : { id: found.id, name: found.name };
}
