import { lookedUp, vendorCell, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

/** A row of any entity. Its values are read, or noted, one by one. */
export const Row = vendorObject({});
export type Row = z.infer<typeof Row>;

/** A navigation to many. One that was not expanded is a link (`__deferred`) without rows, which says nothing. */
const many = <T extends z.ZodType>(row: T) => vendorObject({ results: z.array(row).optional() }).nullish();

const EmploymentRow = vendorObject({ userId: vendorCell, jobInfoNav: many(Row) });
export type EmploymentRow = z.infer<typeof EmploymentRow>;

const Person = vendorObject({
  perPersonUuid: vendorId,
  personalInfoNav: many(Row),
  emailNav: many(Row),
  phoneNav: many(Row),
  employmentNav: many(EmploymentRow),
});

/** A payment information, which belongs to one employment (`worker` is its userId). */
export const Payment = vendorObject({ worker: vendorId, toPaymentInformationDetailV3: many(Row) });
export type Payment = z.infer<typeof Payment>;

/** A person, whose id every userId belongs to, and payment informations by userId. */
export const SuccessFactorsRecord = z.object({
  person: Person,
  owners: lookedUp<string>(),
  payments: lookedUp<readonly Payment[]>(),
});
export type SuccessFactorsRecord = z.infer<typeof SuccessFactorsRecord>;
