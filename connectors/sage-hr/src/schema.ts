import { vendorCell, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

// Nothing but the id is promised; live accounts send null in most fields. `post_code` is a number that lost its zeros: not read.
const person = { id: vendorId, email: vendorText, first_name: vendorText, last_name: vendorText, employee_number: vendorCell };
const job = { employment_start_date: vendorText, position: vendorText, employment_status: vendorText, team: vendorText };
const ties = { team_id: vendorCell, reports_to_employee_id: vendorCell, work_phone: vendorCell, mobile_phone: vendorCell };
const CustomField = vendorObject({ label: vendorText, value: z.unknown() });

/** One person of either list; terminated employees have neither team, manager, employment status nor phone. */
export const SageHrRecord = z.object({
  person: vendorObject({ ...person, ...job, ...ties }),
  /** Is the person on the active list? */
  isActive: z.boolean(),
  /** `termination_date` of the terminated list; null for whoever is not on it. */
  lastDay: vendorText,
  customFields: z.array(CustomField).nullish(),
});
export type SageHrRecord = z.infer<typeof SageHrRecord>;

const Meta = vendorObject({ next_page: vendorId.nullish(), total_entries: z.number().nullish() });

/** Of a list. Without a next page and a total nobody could say whether this page is the last. */
export const Page = vendorObject({
  data: z.array(z.unknown()),
  meta: Meta.refine((meta) => meta.next_page !== undefined || meta.total_entries != null, 'next_page or total_entries'),
});
export const OneEmployee = vendorObject({ data: vendorObject({}) });
export const CustomFields = vendorObject({ data: z.array(z.unknown()) });
