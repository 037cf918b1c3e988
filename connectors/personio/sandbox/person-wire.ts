import { stateOf, type TwinPerson } from '@rollcall/sandbox';
import { employmentIds } from './employment-wire.ts';

const origin = 'https://api.personio.de';

/** A person of version 2. Employments are named by id only; status knows ACTIVE (leave and onboarding too) and INACTIVE. */
export function personWire(person: TwinPerson, today: string) {
  const id = String(person.id);
  return {
    id,
    email: person.email,
    created_at: `${person.originalHireDate}T08:00:00Z`,
    updated_at: personUpdatedAt(person),
    first_name: person.firstName,
    last_name: person.lastName,
    preferred_name: person.preferredName === null ? '' : `${person.preferredName} ${person.lastName}`,
    gender: 'UNSPECIFIED',
    status: stateOf(person, today) === 'terminated' ? 'INACTIVE' : 'ACTIVE',
    profile_picture: { url: `${origin}/v1/company/employees/${id}/profile-picture` },
    custom_attributes: customAttributes(person),
    employments: employmentIds(person).map((employmentId) => ({ id: employmentId })),
    _meta: { links: { employments: { href: `${origin}/v2/persons/${id}/employments` } } },
  };
}

/** A change of the employment is not promised to move the person's own timestamp: it does so for every other person. */
export function personUpdatedAt({ id, updatedAt }: TwinPerson): string {
  return id % 2 === 0 ? updatedAt : '2001-01-01T00:00:00Z';
}

function customAttributes({ number, personalEmail, phone, iban, locationId, employmentType }: TwinPerson) {
  return [
    { id: 'dynamic_4471', type: 'STRING', global_id: 'iban', label: 'IBAN', value: iban },
    { id: 'dynamic_4472', type: 'string', global_id: 'employee_number', value: number },
    { id: 'dynamic_4473', type: 'STRING', global_id: null, label: 'Private e-mail', value: personalEmail },
    { id: 'dynamic_4474', type: 'STRING', global_id: 'mobile_phone', label: 'Mobile phone', value: phone },
    { id: 'dynamic_4475', type: 'INT', global_id: 'floor', value: locationId % 7 },
    { id: 'dynamic_4476', type: 'BOOLEAN', global_id: 'trainee', label: 'Trainee', value: employmentType === 'apprentice' },
    { id: 'dynamic_4477', type: 'STRING_LIST', global_id: 'languages', label: 'Languages', value: ['en', 'nb'] },
  ];
}
