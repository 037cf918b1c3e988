// Ids of new clusters begin beyond what a JavaScript number holds.
const prefix = '3689348814741';

/** The same number of another kind of thing is another id, as ids are per list. */
export function toVendorId(id: number): string {
  return `${prefix}${String(id).padStart(7, '0')}`;
}

/** Undefined for what is no id of this company. */
export function fromVendorId(id: string): number | undefined {
  return id.startsWith(prefix) && id.length === prefix.length + 7 ? Number(id.slice(prefix.length)) : undefined;
}
