import { valueAt } from '@rollcall/core';

const kinds = ['profile.login', 'profile.email', 'profile.employeeNumber'];

export const hasLeft = (user: unknown): boolean => String(valueAt(user, 'status')).toUpperCase() === 'DEPROVISIONED';

/**
 * Whom the text means that somebody entered as a manager: an id of Okta, a username, an address or an employee number, tried in
 * this order. `null` where several can be meant. Somebody who has left counts where nobody else is called so.
 */
export function managerFinder(users: readonly unknown[]): (stated: unknown) => string | null | undefined {
  const ids = new Set(users.map((user) => textOf(valueAt(user, 'id'))));
  const staff = users.filter((user) => !hasLeft(user));
  const leavers = users.filter(hasLeft);
  const indexes = kinds.flatMap((path) => [staff, leavers].map((group) => idsBy(path, group)));
  return (value) => {
    const stated = textOf(value);
    if (stated === undefined || ids.has(stated)) return stated;
    const name = stated.toLowerCase();
    return indexes.find((index) => index.has(name))?.get(name);
  };
}

function idsBy(path: string, users: readonly unknown[]): ReadonlyMap<string | undefined, string | null> {
  const index = new Map<string | undefined, string | null>();
  for (const user of users) {
    const name = textOf(valueAt(user, path))?.toLowerCase();
    const id = textOf(valueAt(user, 'id')) ?? null;
    // Whoever came twice is still one person.
    if (name !== undefined) index.set(name, index.has(name) && index.get(name) !== id ? null : id);
  }
  return index;
}

/** What was entered may be a number, or nothing. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}
