/** Says of what kind a value is, without saying the value: what reports and errors may hold. */
export function valueClass(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `text of ${String(value.length)} characters`;
  if (Array.isArray(value)) return `list of ${String(value.length)}`;
  return typeof value;
}
