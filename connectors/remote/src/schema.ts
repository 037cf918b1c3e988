import { vendorId, vendorObject, vendorText } from '@rollcall/core';
import { z } from 'zod';

// Much in these varies by country: what cannot be read there is noted by `map` and costs nobody the whole record.
const details = vendorObject({}).nullish();
const rows = z.array(vendorObject({})).nullish();

/** What is redacted for the token is not delivered, whatever stands in its place. */
const personal = vendorObject({}).transform(({ redacted_fields: redacted, ...delivered }) => {
  const isRedacted = (key: string): boolean => Array.isArray(redacted) && redacted.includes(key);
  return Object.fromEntries(Object.entries(delivered).filter(([key]) => !isRedacted(key)));
});

const standing = { status: vendorText, provisional_start_date: vendorText, termination_date: vendorText };
const parts = { country: details, personal_details: personal.nullish() };
const lists = { bank_account_details: rows, custom_field_values: rows, cost_center_allocations: rows };

/** The single record over the one of the list, and the rows that are read beside it. What is not named is judged by `map`. */
export const RemoteEmployment = vendorObject({ id: vendorId, ...standing, ...parts, ...lists });
export type RemoteEmployment = z.infer<typeof RemoteEmployment>;

/** The member of this name, or the value itself where it has none: examples of the specification lack the wrapper of their schema. */
export function unwrapped(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : value;
}

/** Enough of a record to ask for the rest of it. */
export const Identified = vendorObject({ id: z.union([z.string().min(1), z.number()]) });
export const EmploymentAnswer = z.preprocess((body) => unwrapped(unwrapped(body, 'data'), 'employment'), Identified);

const Page = vendorObject({ total_count: z.number().nullish(), total_pages: z.number().nullish() });
export const PageAnswer = z.preprocess((body) => unwrapped(body, 'data'), Page);

/** One of the documented forms of an error; in the others the message is a text. */
export const Problem = vendorObject({ message: vendorObject({ code: z.string() }) });
