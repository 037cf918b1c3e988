import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readEmployees, type EmployeeDraft, type ReadReport } from '../../src/index.ts';
import type { AcmePerson } from '../support/acme.ts';
import { acme, clock, collect, config, createVendor, people, toEmployee, type AcmeDefinition } from '../support/acme.ts';

async function read(
  records: readonly unknown[],
  parts: Partial<AcmeDefinition> = {},
): Promise<{ ids: string[]; report: ReadReport; said: string }> {
  const reading = readEmployees(acme(createVendor([records]), parts), { config, clock });
  const pages = await collect(reading.pages());
  const report = await reading.report;
  return { ids: pages.flatMap(({ employees }) => employees.map(({ id }) => id)), report, said: JSON.stringify([pages, report]) };
}

describe('a bad record', () => {
  test('with a wrong type is quarantined by path and type, and the read goes on', async () => {
    const { ids, report, said } = await read([...people('1'), { id: '2', first: { canary: true } }, ...people('3')]);

    expect(ids).toEqual(['1', '3']);
    expect(report).toMatchObject({ outcome: 'complete', records: 3, employees: 2, quarantinedCount: 1, quarantinedIds: ['2'] });
    expect(report.quarantined).toEqual([
      { index: 1, employeeId: '2', mismatches: [{ path: '$.first', expected: 'string', received: 'object' }] },
    ]);
    expect(said).not.toContain('canary');
  });

  test.each([
    ['no id', { first: 'canary' }, '$.id', 'missing'],
    ['null as id', { id: null, first: 'canary' }, '$.id', 'null'],
    ['an empty id', { id: '', first: 'canary' }, '$.id', 'text of 0 characters'],
    ['a list as id', { id: ['canary'] }, '$.id', 'list of 1'],
    ['nothing', null, '$', 'null'],
    ['a text', 'canary', '$', 'text of 6 characters'],
    ['a list', ['canary'], '$', 'list of 1'],
  ])('with %s is quarantined without a name, and the read proves nothing', async (_what, record, path, received) => {
    const { ids, report, said } = await read([...people('1'), record]);

    expect(ids).toEqual(['1']);
    expect(report).toMatchObject({ outcome: 'partial', quarantinedCount: 1, quarantinedIds: [] });
    expect(report).toHaveProperty('because', '1 records came without a readable id');
    expect(report.quarantined[0]).toMatchObject({ index: 1, mismatches: [{ path, received }] });
    expect(report.quarantined[0]?.employeeId).toBeUndefined();
    expect(said).not.toContain('canary');
  });

  test('that map makes into no employee is quarantined by the field', async () => {
    const map = ({ id }: AcmePerson): EmployeeDraft => ({ id, status: 'active', startDate: 'canary', department: { name: '' } });
    const { report, said } = await read(people('1'), { map });

    expect(report.quarantined).toEqual([
      {
        index: 0,
        employeeId: '1',
        mismatches: [
          { path: '$.startDate', expected: 'regex text', received: 'text of 6 characters' },
          { path: '$.department.name', expected: 'at least 1 of string', received: 'text of 0 characters' },
        ],
      },
    ]);
    expect(said).not.toContain('canary');
  });

  test('whose status map forgets is quarantined, not given one', async () => {
    const { ids, report } = await read(people('1'), { map: ({ id }) => ({ id }) });

    expect(ids).toEqual([]);
    expect(report.quarantined[0]?.mismatches).toEqual([
      { path: '$.status', expected: 'one of active, leave, preboarding, terminated, unknown', received: 'missing' },
    ]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('canary');
      },
    ],
    ['returns undefined', () => undefined],
    ['returns null', () => null],
    ['returns a promise', () => Promise.resolve({ id: '1', status: 'active' })],
    ['returns a text', () => 'canary'],
  ])('on which map %s does not end the read', async (_what, map) => {
    const bad = map as unknown as AcmeDefinition['map'];
    const mapped: AcmeDefinition['map'] = (record, context) =>
      record.id === '2' ? bad(record, context) : toEmployee(record, context);
    const { ids, report, said } = await read(people('1', '2', '3'), { map: mapped });

    expect(ids).toEqual(['1', '3']);
    expect(report).toMatchObject({ outcome: 'partial', quarantinedCount: 1 });
    expect(said).not.toContain('canary');
  });

  // Rule V2: a person who was read but cannot be named is missing from a complete read, and leaves after two of them.
  test('V2: is never named after a field that map does not call the id', async () => {
    const record = z.object({ id: z.string(), person: z.string() });
    const map = (row: z.infer<typeof record>): EmployeeDraft => ({ id: row.person, status: 'active' });
    const rows = [
      { id: 'contract-1', person: 'ann' },
      { id: 'contract-2', person: 77 },
    ];
    const { ids, report } = await read(rows, { record, map });

    expect(ids).toEqual(['ann']);
    expect(report).toMatchObject({ outcome: 'partial', quarantinedIds: [] });
  });

  test('V2: with a wrong id takes nobody else out of the read', async () => {
    const record = z.object({ id: z.string(), person: z.string() });
    const map = (row: z.infer<typeof record>): EmployeeDraft => ({ id: row.person, status: 'active' });
    const rows = [
      { id: '5', person: 77 },
      { id: '6', person: '5' },
    ];
    const { ids } = await read(rows, { record, map });

    expect(ids).toEqual(['5']);
  });

  test('still names its person when map can say who it is', async () => {
    const record = z.object({ person: z.string(), first: z.string() });
    const map = (row: z.infer<typeof record>): EmployeeDraft => ({ id: row.person, status: 'active', firstName: row.first });
    const { report } = await read([{ person: 'ann', first: 7 }], { record, map } as unknown as Partial<AcmeDefinition>);

    expect(report).toMatchObject({ outcome: 'complete', quarantinedIds: ['ann'] });
  });

  test('is sampled a hundred times and counted always', async () => {
    const { report } = await read(Array.from({ length: 130 }, (_, index) => ({ id: `p${index}`, first: 7 })));

    expect(report.quarantined).toHaveLength(100);
    expect(report.quarantinedCount).toBe(130);
    expect(report.quarantinedIds).toHaveLength(130);
  });

  test('whose issues were noted before it failed leaves no issues', async () => {
    const map: AcmeDefinition['map'] = (record, context) => ({ ...toEmployee(record, context), jobTitle: '' });
    const { report } = await read([{ id: '1', state: 'resting' }], { map });

    expect(report.issues).toEqual([]);
    expect(report.quarantinedCount).toBe(1);
  });
});
