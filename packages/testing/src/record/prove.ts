import type { AnyConnector } from '@rollcall/core';
import { isTokenRequest } from './endpoint.ts';
import type { FictionalConfig } from './fictional-config.ts';
import { runsOf, scanForLeaks, type Files, type LeakScan } from './leak-scan.ts';
import { withNames, type Named } from './name-cases.ts';
import { needlesOf } from './needles.ts';
import type { RealCase } from './record-cases.ts';
import type { Recording, RecordOptions } from './record-connector.ts';
import type { Replacer } from './replacer.ts';
import { runSuite } from './run-suite.ts';
import type { Vocabulary } from './vocabulary.ts';
import { draft, filesOf, readExpected, readSource, type Expected } from './write-recordings.ts';

export interface Proving {
  readonly options: RecordOptions;
  readonly real: readonly RealCase[];
  /** The recordings so far. */
  readonly before: Expected;
  readonly replacer: Replacer;
  readonly vocabulary: Vocabulary;
  readonly fictional: FictionalConfig;
  readonly meaning: readonly string[];
}

const unbreakable = 'the suite breaks every exchange of it in turn, and after some faults more is asked than the account was';

/** Writes what was told anew, everything or nothing, once it is proven that nothing real is in it and that it replays. */
export async function prove(connector: AnyConnector, named: Named, proving: Proving): Promise<Recording> {
  const recording = await proveOnce(connector, withNames(connector, named), proving);
  const { cases, suite } = recording;
  if (suite === null || suite.unanswered.length === 0 || !cases.includes('two-pages')) return recording;
  return proveOnce(connector, withNames(connector, named, unbreakable), proving);
}

async function proveOnce(connector: AnyConnector, { told, leftOut }: Named, proving: Proving): Promise<Recording> {
  const { manifest } = connector;
  const { options, real, replacer, before } = proving;
  const { access, fixtures, onStep = () => undefined } = options;
  const recorded = access.now.toISOString().slice(0, 10);
  const employees = real[0]?.result.employees ?? [];
  const about = { name: manifest.name, api: manifest.api.version, recorded, people: employees.length, leftOut };
  onStep('looking for anything real');
  // What was there before was written by hand, of nobody.
  const scan = scanOf(connector, filesOf(told, { ...before, cases: {} }, { present: '', about }), proving);
  const base = {
    connector: manifest.slug,
    recorded,
    folder: fixtures,
    people: employees.length,
    statuses: countsOf(employees.map(({ status }) => status)),
    requests: real.reduce((sum, one) => sum + one.exchanges.length, 0),
    cases: told.map(({ name }) => name),
    kept: Object.keys(before.cases).filter((name) => !told.some((one) => one.name === name)),
    leftOut,
    replaced: replacer.replaced,
    vocabulary: replacer.kept.size,
    meaning: proving.meaning,
    scan,
  };
  const problems = [
    ...new Set(told.flatMap((one) => one.problems.map(({ problem }) => `${one.name}: ${problem}`))),
    ...scan.found.map((place) => `something real is left in ${place}`),
  ];
  if (problems.length > 0) return { ...base, written: false, problems, suite: null };
  const files = filesOf(told, before, { present: readSource(fixtures), about });
  return { ...base, ...(await publish(connector, files, { proving, cases: base.cases })) };
}

type Published = Pick<Recording, 'written' | 'problems' | 'suite'>;

async function publish(
  connector: AnyConnector,
  files: Files,
  { proving, cases }: { readonly proving: Proving; readonly cases: readonly string[] },
): Promise<Published> {
  const { fictional, before } = proving;
  const { access, fixtures, onStep = () => undefined } = proving.options;
  const made = draft(fixtures, files);
  try {
    onStep('replaying the recordings');
    const suite = await runSuite(connector, {
      folder: made.folder,
      cases: readExpected(made.folder, before.now).cases,
      config: fictional.config,
      platform: fictional.platform,
    });
    const broken = suite.failed.filter((title) => cases.some((name) => title.endsWith(`: ${name}`)));
    const problems = broken.map((title) => `does not replay: ${title}`);
    const isWritable = broken.length === 0 && !(suite.unanswered.length > 0 && cases.includes('two-pages'));
    access.signal?.throwIfAborted();
    if (isWritable) made.publish();
    return { written: isWritable, problems, suite };
  } finally {
    made.discard();
  }
}

function scanOf(connector: AnyConnector, files: Files, { real, replacer, vocabulary, fictional }: Proving): LeakScan {
  const { manifest } = connector;
  return scanForLeaks(files, {
    needles: needlesOf({
      exchanges: real.flatMap((one) => one.exchanges),
      employees: real.flatMap(({ result }) => result.employees),
      secrets: fictional.secrets,
      harmless: harmlessWords(replacer, fictional, connector, real),
      isLogIn: ({ method, path }) => isTokenRequest(manifest, method, path),
    }),
    kept: replacer.kept,
    hasKey: (key) => vocabulary.hasKey(key),
  });
}

/** Words that are kept, invented, or the vendor's own: parts of its addresses and names of what is asked for there. */
function harmlessWords(
  replacer: Replacer,
  { known }: FictionalConfig,
  { manifest }: AnyConnector,
  real: readonly RealCase[],
): ReadonlySet<string> {
  const { hosts, endpoints } = manifest;
  const asked = real.flatMap(({ exchanges }) => exchanges.map(({ path, response }) => path + JSON.stringify(response)));
  const names = asked.flatMap((text) => [...text.matchAll(/[?&]([^=&"\s]{1,40})=/g)].map(([, name = '']) => name));
  const texts = [
    ...replacer.kept,
    ...known.values(),
    ...hosts,
    ...endpoints.reads,
    ...(endpoints.tokens ?? []),
    ...new Set(names),
  ];
  return new Set([...texts.map((text) => text.toLowerCase()), ...texts.flatMap(runsOf), 'https', 'http', 'example']);
}

function countsOf(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
