import type { CustomerEngine, Employee } from '@rollcall/core';
import type { NameOf } from './show-operations.ts';

/** What people of a connection are called, where names were asked for. */
export async function peopleNames(
  customer: CustomerEngine,
  connectionId: string,
  wanted: boolean | undefined,
): Promise<NameOf | undefined> {
  if (wanted !== true) return undefined;
  const names = new Map<string, string>();
  for (let after: string | undefined; ;) {
    const { people, next } = await customer.people(connectionId, { limit: 1000, ...(after !== undefined && { after }) });
    for (const { employeeId, employee } of people) names.set(employeeId, nameOf(employee));
    if (next === null) return (employeeId) => names.get(employeeId);
    after = next;
  }
}

export function nameOf({ firstName, preferredName, lastName, workEmail, id }: Employee): string {
  // What somebody goes by is the whole name at some vendors.
  const called = preferredName ?? firstName ?? '';
  const parts = lastName != null && called.endsWith(lastName) ? [called] : [called, lastName];
  return parts.filter(Boolean).join(' ') || (workEmail ?? id);
}
