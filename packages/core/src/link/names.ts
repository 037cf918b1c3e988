import { comparable } from '../scope/comparable.ts';

interface Named {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
}

/** Names never link anybody; where both differ, an address or a number has been given to somebody else (rule L4). */
export function isSomebodyElse(now: Named, before: Named): boolean {
  return differ(now.firstName, before.firstName) && differ(now.lastName, before.lastName);
}

function differ(name: string | null | undefined, other: string | null | undefined): boolean {
  return name != null && other != null && comparable(name) !== comparable(other);
}
