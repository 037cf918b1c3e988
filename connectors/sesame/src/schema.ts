import { lookedUp, vendorCell, vendorId, vendorObject, vendorReference, vendorText } from '@rollcall/core';
import { z } from 'zod';

/** Who belongs to what. The rows embed whole people, bank accounts included: nothing but their ids is kept. */
export const Assignation = z.object({
  employee: z.object({ id: vendorId }),
  manager: z.object({ id: vendorId }).nullish(),
  permission: vendorText,
  order: vendorCell,
  department: vendorReference,
  office: vendorReference,
  createdAt: vendorText,
});
export type Assignation = z.infer<typeof Assignation>;

const CustomField = vendorObject({ slug: vendorText, value: z.unknown() });
const ofPeople = lookedUp<readonly Assignation[]>();

/** A person and what other requests say of them. A part that could not be read, or was not asked for, is missing. */
export const SesameRecord = z.object({
  employee: vendorObject({ id: vendorId, status: vendorText, customFields: z.array(CustomField).nullish() }),
  /** The filter under which the person came, in case the record does not repeat it. */
  listedAs: z.string().optional(),
  /** `null` when Sesame does not know the person's contracts. */
  contracts: z.array(vendorObject({})).nullish(),
  chartManager: vendorReference,
  approvers: ofPeople,
  departments: ofPeople,
  offices: ofPeople,
});
export type SesameRecord = z.infer<typeof SesameRecord>;
