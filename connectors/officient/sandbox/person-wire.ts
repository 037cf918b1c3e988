import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** Archiving is done by hand: of every fourth leaver it was forgotten. */
export function isArchived(person: TwinPerson, { today }: Twin): boolean {
  return stateOf(person, today) === 'terminated' && person.id % 4 !== 0;
}

/** Of some who were archived nobody entered the last day. */
export function lastDayOf(person: TwinPerson, twin: Twin): string | null {
  const { hireDate, terminationDate, stints } = person;
  if (isArchived(person, twin) && person.id % 5 === 0) return null;
  // Until somebody who is to come back has come, the end of the employment before stands.
  return hireDate > twin.today ? (stints.at(-1)?.until ?? terminationDate) : terminationDate;
}

/** A row of the list. */
export function rowOf(person: TwinPerson, twin: Twin): object {
  return {
    id: person.id,
    name: `${person.firstName} ${person.lastName}`,
    email: person.email,
    role_name: person.jobTitle,
    archived: isArchived(person, twin) ? 1 : 0,
    linked_payroll_provider_external_id: person.number ?? '',
    payroll_provider: 'DemoPayroll',
    linked_integration_alias: '',
  };
}

/** Everything that is known of one person, sensitive or not. Texts that nobody filled in are empty. */
export function detailOf(person: TwinPerson, twin: Twin): object {
  const { id, firstName, lastName, email, personalEmail, number, phone, iban } = person;
  return {
    id,
    deleted: isArchived(person, twin) ? 1 : 0,
    name: `${firstName} ${lastName}`,
    // Of some only the whole name was entered; it has one space.
    ...(hasWholeNameOnly(person) ? { first_name: '', last_name: '' } : { first_name: firstName, last_name: lastName }),
    created_at: Date.parse(`${person.originalHireDate}T08:00:00Z`) / 1000,
    preferred_language_code: 'nl',
    email,
    personal_email: personalEmail,
    ...unread,
    linked_payroll_provider: 'acerta',
    linked_payroll_employee_id: '',
    linked_payroll_employee_number: number ?? '',
    phone: phone ?? '',
    bank_account_iban: iban.replaceAll(/(.{4})(?=.)/g, '$1 '),
    bank_account_bic: bic,
    ...tiesOf(person, twin),
    custom_fields: customFieldsOf(person, twin),
  };
}

export const bic = 'FICTBEBB';

export function hasWholeNameOnly({ id, firstName, lastName }: TwinPerson): boolean {
  return id % 6 === 0 && !/\s/.test(firstName + lastName);
}

const unread = {
  national_number: '',
  social_security_nr: '',
  birthdate: '1985-05-05',
  birthplace: '',
  avatar: 'https://avatars.example/none',
  dependent_adults_below_65: 0,
  dependent_children: 0,
  dependent_adults_above_65: 0,
  dependent_disabled_children: 0,
  dependent_disabled_adults_below_65: 0,
  dependent_disabled_adults_above_65: 0,
  spouse_has_income: false,
  civil_state: 'single',
  nationality_country_code: 'BE',
  gender: '',
  emergency_contact: { name: '', relation: '', phone: '' },
  // The vendor's own example has such a date.
  address: {
    line_1: '',
    line_2: '',
    zipcode: '',
    city: '',
    state: '',
    country_code: 'BE',
    date_last_changed: '2020-14-01',
  },
  name_parts: { initials: '', insertion: '', last_name_composition: '', insertion_partner: '', last_name_partner: '' },
};

/** The first and the last day span all employments of somebody. */
function tiesOf(person: TwinPerson, twin: Twin): object {
  const { managerId, jobTitle, hireDate, originalHireDate } = person;
  const team = twin.teams.find(({ id }) => id === person.teamId);
  const manager = managerId === null ? undefined : twin.person(managerId);
  return {
    team: team === undefined ? null : { id: team.id, name: team.name },
    employment: { first_employment_date: originalHireDate, last_employment_date: lastDayOf(person, twin) },
    current_role: { name: jobTitle, start_date: hireDate },
    current_reports_to:
      manager === undefined
        ? null
        : { person_id: manager.id, person_name: `${manager.firstName} ${manager.lastName}`, start_date: hireDate },
  };
}

function customFieldsOf({ id, costCenterId }: TwinPerson, { costCenters }: Twin): readonly object[] {
  const name = costCenters.find((each) => each.id === costCenterId)?.name ?? null;
  const badge = { custom_field_id: 109, custom_field_name: 'Badge', type: 'string', value: `B-${String(id)}`, value_name: null };
  const option = { custom_field_id: 110, custom_field_name: 'Kostenplaats', type: 'select_option' };
  return [badge, { ...option, value: String(costCenterId), value_name: name }];
}
