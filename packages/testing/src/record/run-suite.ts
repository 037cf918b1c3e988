import { pathToFileURL } from 'node:url';
import type { AnyConnector } from '@rollcall/core';
import { describeConnector } from '../conformance/describe-connector.ts';
import type { Fixtures } from '../replay/load-fixtures.ts';
import { withoutExchange } from '../replay/replay.ts';
import { withoutBudget } from '../sandbox/without-budget.ts';

/** @inline */
export interface SuiteRun {
  readonly passed: number;
  /** Titles only. */
  readonly failed: readonly string[];
  /** Of those, what asks for more than the recordings hold, such as a second look after a fault. */
  readonly unanswered: readonly string[];
  /** Cases from documentation: they need the config of the connector's own test. */
  readonly left: number;
}

interface SuiteInput {
  readonly folder: string;
  readonly cases: Fixtures['cases'];
  readonly config: Readonly<Record<string, unknown>>;
  readonly platform: Readonly<Record<string, unknown>>;
}

/** The conformance suite over a folder of recordings, without a test runner. */
export async function runSuite(connector: AnyConnector, { folder, cases, config, platform }: SuiteInput): Promise<SuiteRun> {
  const tests: { readonly title: string; readonly group: string; readonly body: () => Promise<void> | void }[] = [];
  let group = '';
  const describe = (name: string, body: () => void): void => {
    group = name;
    body();
  };
  const test = (title: string, body: () => Promise<void> | void): void => {
    tests.push({ title, group, body });
  };
  const fixtures = pathToFileURL(`${folder}/`);
  describeConnector(withoutBudget(connector), { describe, test, fixtures, config, platform });
  const [failed, unanswered]: [string[], string[]] = [[], []];
  let [passed, left] = [0, 0];
  for (const { title, group: of, body } of tests) {
    if (needsMore(title, of, cases)) {
      left += 1;
      continue;
    }
    try {
      await body();
      passed += 1;
    } catch (error) {
      failed.push(`${of}: ${title}`);
      if (error instanceof Error && error.message.startsWith(withoutExchange)) unanswered.push(`${of}: ${title}`);
    }
  }
  return { passed, failed, unanswered, left };
}

const byHand = [
  'every required case is recorded',
  'a person who is there and one who is gone are recorded',
  'a feed with changes is recorded',
];

/** Is this about a case that was not recorded, or about webhooks, which come with the connector's own test? */
function needsMore(title: string, group: string, cases: Fixtures['cases']): boolean {
  if (group === 'webhook' || byHand.includes(title)) return true;
  const name = Object.keys(cases).find((one) => title === one || title.startsWith(`${one}: `));
  if (name !== undefined) return cases[name]?.recorded === undefined;
  const base = cases['two-pages'];
  return base?.recorded === undefined && group !== 'config';
}
