/** A field of Bob by its dotted id, and the two places of an answer where its value may stand. */
export interface Field {
  readonly id: string;
  /** `root.email` stands at the top as `email`. */
  readonly keys: readonly string[];
  readonly slashKey: string;
}

export function toField(id: string): Field {
  const keys = id.split('.');
  return { id, keys: keys[0] === 'root' ? keys.slice(1) : keys, slashKey: `/${keys.join('/')}` };
}

/**
 * The machine value: of the nested form, else of the slash key. `null` is unset, undefined was not delivered.
 * Source: https://apidocs.hibob.com/docs/people-read-api-contract (2026-11).
 */
export function machineValue(person: unknown, { keys, slashKey }: Field): unknown {
  const nested = inside(person, keys);
  return nested === undefined ? inside(person, [slashKey, 'value']) : nested;
}

/** What `humanReadable` says for the field; unset fields are left out there. */
export function wordsFor(person: unknown, { keys }: Field): string | undefined {
  const words = inside(inside(person, ['humanReadable']), keys);
  return typeof words === 'string' && words.trim() !== '' ? words : undefined;
}

/** What stands in an answer at the end of these keys; undefined where it ends before. */
export function inside(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = member(found as Readonly<Record<string, unknown>>, key);
  }
  return found;
}

// The letter case of keys has varied (`work.startdate`).
function member(object: Readonly<Record<string, unknown>>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key];
  const folded = key.toLowerCase();
  const other = Object.keys(object).find((candidate) => candidate.toLowerCase() === folded);
  return other === undefined ? undefined : object[other];
}
