import { z } from 'zod';

/** An id on the wire: text, or the number that some vendors write. `identifier` makes one form of them. */
export const vendorId = z.union([z.string(), z.number()]);

/** A text on the wire that may be `null` or missing. */
export const vendorText = z.string().nullish();

/** A text on the wire that some accounts send as a number, such as a personnel number. */
export const vendorCell = z.union([z.string(), z.number()]).nullish();

/** `{ id, name }` of something else; each part, and the whole, may be missing. */
export const vendorReference = z.looseObject({ id: vendorId.nullish(), name: vendorText }).nullish();

/** Rows of a look-up by key, as a record carries them along; missing when they were not asked for or may not be read. */
export function lookedUp<Row>(): z.ZodType<ReadonlyMap<string, Row> | undefined> {
  return z.custom<ReadonlyMap<string, Row>>((value) => value instanceof Map).optional();
}
