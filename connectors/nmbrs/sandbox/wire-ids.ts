/** Ids of Nmbrs are UUIDs: one from a number of the twin, different for each kind of thing. */
export function wireId(kind: number, id: number): string {
  const head = String(kind).padStart(8, '0');
  return `${head}-5d0e-4b7a-9c31-${id.toString(16).padStart(12, '0')}`;
}

export const kinds = { company: 1, department: 2, costCenter: 3, entry: 4, debtor: 5, applicant: 6, manager: 7 } as const;
