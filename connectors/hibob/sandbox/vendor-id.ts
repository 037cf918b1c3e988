// Longer than a JavaScript number can hold, as the vendor's are.
const prefix = '34471120986';

export function toVendorId(id: number): string {
  return `${prefix}${String(id).padStart(8, '0')}`;
}

/** Undefined for what is no id of this company. */
export function fromVendorId(id: string): number | undefined {
  return id.startsWith(prefix) && id.length === prefix.length + 8 ? Number(id.slice(prefix.length)) : undefined;
}
