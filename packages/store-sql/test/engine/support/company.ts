import type { Employee, ManagedValues } from '@rollcall/core';

/** How many people of each fate there are between the first day and the second. */
export interface Fates {
  readonly managers: number;
  readonly unchanged: number;
  readonly leavers: number;
  readonly missing: number;
  readonly rehired: number;
  readonly retitled: number;
  readonly renamed: number;
  readonly moved: number;
  readonly created: number;
  readonly linked: number;
}

/** Five hundred people on the second day. */
export const large: Fates = {
  managers: 10,
  unchanged: 95,
  leavers: 40,
  missing: 4,
  rehired: 4,
  retitled: 34,
  renamed: 33,
  moved: 33,
  created: 200,
  linked: 100,
};

export const small: Fates = {
  managers: 3,
  unchanged: 2,
  leavers: 2,
  missing: 1,
  rehired: 1,
  retitled: 2,
  renamed: 2,
  moved: 2,
  created: 4,
  linked: 2,
};

export interface Company {
  readonly before: readonly Employee[];
  readonly after: readonly Employee[];
  /** Members by hand, whom the HR system shows on the second day. */
  readonly byHand: readonly { readonly email: string; readonly values: ManagedValues }[];
  /** New ids of people who are known under another, by their new id. */
  readonly sameAs: Readonly<Record<string, string>>;
}

/** A company on two days. On the second the people of the first manager have gone to the second, as one. */
export function createCompany(fates: Fates): Company {
  const before: Employee[] = [person('boss', null)];
  const after: Employee[] = [...before];
  const sameAs: Record<string, string> = {};
  const each = (fate: keyof Fates, work: (id: string, index: number) => void): void => {
    for (let index = 0; index < fates[fate]; index += 1) work(`${fate}-${String(index).padStart(3, '0')}`, index);
  };
  const managerOf = (index: number): string => `managers-${String(index % fates.managers).padStart(3, '0')}`;
  const stays = (id: string, managerId: string | null, then: Partial<Employee> = {}): void => {
    before.push(person(id, managerId));
    after.push(person(id, managerId === managerOf(0) ? managerOf(1) : managerId, then));
  };
  each('managers', (id) => {
    stays(id, 'boss');
  });
  each('unchanged', (id, index) => {
    stays(id, managerOf(index));
  });
  each('leavers', (id, index) => {
    stays(id, managerOf(index), { status: 'terminated', terminationDate: '2026-10-31' });
  });
  each('missing', (id, index) => {
    before.push(person(id, managerOf(index)));
  });
  each('rehired', (id, index) => {
    const again = `again-${id}`;
    stays(id, managerOf(index), { status: 'terminated', terminationDate: '2026-10-31' });
    after.push({ ...person(again, managerOf(index + 1)), workEmail: `${id}@fjordkiste.example`, employeeNumber: `no-${id}` });
    sameAs[again] = id;
  });
  each('retitled', (id, index) => {
    stays(id, managerOf(index), { jobTitle: 'Crate Lead' });
  });
  each('renamed', (id, index) => {
    stays(id, managerOf(index), { workEmail: `new-${id}@fjordkiste.example`, lastName: 'Kran' });
  });
  each('moved', (id, index) => {
    before.push(person(id, managerOf(index)));
    after.push(person(id, managerOf(index + 1) === managerOf(0) ? 'boss' : managerOf(index + 1)));
  });
  each('created', (id, index) => {
    after.push(person(id, managerOf(index)));
  });
  each('linked', (id, index) => {
    after.push(person(id, managerOf(index)));
  });
  const byHand = after
    .filter(({ id }) => id.startsWith('linked'))
    .map(({ workEmail }) => ({ email: workEmail ?? '', values: { firstName: 'Ada', jobTitle: 'Clerk' } }));
  return { before, after, byHand, sameAs };
}

function person(id: string, managerId: string | null, then: Partial<Employee> = {}): Employee {
  return {
    id,
    employeeNumber: `no-${id}`,
    workEmail: `${id}@fjordkiste.example`,
    firstName: 'Kari',
    lastName: 'Tang',
    jobTitle: 'Packer',
    department: { name: id.startsWith('retitled') ? 'Harbour' : 'Yard' },
    status: 'active',
    startDate: '2020-01-01',
    terminationDate: null,
    managerId,
    ...then,
  };
}
