import { vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

const part = vendorObject({}).nullish();

/** What comes beside the records of an answer, by name; what is no list counts as not delivered. */
const relations = z.record(z.string(), z.array(z.unknown()).optional().catch(undefined)).nullish();
export type Relations = Readonly<Record<string, readonly unknown[] | undefined>> | null | undefined;

/** Any list. `count` and `offset` say nothing that the records do not. */
export const SimployerPage = vendorObject({ data: z.array(z.unknown()), total: z.number().nullish(), relations });
export type SimployerPage = z.infer<typeof SimployerPage>;

export const OneEmployee = vendorObject({ data: vendorObject({}), relations });

const flag = z.union([z.boolean(), z.string()]).transform(String).nullish();
const employee = vendorObject({ id: vendorId, active: flag, bankAccount: part, custom: part });
const references = { employmentType: part, office: part, department: part, costCenter: part, company: part, team: part };

/** An employee with the employment that counts and with what the ids stand for. */
export const SimployerRecord = vendorObject({ employee, employment: part, ...references });
export type SimployerRecord = z.infer<typeof SimployerRecord>;
