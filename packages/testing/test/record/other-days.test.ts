import { expect, test } from 'vitest';
import { createOtherDays } from '../../src/record/other-days.ts';

const days = Array.from({ length: 60 }, (_, index) =>
  new Date(Date.UTC(2026, 7, 1) + index * 86_400_000).toISOString().slice(0, 10),
);

test('no day stays what it was, whatever today becomes', () => {
  for (const becomes of ['2026-09-10', '2026-08-10', '2026-09-04', '2026-08-28']) {
    const other = createOtherDays(days, { today: '2026-08-31', becomes });
    expect(days.filter((day) => other.day(day) === day)).toEqual([]);
  }
});

test('days keep their order, and those around today their distance to it', () => {
  const other = createOtherDays(days, { today: '2026-08-31', becomes: '2026-11-22' });
  const moved = days.map((day) => other.day(day));
  expect(moved.toSorted()).toEqual(moved);
  expect(['2026-08-30', '2026-08-31', '2026-09-01'].map((day) => other.day(day))).toEqual([
    '2026-11-21',
    '2026-11-22',
    '2026-11-23',
  ]);
});
