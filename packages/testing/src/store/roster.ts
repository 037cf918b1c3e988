import { deepEqual, equal } from 'node:assert/strict';
import type { Employee, RosterEntry } from '@rollcall/core';
import { acme, difficultTexts, rosterEntryOf } from './rows.ts';
import type { StoreSuite } from './suite.ts';

export function describeRoster(suite: StoreSuite): void {
  suite.describe('roster', () => {
    describeValues(suite);
    describePages(suite);
  });
}

function describeValues({ storeTest }: StoreSuite): void {
  storeTest('people are added, replaced and removed', async ({ roster }, other) => {
    const replaced = rosterEntryOf('e1', { bankAccount: 'sealed', bankFingerprint: 'fingerprint', digest: 'other' });
    await roster.put(acme, [rosterEntryOf('e1'), rosterEntryOf('e2'), rosterEntryOf('e3')]);
    await other.roster.put(acme, [replaced]);
    await roster.remove(acme, ['e2', 'nobody']);
    deepEqual(await roster.get(acme, 'e1'), replaced);
    equal(await roster.get(acme, 'e2'), null);
    deepEqual(
      await roster.digests(acme),
      new Map([
        ['e1', 'other'],
        ['e3', 'digest-e3'],
      ]),
    );
    await roster.put(acme, []);
    await roster.remove(acme, []);
    equal((await roster.digests(acme)).size, 2);
  });

  storeTest('who is put twice in one call is there as they were put last', async ({ roster }) => {
    await roster.put(acme, [rosterEntryOf('e1'), rosterEntryOf('e1', { digest: 'last' })]);
    deepEqual(await roster.page(acme, { limit: 10 }), [rosterEntryOf('e1', { digest: 'last' })]);
  });

  storeTest('absent and null stay different, and so do all letters', async ({ roster }) => {
    const employees: readonly Employee[] = difficultTexts.map((text, index) => ({
      id: `${text}-${index}`,
      status: 'active',
      workEmail: null,
      lastName: text,
      customFields: { [text]: text, list: [text], nothing: null, zero: 0, no: false },
    }));
    const entries = employees.map((employee) => rosterEntryOf(employee.id, { employee }));
    await roster.put(acme, entries);
    for (const entry of entries) {
      const stored = await roster.get(acme, entry.employeeId);
      deepEqual(stored, entry);
      equal('phone' in stored.employee, false);
    }
  });

  storeTest("a vendor's field named __proto__ is a field like any other", async ({ roster }) => {
    const customFields = JSON.parse('{"__proto__":"own","constructor":"too"}') as NonNullable<Employee['customFields']>;
    await roster.put(acme, [rosterEntryOf('e1', { employee: { id: 'e1', status: 'active', customFields } })]);
    const stored = await roster.get(acme, 'e1');
    equal(JSON.stringify(stored?.employee.customFields), '{"__proto__":"own","constructor":"too"}');
    equal(Object.getPrototypeOf(stored?.employee.customFields), Object.prototype);
  });

  storeTest('what a caller changes afterwards does not change what is stored', async ({ roster }) => {
    const employee = { id: 'e1', status: 'active' as const, customFields: { list: ['a'] } };
    await roster.put(acme, [rosterEntryOf('e1', { employee })]);
    employee.customFields.list.push('b');
    deepEqual((await roster.get(acme, 'e1'))?.employee.customFields, { list: ['a'] });
  });
}

function describePages({ storeTest }: StoreSuite): void {
  storeTest('pages go by employee id and miss nobody', async ({ roster }) => {
    const ids = Array.from({ length: 25 }, (_, index) => `e${String(index).padStart(3, '0')}`);
    await roster.put(acme, ids.map((id) => rosterEntryOf(id)).reverse());
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await roster.page(acme, { limit: 10, ...(after !== undefined && { after }) });
      if (page.length === 0) break;
      seen.push(...idsOf(page));
      after = seen.at(-1);
    }
    deepEqual(seen, ids);
  });

  storeTest('ids are ordered by their letters, not by an alphabet', async ({ roster }) => {
    await roster.put(
      acme,
      ['b', 'B', 'a', 'A', '10', '9', 'é', '_'].map((id) => rosterEntryOf(id)),
    );
    deepEqual(idsOf(await roster.page(acme, { limit: 10 })), ['10', '9', 'A', 'B', '_', 'a', 'b', 'é']);
    deepEqual(idsOf(await roster.page(acme, { after: 'B', limit: 2 })), ['_', 'a']);
  });

  storeTest('pages and counts by situation', async ({ roster }) => {
    const situations = { e1: 'managed', e2: 'candidate', e3: 'managed', e4: 'skipped' } as const;
    const entries = Object.entries(situations).map(([employeeId, situation]) =>
      rosterEntryOf(employeeId, { decision: { employeeId, situation, rule: 'M1' } }),
    );
    await roster.put(acme, entries);
    deepEqual({ ...(await roster.count(acme)) }, { managed: 2, candidate: 1, skipped: 1 });
    deepEqual(idsOf(await roster.page(acme, { limit: 10, situations: ['managed', 'skipped'] })), ['e1', 'e3', 'e4']);
    deepEqual(idsOf(await roster.page(acme, { limit: 1, after: 'e1', situations: ['managed'] })), ['e3']);
    deepEqual(await roster.page(acme, { limit: 10, situations: [] }), []);
    deepEqual({ ...(await roster.count('nobody')) }, {});
  });

  storeTest('a search finds part of a name, address or number, in any case', async ({ roster }) => {
    const people: Readonly<Record<string, Partial<Employee>>> = {
      e1: { firstName: 'Åsne', lastName: 'Lund', preferredName: 'Ås', workEmail: 'aasne@fjordkiste.example' },
      e2: { firstName: 'Per', lastName: "O'Hara%", employeeNumber: 'N-0042' },
      e3: { firstName: 'ÖZGE', lastName: null, jobTitle: 'Lund', personalEmail: 'ozge@home.example' },
    };
    await roster.put(
      acme,
      Object.entries(people).map(([id, employee]) => rosterEntryOf(id, { employee: { ...employee, id, status: 'active' } })),
    );
    const found = async (search: string) => idsOf(await roster.page(acme, { limit: 10, search }));
    deepEqual(await found('lund'), ['e1']);
    deepEqual(await found('ÅSNE L'), ['e1']);
    deepEqual(await found('özge'), ['e3']);
    deepEqual(await found('HOME.example'), ['e3']);
    deepEqual(await found('n-004'), ['e2']);
    deepEqual(await found("o'hara%"), ['e2']);
    deepEqual(await found('_'), []);
    deepEqual(await found('nobody'), []);
    deepEqual(idsOf(await roster.page(acme, { limit: 10, search: 'e', situations: ['skipped'] })), []);
  });
}

function idsOf(entries: readonly RosterEntry[]): readonly string[] {
  return entries.map(({ employeeId }) => employeeId);
}
