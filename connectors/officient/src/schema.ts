import { vendorCell, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

// Whether nothing comes as null, as empty text or as an empty list in place of an object is not documented.
const nothing = z.union([z.literal(''), z.tuple([])]).transform(() => null);
const part = z.union([vendorObject({}), nothing]).nullish();

/** 0 or 1; numbers come as texts in places. */
const flag = z.union([z.boolean(), vendorId]).nullish();
export type Flag = z.infer<typeof flag>;

const parts = { employment: part, team: part, current_role: part, current_reports_to: part };
const Person = vendorObject({ id: vendorId, deleted: flag, ...parts });

/** The details of one person and, but for a single read, the row of the list. */
export const OfficientRecord = z.object({ person: Person, listed: vendorObject({ archived: flag }).optional() });
export type OfficientRecord = z.infer<typeof OfficientRecord>;

export const PeoplePage = vendorObject({ data: z.array(z.unknown()), total_record_count: vendorCell });
export const PersonDetail = vendorObject({ data: vendorObject({}) });
export const ChangeHistory = z.object({ logs: z.array(z.object({ employee_id: vendorId })) });
