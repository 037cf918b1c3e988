import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';
import { toVendorId } from './vendor-id.ts';

const companyId = toVendorId(1);

/** One employee. Hire date and job title are not here. */
export function toEmployeeWire(person: TwinPerson, today: string): object {
  const { id, firstName, lastName, email, managerId, terminationDate } = person;
  const hasLeft = stateOf(person, today) === 'terminated';
  return {
    id: toVendorId(id),
    access_id: toVendorId(id + 1_000_000),
    first_name: firstName,
    last_name: lastName,
    full_name: `${firstName} ${lastName}`,
    preferred_name: person.preferredName,
    birth_name: null,
    gender: null,
    identifier: null,
    identifier_type: null,
    // Every seventh profile has no address of its own, and the one of the session counts.
    email: id % 7 === 0 ? null : email,
    login_email: email,
    communications_email: null,
    unconfirmed_communications_email: null,
    personal_email: person.personalEmail,
    birthday_on: null,
    nationality: null,
    country: null,
    bank_number: person.iban,
    swift_bic: null,
    bank_number_format: 'iban',
    company_id: companyId,
    legal_entity_id: toVendorId(person.entityId),
    location_id: toVendorId(person.locationId),
    default_work_area_id: null,
    created_at: `${person.originalHireDate}T08:00:00.000Z`,
    updated_at: person.updatedAt.replace('Z', '.000Z'),
    social_security_number: null,
    is_terminating: terminationDate !== null && !hasLeft,
    terminated_on: terminationDate,
    termination_reason_type: hasLeft ? 'others' : null,
    termination_reason: null,
    termination_observations: null,
    termination_type_description: null,
    manager_id: managerId === null ? null : toVendorId(managerId),
    timeoff_manager_id: null,
    phone_number: person.phone,
    company_identifier: person.number,
    age_number: null,
    contact_name: null,
    contact_number: null,
    seniority_calculation_date: person.originalHireDate,
    pronouns: null,
    active: !hasLeft,
    disability_percentage_cents: null,
    identifier_expiration_date: null,
    attendable: true,
    country_of_birth: null,
    birthplace: null,
  };
}

/** All versions of the contracts of everybody, by id: earlier employments, the present one, and promotions that are planned. */
export function contractVersions({ people }: Twin): readonly object[] {
  return people.flatMap((person) => {
    const { id, hireDate, jobTitle, employmentType } = person;
    const earlier = person.stints.map(({ from, until }, nth) => version(person, [nth, from, from, 'Earlier post', until]));
    // The end of a fixed term stands in the contract from the first day.
    const endsOn = employmentType === 'fixed_term' ? '2026-01-31' : null;
    const present = version(person, [7, hireDate, hireDate, jobTitle, endsOn]);
    const planned = id % 5 === 0 ? [version(person, [8, '2199-01-01', hireDate, 'Post to come', endsOn])] : [];
    return [...earlier, present, ...planned];
  });
}

type Version = readonly [nth: number, effectiveOn: string, startsOn: string, title: string, endsOn: string | null];

function version({ id, employmentType }: TwinPerson, [nth, effectiveOn, startsOn, title, endsOn]: Version): object {
  return {
    id: toVendorId(id * 10 + nth),
    company_id: companyId,
    employee_id: toVendorId(id),
    effective_on: effectiveOn,
    country: 'es',
    job_title: title,
    job_catalog_tree_node_uuid: null,
    starts_on: startsOn,
    ends_on: endsOn,
    has_payroll: true,
    has_trial_period: false,
    trial_period_ends_on: null,
    salary_amount: null,
    salary_frequency: null,
    working_week_days: 'monday,tuesday,wednesday,thursday,friday',
    working_hours: employmentType === 'part_time' ? 2_000 : 4_000,
    working_hours_frequency: 'week',
    bank_holiday_treatment: 'workable',
    version_data: null,
    fr_forfait_jours: false,
    created_at: `${startsOn}T08:00:00.000Z`,
    updated_at: `${startsOn}T08:00:00.000Z`,
  };
}
