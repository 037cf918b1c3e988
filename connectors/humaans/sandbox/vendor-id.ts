/** Ids are opaque texts of 24 letters and digits. */
export function toVendorId(kind: string, id: number): string {
  return kind + String(id).padStart(24 - kind.length, 'x');
}

export const toPersonId = (id: number): string => toVendorId('Pe', id);
