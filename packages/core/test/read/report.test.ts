import { describe, expect, test } from 'vitest';
import { employeeFields, readEmployees } from '../../src/index.ts';
import { acme, acmeManifest, collect, config, createVendor, listPages, people, type AcmeDefinition } from '../support/acme.ts';

const clock = () => {
  let now = Date.parse('2026-11-05T12:00:00Z') - 1000;
  return { now: () => new Date((now += 1000)) };
};
const mixed = [
  { id: '1', first: 'Ann', mail: null, state: 'active', kind: 'staff' },
  { id: '2', first: null, state: 'left', left: '2026-05-04', kind: 'freelance' },
  { id: '3', state: 'resting', mail: 'not an address', kind: 'freelance' },
  { id: '4', state: 'active', kind: 'elsewhere' },
];

describe('the report of a read', () => {
  test('has its figures', async () => {
    const read = readEmployees(acme(createVendor([mixed.slice(0, 2), mixed.slice(2), []])), { config, clock: clock() });
    await collect(read);
    const report = await read.report;

    expect(report).toMatchObject({
      vendor: 'acme',
      outcome: 'complete',
      evidence: { by: 'last_page_signal', detail: 'more is false' },
      startedAt: Date.parse('2026-11-05T12:00:00Z'),
      pages: 3,
      requests: 3,
      records: 4,
      employees: 4,
      quarantined: [],
      quarantinedCount: 0,
      quarantinedIds: [],
      duplicateIds: [],
      warnings: [],
    });
    expect(report.durationMs).toBeGreaterThan(0);
  });

  test('counts per field what came filled, empty and not at all', async () => {
    const read = readEmployees(acme(createVendor([mixed])), { config, clock: clock() });
    await collect(read);
    const { coverage } = await read.report;

    expect(coverage.id).toEqual({ filled: 4, empty: 0, absent: 0 });
    expect(coverage.firstName).toEqual({ filled: 1, empty: 1, absent: 2 });
    expect(coverage.workEmail).toEqual({ filled: 0, empty: 1, absent: 3 });
    expect(coverage.jobTitle).toEqual({ filled: 0, empty: 0, absent: 4 });
  });

  test('coverage adds up to the employees in every field that was asked for', async () => {
    const read = readEmployees(acme(createVendor([mixed, people('5', '6')])), {
      config,
      clock: clock(),
      fields: employeeFields,
    });
    await collect(read);
    const { coverage, employees } = await read.report;

    expect(Object.keys(coverage).sort()).toEqual([...employeeFields].sort());
    for (const { filled, empty, absent } of Object.values(coverage)) expect(filled + empty + absent).toBe(employees);
  });

  test('counts equal issues together and names the first people concerned', async () => {
    const many = Array.from({ length: 15 }, (_, index) => ({ id: `p${index}`, state: 'resting' }));
    const read = readEmployees(acme(createVendor([many])), { config, clock: clock() });
    await collect(read);

    expect((await read.report).issues).toEqual([
      {
        field: 'status',
        kind: 'unknown_value',
        expected: 'one of active, away, left',
        received: 'text of 7 characters',
        count: 15,
        employeeIds: many.slice(0, 10).map(({ id }) => id),
      },
    ]);
  });

  test('the issues of a page name the person, the field and the class of the value', async () => {
    const pages = await collect(readEmployees(acme(createVendor([mixed])), { config, clock: clock() }).pages());

    expect(pages[0]?.issues.map(({ employeeId, field, received }) => [employeeId, field, received])).toEqual([
      ['2', 'employmentType', 'text of 9 characters'],
      ['3', 'workEmail', 'text of 14 characters'],
      ['3', 'status', 'text of 7 characters'],
      ['3', 'employmentType', 'text of 9 characters'],
      ['4', 'employmentType', 'text of 9 characters'],
    ]);
    expect(JSON.stringify(pages)).not.toContain('resting');
  });

  test('issues of fields that were not asked for are not reported', async () => {
    const read = readEmployees(acme(createVendor([mixed])), { config, clock: clock(), fields: ['firstName'] });
    await collect(read);

    expect((await read.report).issues.map(({ field }) => field)).toEqual(['status']);
  });

  test('has the warnings of the connector, each once', async () => {
    const list: AcmeDefinition['list'] = (context) => {
      context.warn('the directory is off');
      context.warn('the directory is off');
      return listPages(context);
    };
    const read = readEmployees(acme(createVendor([people('1')]), { list }), { config, clock: clock() });
    await collect(read);

    expect((await read.report).warnings).toEqual(['the directory is off']);
  });
});

describe('permission gaps', () => {
  test('name the permissions whose fields never came, and only the fields that did not', async () => {
    const read = readEmployees(acme(createVendor([people('1', '2')])), { config, clock: clock() });
    await collect(read);

    expect((await read.report).permissionGaps).toEqual([{ permission: 'Read jobs', fields: ['jobTitle', 'department'] }]);
  });

  test('are not made of fields that came empty, nor of fields that were not asked for', async () => {
    const empty = [{ id: '1', state: 'active', first: null, mail: null }];
    const read = readEmployees(acme(createVendor([empty])), { config, clock: clock(), fields: ['firstName', 'workEmail'] });
    await collect(read);

    expect((await read.report).permissionGaps).toEqual([]);
    expect(acmeManifest.permissions.length).toBeGreaterThan(0);
  });

  test('are told of bank details when they were asked for', async () => {
    const read = readEmployees(acme(createVendor([people('1')])), { config, clock: clock(), fields: ['bankAccount'] });
    await collect(read);

    expect((await read.report).permissionGaps).toEqual([{ permission: 'Read bank details', fields: ['bankAccount'] }]);
  });
});

describe('progress', () => {
  test('is told after every page', async () => {
    const progress: unknown[] = [];
    await collect(
      readEmployees(acme(createVendor([people('1', '2'), [{ id: 7 }], people('3')])), {
        config,
        clock: clock(),
        onProgress: (step) => progress.push(step),
      }),
    );

    expect(progress).toEqual([
      { pages: 1, records: 2, employees: 2, requests: expect.any(Number) as number },
      { pages: 2, records: 3, employees: 2, requests: expect.any(Number) as number },
      { pages: 3, records: 4, employees: 3, requests: 3 },
    ]);
  });
});
