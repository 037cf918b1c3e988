import type { CustomerEngine, Employee, Person, Situation } from '@rollcall/core';

export type NameOf = (employeeId: string) => string;

/** Everybody as last read and decided, page by page as an administrator's list would. */
export async function everybody(
  acme: CustomerEngine,
  connectionId: string,
  situations?: readonly Situation[],
): Promise<Person[]> {
  const all: Person[] = [];
  for (let after: string | undefined; ;) {
    const page = { limit: 1000, ...(after !== undefined && { after }), ...(situations !== undefined && { situations }) };
    const { people, next } = await acme.people(connectionId, page);
    all.push(...people);
    if (next === null) return all;
    after = next;
  }
}

export async function namesOf(acme: CustomerEngine, connectionId: string): Promise<NameOf> {
  const people = await everybody(acme, connectionId);
  const names = new Map(people.map(({ employeeId, employee }) => [employeeId, nameOf(employee)]));
  return (employeeId) => names.get(employeeId) ?? employeeId;
}

function nameOf({ id, firstName, lastName, jobTitle }: Employee): string {
  const name = [firstName, lastName].filter(Boolean).join(' ') || id;
  return jobTitle == null ? name : `${name}, ${jobTitle}`;
}
