import type { AnyConnector } from '@rollcall/core';
import { isPaged } from './is-paged.ts';
import type { LeftOut, ToldCase } from './record-cases.ts';

export interface Named {
  readonly told: readonly ToldCase[];
  readonly leftOut: readonly LeftOut[];
}

// Each is broken in a dozen ways, and everything is read again each time.
const mostExchanges = 16;

/**
 * The names that the suite knows, for what the recordings really show.
 * @param unbreakable why the suite cannot break this read, where that has been seen
 */
export function withNames(connector: AnyConnector, { told, leftOut }: Named, unbreakable?: string): Named {
  const [everybody, ...others] = told;
  if (everybody === undefined) return { told, leftOut };
  const more: LeftOut[] = [
    { name: 'permission-gap', because: 'a missing permission cannot be forced from outside' },
    {
      name: 'empty, sparse, wrong-types, forbidden, rate-limited, server-error',
      because: 'a healthy account does not show them',
    },
  ];
  const because = unbreakable ?? notTwoPages(connector, everybody);
  const first = because === undefined ? everybody : { ...everybody, name: 'everybody' };
  if (because !== undefined) more.push({ name: 'two-pages', because });
  const statuses = new Set(everybody.outcome.employees.map(({ status }) => status));
  const shows = statuses.has('active') && statuses.size > 2;
  if (!shows) more.push({ name: 'lifecycle', because: `only these statuses were found: ${[...statuses].join(', ')}` });
  return {
    told: [first, ...(shows ? [{ ...everybody, name: 'lifecycle' }] : []), ...others],
    leftOut: [...leftOut, ...more],
  };
}

/** Of a vendor who answers in one piece the whole read is what the suite breaks. */
function notTwoPages({ manifest: { pageSize } }: AnyConnector, { exchanges }: ToldCase): string | undefined {
  if (pageSize !== null && !isPaged(exchanges)) return `everybody fits on one page of ${String(pageSize)}`;
  if (exchanges.length <= mostExchanges) return undefined;
  return `the suite breaks every exchange of it in turn: ${String(exchanges.length)} are too many`;
}
