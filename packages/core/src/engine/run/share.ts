import type { Employee } from '../../employee/employee.ts';

/**
 * Lets people of one company share what is the same for many of them (departments, locations, entities): a company of
 * 200,000 is held in memory while it is planned, and most of its bytes would be copies.
 */
export function createShare(): (employee: Employee) => Employee {
  const shared = new Map<string, unknown>();
  const share = <T extends { readonly id?: string; readonly name: string | null }>(
    kind: string,
    value: T | null | undefined,
  ): T | null | undefined => {
    if (value == null) return value;
    const key = `${kind}\n${value.id ?? ''}\n${value.name ?? ''}`;
    const known = shared.get(key) as T | undefined;
    if (known !== undefined && sameShape(known, value)) return known;
    shared.set(key, value);
    return value;
  };
  return (employee) => {
    const target: { -readonly [Field in keyof Employee]: Employee[Field] } = employee;
    for (const field of groups) {
      const value = target[field];
      if (value != null) (target as Record<string, unknown>)[field] = share(field, value);
    }
    return target;
  };
}

const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter', 'workLocation'] as const;

function sameShape(a: object, b: object): boolean {
  const left = Object.entries(a);
  return left.length === Object.keys(b).length && left.every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
