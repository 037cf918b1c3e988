import { vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

// Declared is only what is looked into: what stands in the other fields is judged by what reads it.
const part = vendorObject({}).nullish();

/** What a look-up holds: a department or the like, a personal record, a value of a custom property. */
export const Row = vendorObject({ employee: part, definition: part, address: part, bankAccount: part });
export type Row = z.infer<typeof Row>;

/**
 * An employee with the employment and the position that apply (the present ones, else the next to come, else the last), and
 * with the rows of other lists that belong to them, by the name of the list.
 */
export const LuccaRecord = vendorObject({
  employee: vendorObject({ id: vendorId, applicableEmployment: part, applicableJobPosition: part }),
  employment: vendorObject({ start: part, end: part, legalEntity: part, template: part }),
  position: vendorObject({ manager: part, department: part, businessEstablishment: part, jobQualification: part }),
  'employee-attributes': z.array(Row).optional(),
});
export type LuccaRecord = z.infer<typeof LuccaRecord>;

/** `embedded` holds resources by type and id; it, or a type of it, is null where it may not be read. */
export const LuccaPage = vendorObject({
  items: z.array(z.unknown()),
  embedded: z.record(z.string(), z.record(z.string(), z.unknown()).nullish()).nullish(),
  totalCount: z.number().nullish(),
  links: vendorObject({ next: vendorObject({ href: z.string() }).nullish() }).nullish(),
});
export type LuccaPage = z.infer<typeof LuccaPage>;
