import type { AnyConnector, Employee, HttpOptions, ReadReport, WebhookNotice } from '@rollcall/core';
import { ConfigError, readEmployees } from '@rollcall/core';
import type { Runner } from '../runner.ts';
import type { Exchange } from '../replay/exchange.ts';
import { loadFixtures, type ExpectedCase, type Fixtures } from '../replay/load-fixtures.ts';

/** A webhook as the vendor documents it, and what it says. */
export interface WebhookCase {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly secret: string;
  readonly notice: WebhookNotice;
}

export interface ConformanceOptions extends Runner {
  /** Folder with `expected.json`, the recordings and SOURCE.md. */
  readonly fixtures: URL;
  /** Good config, as the recordings expect it. Fictional. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly platform?: Readonly<Record<string, unknown>>;
  readonly webhooks?: readonly WebhookCase[];
}

/** What every group of the suite works with; `config` is that of the two-page recording, which most groups replay. */
export interface Suite extends ConformanceOptions {
  readonly connector: AnyConnector;
  readonly cases: Fixtures['cases'];
  readonly now: Date;
  exchanges(name: string): readonly Exchange[];
  /** What a case is read with: a recorded one brings its own. */
  configOf(expected: ExpectedCase): Readonly<Record<string, unknown>>;
  /** Reads with the suite's config until the end, whatever it is. */
  read(options?: SuiteReadOptions): Promise<SuiteRead>;
}

export interface SuiteReadOptions {
  readonly expected?: ExpectedCase;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly http?: HttpOptions;
  readonly signal?: AbortSignal;
  readonly onPage?: (employees: readonly Employee[]) => void | Promise<void>;
}

export interface SuiteRead {
  readonly employees: readonly Employee[];
  readonly report: ReadReport;
  /** What the walk threw, undefined when it ended by itself. */
  readonly error: unknown;
}

/** Pauses of milliseconds and no second tries: the kit's patience is tested with the kit. */
const impatient: HttpOptions = { retries: 0, retryBaseMs: 1, timeoutMs: 2_000 };

/**
 * @throws ConfigError for a secret that is too short to be looked for in errors: it would be found, or missed, by chance.
 */
export function createSuite(connector: AnyConnector, options: ConformanceOptions): Suite {
  refuseShortSecrets(connector, options);
  const fixtures = loadFixtures(options.fixtures);
  const now = new Date(fixtures.now);
  const base = { ...options.config, ...fixtures.cases['two-pages']?.config };
  const configOf: Suite['configOf'] = (expected) => ({ ...options.config, ...expected.config });
  return {
    ...options,
    config: base,
    configOf,
    connector,
    cases: fixtures.cases,
    now,
    exchanges: (name) => fixtures.exchanges(name),
    async read({ expected, config, http, signal, onPage } = {}) {
      const read = readEmployees(connector, {
        config: { ...(expected === undefined ? base : configOf(expected)), ...config },
        platform: options.platform,
        ...(expected?.fields && { fields: expected.fields }),
        ...(signal && { signal }),
        clock: { now: () => now },
        http: { ...impatient, ...http },
      });
      const employees: Employee[] = [];
      let error: unknown;
      try {
        for await (const page of read.pages()) {
          employees.push(...page.employees);
          await onPage?.(page.employees);
        }
      } catch (thrown) {
        error = thrown;
      }
      return { employees, report: await read.report, error };
    },
  };
}

function refuseShortSecrets({ manifest }: AnyConnector, { config, platform }: ConformanceOptions): void {
  const values: Readonly<Record<string, unknown>> = { ...config, ...platform };
  const problems = Object.entries({ ...manifest.config, ...manifest.platform }).flatMap(([name, field]) => {
    const value = values[name];
    const isShort = 'secret' in field && field.secret === true && typeof value === 'string' && value.length < 8;
    return isShort
      ? [{ field: `config.${name}`, problem: 'is too short for a test: take a made-up secret of at least 8 characters' }]
      : [];
  });
  if (problems.length > 0) throw new ConfigError({ vendor: manifest.slug, problems });
}
