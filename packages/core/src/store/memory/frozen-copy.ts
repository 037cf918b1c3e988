const copies = new WeakSet<object>();

/**
 * A copy that nobody can change, of a value that JSON can carry. Copies are handed out as they are and taken back without
 * copying again: rows that come from the store and return to it cost nothing.
 */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null || copies.has(value)) return value;
  const copy: unknown = copyOf(value);
  copies.add(copy as object);
  return copy as T;
}

/** A copy of a frozen row with some primitive values changed; those that are undefined are left as they are. */
export function frozenWith<T extends object>(row: T, changes: { readonly [Key in keyof T]?: T[Key] | undefined }): T {
  const copy = { ...row };
  for (const key of Object.keys(changes) as (keyof T)[]) {
    const value = changes[key];
    if (value !== undefined) copy[key] = value;
  }
  copies.add(copy);
  return Object.freeze(copy);
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || copies.has(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(copyOf));
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    // A vendor's field may have this name; assigned it would change the prototype and be lost.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: copyOf(inner), enumerable: true });
    else copy[key] = copyOf(inner);
  }
  return Object.freeze(copy);
}
