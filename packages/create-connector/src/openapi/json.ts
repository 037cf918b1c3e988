/** An object of somebody else's document: its members are only ever looked up by `memberOf`. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: never one that it inherits. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function objectAt(value: unknown, ...names: readonly string[]): Json | undefined {
  let found: unknown = value;
  for (const name of names) found = memberOf(found, name);
  return isObject(found) ? found : undefined;
}

export function textAt(value: unknown, ...names: readonly string[]): string | undefined {
  const found = memberOf(objectAt(value, ...names.slice(0, -1)), names.at(-1) ?? '');
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const found = memberOf(value, name);
  return Array.isArray(found) ? found : [];
}
