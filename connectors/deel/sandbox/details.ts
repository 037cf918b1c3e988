import type { TwinPerson } from '@rollcall/sandbox';
import { workerNumberOf } from './person.ts';

/** What stands in the answer about personal information; a leave that is long is one out of office. */
export function personalOf(person: TwinPerson): object {
  const { uuid, number, firstName, lastName, email, personalEmail, preferredName, phone, leave } = person;
  const absence = leave && { name: 'Leave', start_date: leave.from, end_date: leave.until ?? '', leave_type: 'LONG_TERM_LEAVE' };
  return {
    id: uuid,
    worker_id: workerNumberOf(person),
    external_id: number,
    kyc: { is_kyc_approved: false, kyc_approval_date: null },
    ooo: absence,
    addresses: [],
    work_email: email,
    personal_email: personalEmail,
    preferred_name: preferredName,
    legal_first_name: firstName,
    legal_last_name: lastName,
    date_of_birth: null,
    nationalities: [],
    demographics: null,
    phone_numbers: phone === null ? [] : [{ type: 'WORK', ...dialled(phone) }],
    emergency_contacts: [],
  };
}

/** Every value is text there, or none. */
export function customFieldsOf({ teamId, costCenterId }: TwinPerson): readonly object[] {
  return [
    { name: 'Cost code', value: String(costCenterId) },
    { name: 'Crew', value: teamId === null ? null : String(teamId) },
  ];
}

export function bankOf({ uuid, firstName, lastName, iban, updatedAt }: TwinPerson): object {
  return {
    id: `bank-${uuid.slice(0, 8)}`,
    status: 'active',
    iban,
    full_name: `${firstName} ${lastName}`,
    created_at: updatedAt,
    updated_at: updatedAt,
  };
}

/** The dial code stands apart from the number. */
function dialled(phone: string): object {
  const [code, ...others] = phone.split(' ');
  return { dial_code: code, phone_number: others.join(' ') };
}
