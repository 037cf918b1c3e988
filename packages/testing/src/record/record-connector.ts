import { ConfigError, ResponseError, type AnyConnector } from '@rollcall/core';
import { fictionalConfig } from './fictional-config.ts';
import type { LeakScan } from './leak-scan.ts';
import { fewestNeeded, inWords, type Candidate } from './meaning.ts';
import { prove } from './prove.ts';
import { askReally, tellAnew, type LeftOut, type RealCase, type Telling, type ToldCase } from './record-cases.ts';
import type { Replacer } from './replacer.ts';
import { replacersFor, type Replacers } from './replacers-for.ts';
import type { SuiteRun } from './run-suite.ts';
import type { Access } from './scenarios.ts';
import { spoiltConfig } from './spoilt-config.ts';
import { readVocabulary } from './vocabulary.ts';
import { readExpected } from './write-recordings.ts';

export interface RecordOptions {
  /** The real account. */
  readonly access: Access;
  /** Folder of recordings to write into. */
  readonly fixtures: string;
  /** Folder of the connector's source: words in it are known to be nobody's. */
  readonly source?: string | undefined;
  /** Fictional values to write in place of the credentials; default: the examples of the manifest. */
  readonly as?: Readonly<Record<string, unknown>> | undefined;
  /** More people than these are not recorded: the whole answers would have to be. */
  readonly people: number;
  /** Asks once with a spoilt secret too. */
  readonly withRefusals?: boolean;
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface Recording {
  readonly connector: string;
  /** The day. */
  readonly recorded: string;
  /** False when something real was found, or when the replaced answers say something else: nothing was touched then. */
  readonly written: boolean;
  readonly folder: string;
  readonly people: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly cases: readonly string[];
  readonly kept: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly replaced: number;
  /** Words that were left as they are because source or documentation knows them. */
  readonly vocabulary: number;
  /** What was left besides, because something else would have been said of people: words by their place, endings of mail domains. */
  readonly meaning: readonly string[];
  readonly scan: LeakScan;
  /** Why nothing was written. */
  readonly problems: readonly string[];
  readonly suite: SuiteRun | null;
}

// Where nothing was recorded yet: on another day than the real one, so that days around it become others as well.
const someWeeksMs = 5 * 7 * 86_400_000;

/**
 * Records a connector from a real account: plays the scenarios, replaces secrets and people, proves that nothing real is left, and
 * only then writes, everything or nothing. What was really answered never reaches the disk.
 * @throws ConfigError when there are more people than `people`, or no fictional config; the errors of a read
 */
export async function recordConnector(connector: AnyConnector, options: RecordOptions): Promise<Recording> {
  const { manifest } = connector;
  const { access, fixtures, onStep = () => undefined } = options;
  const fictional = fictionalConfig(manifest, { config: access.config, platform: access.platform ?? {} }, options.as);
  const { cases: real, leftOut } = await askReally({
    connector,
    access,
    people: options.people,
    withRefusals: options.withRefusals === true,
    spoiltConfig: spoiltConfig(manifest, access.config),
    onStep: (step) => {
      onStep(`asking: ${step}`);
    },
  });
  refuseUnusable(connector, real, options.people);
  onStep('replacing people');
  const before = readExpected(fixtures, new Date(access.now.getTime() - someWeeksMs).toISOString());
  const vocabulary = readVocabulary({
    source: options.source,
    fixtures,
    manifest,
    typed: fictional.typed,
    employees: real.flatMap(({ result }) => result.employees),
  });
  const replacers = replacersFor(connector, real, { fictional, vocabulary, now: access.now, becomes: before.now });
  const { http: _http, onProgress: _progress, ...rest } = access;
  const telling = {
    connector,
    access: { ...rest, config: fictional.config, platform: fictional.platform, now: new Date(before.now), http: { retries: 0 } },
    written: fictional.written,
    recorded: access.now.toISOString().slice(0, 10),
  };
  const { told, replacer, needed } = await tellTheSame(real, telling, replacers);
  access.signal?.throwIfAborted();
  return prove(
    connector,
    { told, leftOut },
    { options, real, before, replacer, vocabulary, fictional, meaning: needed.map(inWords) },
  );
}

interface ToldTheSame {
  readonly told: readonly ToldCase[];
  readonly replacer: Replacer;
  /** What had to be kept. */
  readonly needed: readonly Candidate[];
}

/** Keeps as little as the meaning hangs on: mostly nothing. */
async function tellTheSame(
  real: readonly RealCase[],
  telling: Omit<Telling, 'replacer'>,
  { candidates, create }: Replacers,
): Promise<ToldTheSame> {
  const tell = async (kept: readonly Candidate[]) => {
    telling.access.signal?.throwIfAborted();
    const replacer = create(kept);
    return { replacer, told: await tellAnew(real, { ...telling, replacer }), needed: kept };
  };
  const first = await tell([]);
  if (weightOf(first.told) === 0) return first;
  const needed = await fewestNeeded(candidates, async (kept) => weightOf((await tell(kept)).told));
  return needed.length === 0 ? first : tell(needed);
}

function weightOf(told: readonly ToldCase[]): number {
  return told.flatMap(({ problems }) => problems).reduce((sum, { weight }) => sum + weight, 0);
}

function refuseUnusable({ manifest }: AnyConnector, [everybody]: readonly RealCase[], people: number): void {
  const { employees = [], thrown } = everybody?.result ?? {};
  if (thrown !== undefined && thrown.code !== 'not_complete') throw thrown;
  if (thrown === undefined && employees.length > 0 && employees.length <= people) return;
  if (thrown === undefined && employees.length === 0) {
    const message = 'the account shows nobody: there is nothing to record';
    throw new ResponseError({ code: 'not_found', vendor: manifest.slug, message });
  }
  throw new ConfigError({
    vendor: manifest.slug,
    problems: [{ field: '--people', problem: `is ${String(people)}, and the account has more`, example: '200' }],
    hint: 'Answers are recorded whole, because trimmed ones have other totals and other last pages. Take a test account, give the integration access to fewer people, or allow more.',
  });
}
