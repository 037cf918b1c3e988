import { deepEqual, ok } from 'node:assert/strict';
import { employeeSchema, readEmployees, type AnyConnector, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { replay } from '../replay/replay.ts';
import type { Suite } from './suite.ts';

const wrongValues: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'canary-text',
  0,
  -1,
  1.5,
  true,
  [],
  ['canary-text'],
  {},
  { id: {} },
  '0000-00-00',
  '2026-02-30',
];

/**
 * Every field of every recorded record, in turn missing, empty and of another type: `map` never throws, never invents,
 * and gives an employee that fits the schema or a quarantined record.
 */
export function describeRecords(suite: Suite): void {
  const { describe, test, connector } = suite;
  describe('sparse and wrong-typed records', () => {
    test('map never throws and keeps to the schema', async () => {
      const records = await recordsOf(suite, 'two-pages');
      ok(records.length > 0);
      for (const record of unlikeOthers(records)) {
        for (const path of pathsOf(record)) {
          for (const value of wrongValues) assertTotal(connector, suite, withValue(record, path, value));
        }
      }
    });

    test('two reads give the same people', async () => {
      const read = (): ReturnType<typeof suite.read> =>
        suite.read({ ...(suite.cases['two-pages'] && { expected: suite.cases['two-pages'] }) });
      const first = await replay(suite.exchanges('two-pages'), read);
      const second = await replay(suite.exchanges('two-pages'), read);
      deepEqual(first.employees, second.employees);
    });
  });
}

const looked = 4;

/** A recorded company is many people alike: the first few, and whoever has something that nobody before them had. */
function unlikeOthers(records: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return records.filter((record, index) => {
    const places = pathsOf(record).map((path) => path.map((step) => (typeof step === 'number' ? '[]' : step)).join('.'));
    const isNew = places.some((place) => !seen.has(place));
    for (const place of places) seen.add(place);
    return isNew || index < looked;
  });
}

function assertTotal(connector: AnyConnector, suite: Suite, record: unknown): void {
  const shaped = connector.record.safeParse(record);
  if (!shaped.success) return;
  const context: MapContext = {
    config: suite.config as MapContext['config'],
    today: suite.now.toISOString().slice(0, 10),
    note: () => undefined,
  };
  const draft: EmployeeDraft = connector.map(shaped.data, context);
  const delivered = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  const checked = employeeSchema.strict().safeParse(delivered);
  // A record without an id is quarantined; everything else must be an employee.
  if (!checked.success) {
    const fields = checked.error.issues.map(({ path }) => String(path[0]));
    ok(
      fields.every((field) => field === 'id'),
      `map gives what the schema refuses: ${[...new Set(fields)].join(', ')}`,
    );
  }
}

/** The vendor's records as `list` yields them. */
export async function recordsOf(suite: Suite, name: string): Promise<unknown[]> {
  const records: unknown[] = [];
  const spy: AnyConnector = {
    ...suite.connector,
    async *list(context) {
      const pages = suite.connector.list(context);
      for (;;) {
        const page = await pages.next();
        if (page.done === true) return page.value;
        records.push(...page.value);
        yield page.value;
      }
    },
  };
  const { now, config, platform } = suite;
  await replay(suite.exchanges(name), async () => {
    const options = {
      config: { ...config, ...suite.cases[name]?.config },
      platform: platform,
      clock: { now: () => now },
      ...(suite.cases[name]?.fields && { fields: suite.cases[name].fields }),
    };
    for await (const page of readEmployees(spy, options).pages()) page satisfies object;
  });
  return records;
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, prefix: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Map) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const path = [...prefix, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsOf(child, path)];
  });
}

function withValue(record: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(record)) return record.with(Number(key), withValue(record[Number(key)], rest, value));
  const { [key]: child, ...others } = record as Record<string | number, unknown>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [key]: withValue(child, rest, value) };
}
