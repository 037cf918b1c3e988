import { describe, expect, test } from 'vitest';
import { periodThatCounts } from '../../src/index.ts';

type Row = readonly [name: string, start: unknown, end?: unknown];
const today = '2026-11-02';
const chosen = (rows: readonly Row[]) =>
  periodThatCounts(rows, today, { start: ([, start]) => start, end: ([, , end]) => end })?.[0];

describe('the period that counts', () => {
  test.each<[string, Row[], string | undefined]>([
    ['nothing of nothing', [], undefined],
    [
      'the running one before others',
      [
        ['past', '2020-01-01', '2021-01-01'],
        ['now', '2021-01-02'],
        ['next', '2027-01-01'],
      ],
      'now',
    ],
    [
      'its last day is included',
      [
        ['now', '2021-01-02', today],
        ['next', '2026-11-03'],
      ],
      'now',
    ],
    [
      'its first day is included',
      [
        ['past', '2020-01-01', '2026-11-01'],
        ['now', today],
      ],
      'now',
    ],
    [
      'of two that run the one that began last',
      [
        ['a', '2024-01-01'],
        ['b', '2025-01-01'],
        ['c', '2023-01-01'],
      ],
      'b',
    ],
    [
      'of two that began together the later row',
      [
        ['a', '2024-01-01'],
        ['b', '2024-01-01'],
      ],
      'b',
    ],
    [
      'one without a start runs since ever',
      [
        ['a', null, ''],
        ['next', '2027-01-01'],
      ],
      'a',
    ],
    [
      'none running: the next to come',
      [
        ['past', '2020-01-01', '2021-01-01'],
        ['later', '2027-06-01'],
        ['next', '2027-01-01'],
      ],
      'next',
    ],
    [
      'all over: the one that ended last',
      [
        ['a', '2020-01-01', '2022-01-01'],
        ['b', '2021-01-01', '2021-06-01'],
      ],
      'a',
    ],
    [
      'an end that cannot be read ends nothing',
      [
        ['a', '2020-01-01', 'soon'],
        ['next', '2027-01-01'],
      ],
      'a',
    ],
    [
      'days in other forms',
      [
        ['a', '2020-01-01T00:00:00+02:00', '/Date(1609459200000)/'],
        ['b', '20210102'],
      ],
      'b',
    ],
  ])('%s', (_what, rows, expected) => {
    expect(chosen(rows)).toBe(expected);
  });

  test('rows that only say from when they hold', () => {
    const rows = ['2026-12-01', '2024-01-01', '2025-01-01', '2020-01-01'];
    expect(periodThatCounts(rows, today, { start: (row) => row })).toBe('2025-01-01');
  });
});
