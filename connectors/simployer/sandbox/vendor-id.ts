/** Ids are 24 hexadecimal digits. */
export function toVendorId(kind: 'a' | 'b' | 'c' | 'd' | 'e' | 'f', id: number): string {
  return `66b1${kind}${id.toString(16).padStart(19, '0')}`;
}

export const toEmployeeId = (id: number): string => toVendorId('a', id);
