import { ConfigError, ResponseError, type AnyConnector } from '@rollcall/core';
import { fieldsAt } from '../drift/compare-shapes.ts';
import type { RawExchange } from './capture.ts';
import { fictionalConfig, type FictionalConfig } from './fictional-config.ts';
import { runsOf, scanForLeaks, type LeakScan } from './leak-scan.ts';
import { namesOf, needlesOf } from './needles.ts';
import { createOtherDays } from './other-days.ts';
import { askReally, tellAnew, type LeftOut, type RealCase, type ToldCase } from './record-cases.ts';
import { createReplacer, daysIn, type Replacer } from './replacer.ts';
import { endpointOf } from './retell.ts';
import { runSuite, type SuiteRun } from './run-suite.ts';
import type { Access } from './scenarios.ts';
import { createStandIns } from './stand-ins.ts';
import { placesOfPeople, readVocabulary, type Vocabulary } from './vocabulary.ts';
import { eachLeaf, type Leaf } from './walk-body.ts';
import { draft, filesOf, readExpected, readSource } from './write-recordings.ts';

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
  readonly scan: LeakScan;
  /** Why nothing was written. */
  readonly problems: readonly string[];
  readonly suite: SuiteRun | null;
}

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
    spoiltConfig: spoilt(connector, access.config),
    onStep: (step) => {
      onStep(`asking: ${step}`);
    },
  });
  refuseUnusable(connector, real, options.people);
  onStep('replacing people');
  const before = readExpected(fixtures, access.now);
  const vocabulary = readVocabulary({
    source: options.source,
    fixtures,
    manifest,
    employees: real.flatMap(({ result }) => result.employees),
  });
  const replacer = replacerFor(connector, real, { fictional, vocabulary, now: access.now, becomes: before.now });
  const { http: _http, onProgress: _progress, ...rest } = access;
  const told = await tellAnew(real, {
    connector,
    access: { ...rest, config: fictional.config, platform: fictional.platform, now: new Date(before.now), http: { retries: 0 } },
    realNow: access.now,
    replacer,
    recorded: access.now.toISOString().slice(0, 10),
  });
  const named = withNames(connector, told, leftOut);
  access.signal?.throwIfAborted();
  return prove(connector, named, { options, real, leftOut: named.leftOut, replacer, vocabulary, fictional });
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

interface Replacing {
  readonly fictional: FictionalConfig;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
  readonly becomes: string;
}

function replacerFor(
  connector: AnyConnector,
  real: readonly RealCase[],
  { fictional, vocabulary, now, becomes }: Replacing,
): Replacer {
  const exchanges = real.flatMap((one) => one.exchanges);
  const leaves: Leaf[] = [];
  for (const { response } of exchanges) eachLeaf(response, (leaf) => leaves.push(leaf));
  const texts = [...leaves.map(({ value }) => String(value)), ...exchanges.map(({ path }) => decodeURIComponent(path))];
  const employees = real.flatMap(({ result }) => result.employees);
  const names = namesOf(employees);
  const standIns = createStandIns(new Set([...texts.flatMap(runsOf), ...texts.map(endOfNumber)]));
  const days = createOtherDays(texts.flatMap(daysIn), { today: now.toISOString().slice(0, 10), becomes: becomes.slice(0, 10) });
  return createReplacer({
    manifest: connector.manifest,
    standIns,
    days,
    vocabulary: withoutNames(withStatusWords(vocabulary, connector, exchanges), names),
    placesOfPeople: placesOfPeople(employees, leaves),
    known: fictional.known,
    ownQueries: ownQueriesOf(exchanges.map(({ path }) => path)),
  });
}

/** What is replaced of a phone number. */
function endOfNumber(text: string): string {
  return text.replace(/\D/g, '').slice(-7);
}

const mostWords = 12;

/** The words of the status as the vendor has them, of which the connector may not know each: few, short, and at the status's own place. */
function withStatusWords(vocabulary: Vocabulary, { manifest }: AnyConnector, exchanges: readonly RawExchange[]): Vocabulary {
  const names = (manifest.fieldPaths?.status ?? '')
    .split(/[|,]/)
    .map((one) => one.trim().split(/[./]/).at(-1)?.toLowerCase() ?? '');
  const words = new Map<string, Set<string>>();
  for (const { method, path, response } of exchanges) {
    const endpoint = endpointOf(manifest, method, path);
    eachLeaf(response, ({ path: place, value }) => {
      const steps = place.replaceAll('[]', '').toLowerCase().split(/[./]/).slice(-2);
      if (typeof value !== 'string' || !steps.some((step) => step !== '' && names.includes(step))) return;
      if (fieldsAt(manifest, endpoint, place).includes('status')) words.set(place, (words.get(place) ?? new Set()).add(value));
    });
  }
  const isWord = (word: string): boolean => /^\p{L}[\p{L} _-]{0,29}$/u.test(word);
  const closed = new Set([...words].filter(([, found]) => found.size <= mostWords).map(([place]) => place));
  return {
    has: (path, word) => vocabulary.has(path, word) || (closed.has(path) && isWord(word)),
    hasKey: (key) => vocabulary.hasKey(key),
  };
}

/** A word that is somebody's name is nobody's status. */
function withoutNames(vocabulary: Vocabulary, names: ReadonlySet<string>): Vocabulary {
  const isName = (text: string): boolean => runsOf(text).some((run) => names.has(run));
  return { has: (path, word) => vocabulary.has(path, word) && !isName(word), hasKey: (key) => vocabulary.hasKey(key) };
}

