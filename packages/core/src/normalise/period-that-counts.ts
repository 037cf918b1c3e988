import { toPlainDay } from './to-plain-day.ts';

export interface PeriodDays<Period> {
  /** First day, in any form that `plainDate` reads. None means since ever. */
  readonly start: (period: Period) => unknown;
  /** Last day, included. None means that it goes on; leave it out where rows only say from when they hold. */
  readonly end?: ((period: Period) => unknown) | undefined;
}

/**
 * The one of a history of jobs, contracts or assignments that says how somebody stands: the one that runs today (of several
 * the one that began last), else the next to come, else the most recent. Rows of the same day: the later row counts.
 */
export function periodThatCounts<Period>(
  periods: readonly Period[],
  today: string,
  { start, end }: PeriodDays<Period>,
): Period | undefined {
  const rows = periods.map((period) => ({
    period,
    from: toPlainDay(start(period)) ?? '',
    until: toPlainDay(end?.(period)) ?? '9999-12-31',
  }));
  const begun = rows.filter(({ from }) => from <= today);
  const running = last(
    begun.filter(({ until }) => until >= today),
    ({ from }) => from,
  );
  const next = last(
    rows.filter(({ from }) => from > today),
    ({ from }) => from,
    'smallest',
  );
  return (running ?? next ?? last(begun, ({ until, from }) => `${until} ${from}`))?.period;
}

function last<T>(rows: readonly T[], by: (row: T) => string, which: 'greatest' | 'smallest' = 'greatest'): T | undefined {
  let chosen: T | undefined;
  for (const row of rows) {
    const isBetter = chosen === undefined || by(row) === by(chosen) || by(row) > by(chosen) === (which === 'greatest');
    if (isBetter) chosen = row;
  }
  return chosen;
}
