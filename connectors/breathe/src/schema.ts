import { vendorCell, vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

// Older samples write nothing as empty text instead of `null`.
const nothing = z.literal('').transform(() => null);
const reference = z.union([vendorObject({}), nothing]).nullish();

/** What is read of a record, and nothing else: health, pay and national insurance come unasked and end here. */
export const BreatheEmployee = z.object({
  id: vendorId,
  employee_ref: vendorCell,
  email: vendorText,
  personal_email: vendorText,
  first_name: vendorText,
  last_name: vendorText,
  known_as: vendorText,
  status: vendorText,
  full_or_part_time: vendorText,
  company_join_date: vendorText,
  join_date: vendorText,
  leaving_date: vendorText,
  job_title: vendorText,
  department: reference,
  division: reference,
  location: reference,
  line_manager: reference,
  work_mobile: vendorCell,
  ddi: vendorCell,
  sort_code: vendorCell,
  account_number: vendorCell,
  // In no documented form: another one than these costs nobody the whole record.
  custom_fields: z
    .union([z.array(vendorObject({})), z.record(z.string(), z.unknown())])
    .nullish()
    .catch(undefined),
  updated_at: vendorText,
});
export type BreatheEmployee = z.infer<typeof BreatheEmployee>;

export const Page = vendorObject({ employees: z.array(z.unknown()) });
export const One = vendorObject({ employees: z.array(z.unknown()).min(1) });
