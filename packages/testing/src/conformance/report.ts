import { deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Manifest } from '@rollcall/core';
import type { Runner } from '../runner.ts';
import { conformanceCaseOf, conformanceVersion } from './catalogue.ts';

/** What a connector has proven, kept beside it as `conformance.json` and shown by the catalogue. */
export interface ConformanceReport {
  readonly connector: string;
  /** Version of the suite. */
  readonly suite: string;
  readonly api: string;
  /** When the vendor's documentation was last read. */
  readonly checked: string;
  readonly maturity: Manifest['maturity'];
  readonly passed: number;
  readonly total: number;
  /** Cases passed, by group. */
  readonly groups: Readonly<Record<string, number>>;
  /** All of it in one line, as a badge has it. */
  readonly line: string;
}

/** A runner that remembers which cases passed, and refuses cases that the catalogue does not know. */
export interface CountingRunner extends Runner {
  /** The report, or undefined while cases have not run: somebody runs a part of the suite. */
  reportOf(manifest: Manifest): ConformanceReport | undefined;
}

export function countingRunner({ describe, test }: Runner): CountingRunner {
  const groups = new Map<string, { registered: number; ran: number; passed: number }>();
  let group = '';
  return {
    describe: (name, body) =>
      describe(name, () => {
        group = name;
        body();
      }),
    test: (name, body) => {
      const own = group;
      if (conformanceCaseOf(own, name) === undefined)
        throw new TypeError(`the catalogue of the suite does not know "${own} > ${name}"`);
      const count = groups.get(own) ?? { registered: 0, ran: 0, passed: 0 };
      groups.set(own, count);
      count.registered += 1;
      return test(name, async () => {
        count.ran += 1;
        await body();
        count.passed += 1;
      });
    },
    reportOf: ({ slug, api, maturity }) => {
      const counts = [...groups.values()];
      const sum = (of: 'registered' | 'ran' | 'passed'): number => counts.reduce((total, count) => total + count[of], 0);
      const total = sum('registered');
      const passed = sum('passed');
      if (sum('ran') < total) return undefined;
      const line = `conformance ${conformanceVersion}: ${String(passed)} of ${String(total)}, ${maturity}, API ${api.version} as of ${api.checked}`;
      return {
        connector: slug,
        suite: conformanceVersion,
        api: api.version,
        checked: api.checked,
        maturity,
        passed,
        total,
        groups: Object.fromEntries([...groups].map(([name, count]) => [name, count.passed])),
        line,
      };
    },
  };
}

/**
 * The last case: `conformance.json` beside the connector's package.json is what was just proven. An empty one (`{}`) is
 * written; a package that has none is not asked for one here.
 */
export function describeReport({ describe, test }: Runner, counted: () => ConformanceReport | undefined, file: URL): void {
  if (!existsSync(file)) return;
  describe('report', () => {
    test('conformance.json says what has just been proven', () => {
      const report = counted();
      if (report === undefined) return;
      const kept = JSON.parse(readFileSync(file, 'utf8')) as object;
      if (Object.keys(kept).length === 0) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
      else deepEqual(kept, report, 'conformance.json is out of date: empty it ({}), and the tests write it anew');
    });
  });
}
