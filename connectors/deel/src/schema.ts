import { vendorCell, vendorId, vendorObject, vendorReference, vendorText } from '@rollcall/core';
import { z } from 'zod';

const days = { start_date: vendorText, completion_date: vendorText, termination_last_day: vendorText };
const DeelEmployment = vendorObject({ ...days, is_ended: z.boolean().nullish(), work_email: vendorText, team: vendorReference });
export type DeelEmployment = z.infer<typeof DeelEmployment>;

const names = { first_name: vendorText, last_name: vendorText, preferred_first_name: vendorText, job_title: vendorText };
const words = { person_status: vendorText, hiring_status: vendorText, new_hiring_status: vendorText, hiring_type: vendorText };
const groups = { department: vendorReference, client_legal_entity: vendorReference, direct_manager: vendorReference };
const places = { work_location: vendorText, country: vendorText, updated_at: vendorText };
const ends = { direct_employee_termination_last_day: vendorText, worker_termination_last_date_of_work: vendorText };

const Phone = vendorObject({ type: vendorText, dial_code: vendorCell, phone_number: vendorCell });
const Absence = vendorObject({ start_date: vendorText, end_date: vendorText, leave_type: vendorText });
const Bank = vendorObject({ iban: vendorText, account_number: vendorCell, sort_code: vendorCell, status: vendorText });

/** One person, of the list or of the single read, which has no `person_status`, with the details that were asked for. */
export const DeelPerson = vendorObject({
  ...{ ...names, ...words, ...groups, ...places, ...days, ...ends },
  id: vendorId,
  worker_id: vendorCell,
  external_id: vendorCell,
  active_worker_termination_status: vendorText,
  emails: z.array(vendorObject({ type: vendorText, value: vendorText })).nullish(),
  employments: z.array(DeelEmployment).nullish(),
  personal: vendorObject({ phone_numbers: z.array(Phone).nullish(), ooo: Absence.nullish() }).nullish(),
  custom_fields: z.array(vendorObject({ name: vendorText, value: z.unknown() })).nullish(),
  banks: z.array(Bank).nullish(),
});
export type DeelPerson = z.infer<typeof DeelPerson>;

/** `page` is declared optional. */
export const PeoplePage = vendorObject({
  data: z.array(z.unknown()),
  page: vendorObject({ total_rows: z.int().nullish() }).nullish(),
});

export const PersonAnswer = vendorObject({ data: vendorObject({}) });
