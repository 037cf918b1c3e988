import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  isCompleteRead,
  proven,
  readEmployees,
  unproven,
  type CompleteReadReport,
  type Completeness,
  type PartialReadReport,
  type ReadReport,
} from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, errorOf, people } from '../support/acme.ts';

async function reportOf(pages: readonly (readonly unknown[])[], completeness: Completeness): Promise<ReadReport> {
  const list = async function* () {
    for (const page of pages) yield await Promise.resolve(page);
    return completeness;
  };
  const read = readEmployees(acme(createVendor([]), { list }), { config, clock });
  await collect(read);
  return read.report;
}

const total = (count: number): Completeness => proven({ by: 'vendor_total', total: count, detail: 'meta.total' });
const lastPage = proven({ by: 'last_page_signal', detail: 'no next link' });
const missing = (report: CompleteReadReport): number => report.employees;

describe('a read is complete', () => {
  test.each([
    ['the last page was marked', lastPage],
    ['one answer holds everyone', proven({ by: 'single_answer', detail: 'documented' })],
    ['the total of the vendor is what came', total(3)],
  ])('when %s', async (_what, completeness) => {
    const report = await reportOf([people('1', '2'), people('3')], completeness);

    expect(report).toMatchObject({ outcome: 'complete', evidence: completeness.proven ? completeness.evidence : {} });
    expect(isCompleteRead(report)).toBe(true);
  });

  test('when the total counts a record that is quarantined under its name', async () => {
    const report = await reportOf([[...people('1'), { id: '2', first: 7 }]], total(2));

    expect(report.outcome).toBe('complete');
  });
});

describe('a read is partial', () => {
  test.each([
    ['more were counted than came', total(4), 'the vendor counts 4 people and 3 records came'],
    ['fewer were counted than came', total(2), 'the vendor counts 2 people and 3 records came'],
    ['the total is no number', total(Number.NaN), 'the vendor counts NaN people and 3 records came'],
    ['the end is not proven', unproven('the vendor marks no last page'), 'the vendor marks no last page'],
  ])('when %s', async (_what, completeness, because) => {
    const report = await reportOf([people('1', '2'), people('3')], completeness);

    expect(report).toMatchObject({ outcome: 'partial', because, error: undefined });
    expect(isCompleteRead(report)).toBe(false);
  });

  test('when somebody came twice: pages may have shifted, and somebody else fallen through', async () => {
    const report = await reportOf([people('1', '2'), people('2', '3')], total(4));

    expect(report).toMatchObject({ outcome: 'partial', duplicateIds: ['2'], records: 4, employees: 3 });
  });

  test('when a good record and a bad one have the same id', async () => {
    const report = await reportOf([[...people('1'), { id: '1', first: 7 }], people('2')], lastPage);

    expect(report).toMatchObject({ outcome: 'partial', duplicateIds: ['1'], employees: 2 });
  });
});

describe('people who come twice', () => {
  test('are handed out once: the first record stands', async () => {
    const [ann] = people('1');
    const read = readEmployees(acme(createVendor([[ann, { ...ann, first: 'Other' }], people('2')])), { config, clock });
    const employees = await collect(read);

    expect(employees.map(({ id, firstName }) => [id, firstName])).toEqual([
      ['1', 'First 1'],
      ['2', 'First 2'],
    ]);
    expect((await read.report).duplicateIds).toEqual(['1']);
  });

  test.each([
    ['the same page again', [people('1', '2'), people('1', '2'), people('3')]],
    ['a page of people who had come on different pages', [people('1', '2'), people('3', '4'), people('2', '3')]],
    ['a page of bad records again', [[{ id: '1', first: 7 }], [{ id: '1', first: 7 }]]],
  ])('end the read when it is %s: the paging goes in circles', async (_what, pages) => {
    const read = readEmployees(acme(createVendor(pages)), { config, clock });
    const error = await errorOf(collect(read));

    expect(error).toMatchObject({ name: 'IncompleteReadError', code: 'page_repeated', vendor: 'acme', retryable: true });
    expect(await read.report).toMatchObject({ outcome: 'partial', error: { code: 'page_repeated' } });
  });
});

describe('only the reader makes a complete report', () => {
  test('a stored copy is no proof any more', async () => {
    const report = await reportOf([people('1')], lastPage);
    const copies = [structuredClone(report), JSON.parse(JSON.stringify(report)) as ReadReport];

    for (const copy of copies) {
      expect(copy.outcome).toBe('complete');
      expect(isCompleteRead(copy)).toBe(false);
    }
  });

  test('a partial report that is called complete is none', async () => {
    const report = await reportOf([people('1')], unproven('no last page'));
    const forged = {
      ...report,
      outcome: 'complete',
      evidence: { by: 'single_answer', detail: 'trust me' },
    } as unknown as ReadReport;

    expect(isCompleteRead(forged)).toBe(false);
  });

  test('what decides on absence does not compile on any other report', async () => {
    const report = await reportOf([people('1', '2')], lastPage);

    // @ts-expect-error the report may be partial
    expect(missing(report)).toBe(2);
    if (isCompleteRead(report)) expect(missing(report)).toBe(2);
    expectTypeOf<PartialReadReport>().not.toExtend<CompleteReadReport>();
    expectTypeOf<ReadReport>().not.toExtend<CompleteReadReport>();
    expectTypeOf<
      Omit<PartialReadReport, 'outcome'> & { outcome: 'complete'; evidence: CompleteReadReport['evidence'] }
    >().not.toExtend<CompleteReadReport>();
  });
});
