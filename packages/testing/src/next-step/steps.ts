import { readFileSync } from 'node:fs';
import { assertResult } from '../conformance/cases.ts';
import { recordsOf } from '../conformance/records.ts';
import { createSuite, type Suite } from '../conformance/suite.ts';
import { replay } from '../replay/replay.ts';
import type { Marker } from './markers.ts';
import type { Project } from './project.ts';
import { requiredCases } from './required-cases.ts';

/** One thing to write, after those before it. */
export interface Step {
  readonly title: string;
  /** Where it is written, from the project's folder on. */
  readonly file: string;
  /** Is this marker one of the step's? Nothing else may own it: every marker has one step. */
  readonly owns: (marker: Marker) => boolean;
  /** What is left to write once no marker is; undefined when the step is done. */
  readonly check?: (project: Project) => Promise<string | undefined> | string | undefined;
}

const manifest = 'src/manifest.ts';
const recording = 'test/fixtures/two-pages.json';
const expectations = 'test/fixtures/expected.json';
const named = [manifest, recording, expectations, 'src/schema.ts', 'src/index.ts', 'src/read.ts', 'src/map.ts'];

// In the manifest stand the facts, and what two other steps are about: their markers begin with these words.
const isEndpoint = ({ file, text }: Marker): boolean => file === manifest && text.startsWith('endpoint:');
const isField = ({ file, text }: Marker): boolean => file === manifest && text.startsWith('field:');
const isIn =
  (...files: readonly string[]) =>
  ({ file }: Marker): boolean =>
    files.includes(file);

/** In the order in which one works. */
export const steps: readonly Step[] = [
  {
    title: 'the facts of the vendor',
    file: manifest,
    owns: (marker) => marker.file === manifest && !isEndpoint(marker) && !isField(marker),
  },
  { title: 'the endpoint of the list', file: manifest, owns: isEndpoint },
  { title: 'the recording of two pages', file: recording, owns: isIn(recording), check: checkRecording },
  { title: 'the expected employees', file: expectations, owns: isIn(expectations), check: checkExpectations },
  { title: 'the shape of one record', file: 'src/schema.ts', owns: isIn('src/schema.ts') },
  { title: 'the log-in and the list', file: 'src/read.ts', owns: isIn('src/index.ts', 'src/read.ts'), check: checkList },
  {
    title: 'the map from record to employee',
    file: 'src/map.ts',
    owns: (marker) => marker.file === 'src/map.ts' || isField(marker),
    check: (project) => checkCase(project, 'two-pages'),
  },
  { title: 'the required cases', file: expectations, owns: () => false, check: checkCases },
  { title: 'what readers need', file: 'README.md', owns: ({ file }) => !named.includes(file) },
];

function checkRecording({ fixtures }: Project): string | undefined {
  const exchanges = readList(new URL('two-pages.json', fixtures));
  if (exchanges === undefined)
    return 'write a list of exchanges: scope, method, path, status, response, headers, as nock records them';
  const whole = exchanges.every((exchange) => ['scope', 'method', 'path', 'status', 'response'].every((key) => key in exchange));
  return whole && exchanges.length > 0 ? undefined : 'give every exchange scope, method, path, status and response';
}

function checkExpectations(project: Project): string | undefined {
  const given = casesOf(project)?.['two-pages'];
  if (given?.employees !== undefined && given.employees.length > 1) return undefined;
  return 'write the case "two-pages" by hand, from the documentation: { "employees": [{ "id": "…", "status": "active", … }], "requests": 2 }, with all people of the recording';
}

/** Everything recorded is asked for, and every record has the shape. */
async function checkList(project: Project): Promise<string | undefined> {
  return await problemOf('mend the list', async () => {
    const suite = await suiteOf(project);
    const { error } = await replay(suite.exchanges('two-pages'), () => suite.read());
    if (error !== undefined) throw error;
    for (const [index, record] of (await recordsOf(suite, 'two-pages')).entries()) {
      const issue = suite.connector.record.safeParse(record).error?.issues[0];
      if (issue !== undefined)
        return `mend src/schema.ts, or the recording: record ${String(index + 1)} at $.${issue.path.join('.')}: ${issue.message}`;
    }
    return undefined;
  });
}

async function checkCases(project: Project): Promise<string | undefined> {
  for (const { name, write } of requiredCases) {
    const isWritten = casesOf(project)?.[name] !== undefined && readList(new URL(`${name}.json`, project.fixtures)) !== undefined;
    const problem = isWritten ? await checkCase(project, name) : `write the case "${name}", test/fixtures/${name}.json: ${write}`;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function checkCase(project: Project, name: string): Promise<string | undefined> {
  return await problemOf(
    `the case "${name}" gives something else than expected.json says. Find out which of both is right`,
    async () => {
      const suite = await suiteOf(project);
      const expected = suite.cases[name] ?? {};
      assertResult(await replay(suite.exchanges(name), () => suite.read({ expected })), expected);
      return undefined;
    },
  );
}

async function suiteOf(project: Project): Promise<Suite> {
  project.before?.();
  const nothing = (): undefined => undefined;
  return createSuite(await project.connector(), { ...project, describe: nothing, test: nothing });
}

/** What a check says, or what it threw. */
async function problemOf(toDo: string, check: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await check();
  } catch (error) {
    return `${toDo}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Cases = Readonly<Record<string, { readonly employees?: readonly unknown[] } | undefined>>;

function casesOf({ fixtures }: Project): Cases | undefined {
  const file = readJson(new URL('expected.json', fixtures));
  return typeof file === 'object' && file !== null && 'cases' in file ? (file.cases as Cases) : undefined;
}

function readList(file: URL): readonly object[] | undefined {
  const given = readJson(file);
  return Array.isArray(given) && given.every((entry) => typeof entry === 'object' && entry !== null) ? given : undefined;
}

/** Undefined when it is missing or no JSON: both are still to be written. */
function readJson(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
