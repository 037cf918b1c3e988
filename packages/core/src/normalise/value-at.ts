const keysByPath = new Map<string, readonly (readonly string[])[]>();

/**
 * What stands in a vendor's record at a path: names with dots. `a | b` is the first that says something; where none does,
 * `null` if one of them says that there is nothing, else undefined (not delivered).
 */
export function valueAt(record: unknown, path: string): unknown {
  let alternatives = keysByPath.get(path);
  if (alternatives === undefined) {
    alternatives = path.split('|').map((alternative) => alternative.trim().split('.'));
    keysByPath.set(path, alternatives);
  }
  let nothing: null | undefined;
  for (const keys of alternatives) {
    const value = follow(record, keys);
    if (value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')) return value;
    if (value !== undefined) nothing = null;
  }
  return nothing;
}

/** Ends with `null` where the vendor says that a part on the way does not exist: there is nothing in nothing. */
function follow(record: unknown, keys: readonly string[]): unknown {
  let value = record;
  for (const key of keys) {
    if (value === null) return null;
    if (typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
