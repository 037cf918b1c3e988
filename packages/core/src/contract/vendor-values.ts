import { z } from 'zod';
import { vendorObject } from './vendor-object.ts';

/** An id on the wire: text, or the number that some vendors write. `identifier` makes one form of them. */
export const vendorId = z.union([z.string(), z.number()]);

/** A text on the wire that may be `null` or missing. */
export const vendorText = z.string().nullish();

/** A text on the wire that some accounts send as a number, such as a personnel number. */
export const vendorCell = z.union([z.string(), z.number()]).nullish();

/** `{ id, name }` of something else; each part, and the whole, may be missing. */
export const vendorReference = vendorObject({ id: vendorId.nullish(), name: vendorText }).nullish();

/** One of several addresses, numbers, organizations, of which each says what it is. */
const VendorEntry = vendorObject({});

/** Is this the entry that is looked for? @useDeclaredType */
export type EntryFit = (entry: z.infer<typeof VendorEntry>) => boolean;

export const ofType = (...types: readonly unknown[]): EntryFit => {
  return ({ type }) => types.includes(type);
};

export const isPrimary: EntryFit = ({ primary }) => primary === true;

/** The one entry of a list that counts, the first that fits best: absent without a list, `null` where none does. */
export function vendorEntry(...fits: readonly EntryFit[]) {
  const list = z.array(VendorEntry).nullish();
  return list.transform((entries) => entries && (fits.flatMap((isFit) => entries.find(isFit) ?? [])[0] ?? null));
}

/** Rows of a look-up by key, as a record carries them along; missing when they were not asked for or may not be read. */
export function lookedUp<Row>(): z.ZodType<ReadonlyMap<string, Row> | undefined> {
  return z.custom<ReadonlyMap<string, Row>>((value) => value instanceof Map).optional();
}
