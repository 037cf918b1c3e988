import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnomalies } from '../../src/guard/read-anomalies.ts';
import type { ReadSummary } from '../../src/guard/read-summary.ts';
import { summary } from './summaries.ts';

const { coverage } = summary();

describe('V3 read anomalies', () => {
  test('V3 a first read has nothing to be compared with', () => {
    expect(readAnomalies(null, summary({ employees: 0, unknownStatuses: 100 }))).toEqual([]);
  });

  test.each<[string, Partial<ReadSummary>, Partial<ReadSummary>, readonly string[]]>([
    ['the same read again', {}, {}, []],
    ['half of the people', {}, { employees: 50 }, []],
    ['less than half of the people', {}, { employees: 49 }, ['the head-count fell from 100 to 49 since the last read']],
    [
      'nobody where there were people',
      {},
      { employees: 0, coverage: {} },
      ['the head-count fell from 100 to 0 since the last read'],
    ],
    ['more people', {}, { employees: 400 }, []],
    ['half of a coverage', {}, { coverage: { ...coverage, department: 0.4 } }, []],
    [
      'less than half of a coverage',
      {},
      { coverage: { ...coverage, department: 0.39 } },
      ['department came for 39 of 100 employees, for 80 of 100 in the last read'],
    ],
    [
      'a field that came for nobody',
      {},
      { employees: 90, coverage: { ...coverage, terminationDate: 0 } },
      ['terminationDate came for 0 of 90 employees, for 20 of 100 in the last read'],
    ],
    [
      'a field of which much does not depend',
      { coverage: { ...coverage, phone: 1 } },
      { coverage: { ...coverage, phone: 0 } },
      [],
    ],
    ['a field that was not asked for this time', {}, { coverage: { workEmail: 0.98 } }, []],
    ['a field that was not asked for last time', { coverage: {} }, {}, []],
    ['the only record with an end went away', { coverage: { terminationDate: 0.01 } }, { coverage: { terminationDate: 0 } }, []],
    [
      'a status word that nobody knows, for the first time',
      {},
      { unknownStatuses: 1 },
      ['the records whose status was not understood rose from 0 to 1 since the last read'],
    ],
    ['twice as many unknown status words', { unknownStatuses: 4 }, { unknownStatuses: 8 }, []],
    [
      'more than twice as many',
      { unknownStatuses: 4 },
      { unknownStatuses: 9 },
      ['the records whose status was not understood rose from 4 to 9 since the last read'],
    ],
    ['fewer unknown status words', { unknownStatuses: 4 }, {}, []],
  ])('V3 %s', (_what, before, after, expected) => {
    expect(readAnomalies(summary(before), summary({ readId: 'read-2', ...after }))).toEqual(expected);
  });

  test('V3 all that is odd is said, in a fixed order', () => {
    const now = summary({ employees: 40, coverage: { department: 0, workEmail: 0 }, unknownStatuses: 3 });
    expect(readAnomalies(summary(), now).map((sentence) => sentence.split(' ').slice(0, 2).join(' '))).toEqual([
      'the head-count',
      'workEmail came',
      'department came',
      'the records',
    ]);
  });

  test('V3 a read that is at least as large and as well covered is never odd', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), share, share, fc.nat(50), (employees, more, before, gain, unknownStatuses) => {
        const previous = summary({ employees, coverage: { workEmail: before }, unknownStatuses });
        const now = summary({ employees: employees + more, coverage: { workEmail: Math.max(before, gain) }, unknownStatuses });
        expect(readAnomalies(previous, now)).toEqual([]);
      }),
    );
  });
});
