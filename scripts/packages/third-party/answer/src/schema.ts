import { vendorCell, vendorId, vendorReference, vendorText } from '@rollcall/core';
import { z } from 'zod';

/** What is read of one person of Larkspur HR, and nothing else. */
export const LarkspurHrEmployee = z.looseObject({
  id: vendorId,
  person_number: vendorCell,
  work_email: vendorText,
  first_name: vendorText,
  last_name: vendorText,
  state: vendorText,
  hired_on: vendorText,
  last_day: vendorText,
  job_title: vendorText,
  team: vendorReference,
  manager: vendorReference,
  updated_at: vendorText,
});
export type LarkspurHrEmployee = z.infer<typeof LarkspurHrEmployee>;

/** One page: records are judged one by one, by their own shape. */
export const Page = z.looseObject({
  people: z.array(z.unknown()),
  meta: z.looseObject({ next_cursor: z.string().nullish(), total: z.number().nullish() }).nullish(),
});
