/** Ids of the platform, one range for each kind of thing. */
export function guid(kind: number, id: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(id).padStart(12, '0')}`;
}