/** What a query says in more than one request is written by the connector: sizes of pages, names of fields. */
function ownQueriesOf(paths: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const path of new Set(paths)) {
    const { searchParams } = new URL(path, 'https://relative.invalid');
    for (const [name, value] of searchParams) counts.set(`${name}=${value}`, (counts.get(`${name}=${value}`) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([pair]) => pair));
}

interface Named {
  readonly told: readonly ToldCase[];
  readonly leftOut: readonly LeftOut[];
}

// Each is broken in a dozen ways, and everything is read again each time.
const mostExchanges = 16;

/** The names that the suite knows, for what the recordings really show. */
function withNames({ manifest }: AnyConnector, told: readonly ToldCase[], leftOut: readonly LeftOut[]): Named {
  const [everybody, ...others] = told;
  if (everybody === undefined) return { told, leftOut };
  const more: LeftOut[] = [
    { name: 'permission-gap', because: 'a missing permission cannot be forced from outside' },
    {
      name: 'empty, sparse, wrong-types, forbidden, rate-limited, server-error',
      because: 'a healthy account does not show them',
    },
  ];
  const endpoints = everybody.exchanges.map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`);
  const isPaged = manifest.pageSize === null || new Set(endpoints).size < endpoints.length;
  const isShort = everybody.exchanges.length <= mostExchanges;
  const first = isPaged && isShort ? everybody : { ...everybody, name: 'everybody' };
  if (!isPaged) more.push({ name: 'two-pages', because: `everybody fits on one page of ${String(manifest.pageSize)}` });
  else if (!isShort)
    more.push({
      name: 'two-pages',
      because: `the suite breaks every exchange of it in turn: ${String(everybody.exchanges.length)} are too many`,
    });
  const statuses = new Set(everybody.outcome.employees.map(({ status }) => status));
  const shows = statuses.has('active') && statuses.size > 2;
  if (!shows) more.push({ name: 'lifecycle', because: `only these statuses were found: ${[...statuses].join(', ')}` });
  return {
    told: [first, ...(shows ? [{ ...everybody, name: 'lifecycle' }] : []), ...others],
    leftOut: [...leftOut, ...more],
  };
}

interface Proving {
  readonly options: RecordOptions;
  readonly real: readonly RealCase[];
  readonly leftOut: readonly LeftOut[];
  readonly replacer: Replacer;
  readonly vocabulary: Vocabulary;
  readonly fictional: FictionalConfig;
}

async function prove(connector: AnyConnector, { told }: Named, proving: Proving): Promise<Recording> {
  const { manifest } = connector;
  const { options, real, leftOut, replacer, fictional } = proving;
  const { access, fixtures, onStep = () => undefined } = options;
  const recorded = access.now.toISOString().slice(0, 10);
  const before = readExpected(fixtures, access.now);
  const employees = real[0]?.result.employees ?? [];
  const about = { name: manifest.name, api: manifest.api.version, recorded, people: employees.length, leftOut };
  const files = filesOf(told, before, { present: readSource(fixtures), about });
  // What was there before was written by hand, of nobody.
  const added = filesOf(told, { ...before, cases: {} }, { present: '', about });
  onStep('looking for anything real');
  const scan = scanForLeaks(added, {
    needles: needlesOf({
      exchanges: real.flatMap((one) => one.exchanges),
      employees: real.flatMap(({ result }) => result.employees),
      secrets: fictional.secrets,
      harmless: harmlessWords(replacer, fictional, connector, real),
      isLogIn: ({ method, path }) => endpointOf(manifest, method, path, manifest.endpoints.tokens ?? []) !== '',
    }),
    kept: replacer.kept,
    hasKey: (key) => proving.vocabulary.hasKey(key),
  });
  const problems = [
    ...new Set(told.flatMap((one) => one.problems.map((problem) => `${one.name}: ${problem}`))),
    ...scan.found.map((place) => `something real is left in ${place}`),
  ];
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
    scan,
  };
  if (problems.length > 0) return { ...base, written: false, problems, suite: null };
  const made = draft(fixtures, files);
  try {
    onStep('replaying the recordings');
    const { cases } = readExpected(made.folder, access.now);
    const suite = await runSuite(connector, {
      folder: made.folder,
      cases,
      config: fictional.config,
      platform: fictional.platform,
    });
    const broken = suite.failed.filter((title) => told.some(({ name }) => title.endsWith(`: ${name}`)));
    if (broken.length > 0)
      return { ...base, written: false, problems: broken.map((title) => `does not replay: ${title}`), suite };
    access.signal?.throwIfAborted();
    made.publish();
    return { ...base, written: true, problems: [], suite };
  } finally {
    made.discard();
  }
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

/** The config with one letter of the last secret changed, in the form that the field asks for. */
function spoilt({ manifest }: AnyConnector, config: Access['config']): Access['config'] | undefined {
  const name = Object.entries(manifest.config)
    .filter(([field, about]) => 'secret' in about && about.secret === true && typeof config[field] === 'string')
    .map(([field]) => field)
    .at(-1);
  if (name === undefined) return undefined;
  const value = String(config[name]);
  const at = value.search(/[a-z0-9](?=[^a-z0-9]*$)/i);
  const other = value.charAt(at).toLowerCase() === 'a' ? 'b' : 'a';
  return { ...config, [name]: `${value.slice(0, at)}${other}${value.slice(at + 1)}` };
}
