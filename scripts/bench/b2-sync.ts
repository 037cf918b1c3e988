import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createTwin } from '@rollcall/sandbox';
import { fetchAll } from './b1-read.ts';
import { byVendor, measuredVendors, median, rounded, type BenchResult } from './result.ts';
import type { SentRequest } from './server.ts';
import type { SyncFigures, SyncTask } from './sync-child.ts';
import { loadVendor } from '../vendors/load-vendors.ts';
import { withServer, type BenchServer } from './with-server.ts';

const rounds = 3;

interface Measured {
  readonly people: number;
  readonly floorMs: number;
  readonly firstMs: number;
  readonly secondMs: number;
  readonly againMs: number;
  readonly rowsAgain: number;
  /** With the flags of `sparing`. */
  readonly peakMiB: number;
  /** As Node is when it is told nothing. */
  readonly freePeakMiB: number;
}

// V8 collects late as long as the machine has memory: a process told to be sparing shows what a sync needs.
const sparing = ['--max-semi-space-size=8', '--heap-growing-percent=20'];

// Of this one every size is measured: the leanest rows leave the least to hide behind.
const sized = 'bamboohr';

/** B2, B3 and the cost by size: first and repeated syncs into SQLite, against fetching and parsing the same pages. */
export async function benchSync(people: number, sizes: readonly number[], say: (text: string) => void): Promise<BenchResult[]> {
  const measured: Measured[] = [];
  for (const size of [...new Set([...sizes, people])].sort((a, b) => a - b)) {
    say(`B2, B3: syncing ${String(size)} people of ${sized} …`);
    measured.push(await measureAt(sized, size));
  }
  const main = measured.find((one) => one.people === people) ?? measured.at(-1);
  if (main === undefined) return [];
  const each = new Map([[sized, main]]);
  for (const slug of measuredVendors) {
    if (each.has(slug)) continue;
    say(`B2, B3: syncing ${String(people)} people of ${slug} …`);
    each.set(slug, await measureAt(slug, people));
  }
  return [first(each), again(each), memory(measured), linear(measured)];
}

async function measureAt(slug: string, people: number): Promise<Measured> {
  return withServer(slug, people, async (server) => {
    const floors: number[] = [];
    const figures: SyncFigures[] = [];
    const { peakMiB } = await inChild(slug, server, { again: 0, flags: sparing });
    const requests = await requestsOfRead(slug, server, people);
    await timed(() => fetchAll(server, requests));
    for (let round = 0; round < rounds; round += 1) {
      floors.push(await timed(() => fetchAll(server, requests)));
      figures.push(await inChild(slug, server, { again: 2, flags: [] }));
    }
    return {
      people,
      floorMs: median(floors),
      firstMs: median(figures.map(({ firstMs }) => firstMs)),
      secondMs: median(figures.map(({ secondMs }) => secondMs)),
      againMs: median(figures.flatMap(({ againMs }) => againMs)),
      rowsAgain: Math.max(...figures.map(({ rowsAgain }) => rowsAgain)),
      peakMiB,
      freePeakMiB: Math.max(...figures.map((figure) => figure.peakMiB)),
    };
  });
}

/** The requests of one read: the connection's check before it stops after its first page. */
async function requestsOfRead(slug: string, server: BenchServer, people: number): Promise<readonly SentRequest[]> {
  const sent = await server.requests();
  const last = sent.slice(sent.findLastIndex((request) => request.url === sent[0]?.url));
  // What the client asked twice, such as over a socket that had just been closed, is one request of the floor.
  const read = [...new Map(last.map((request) => [`${request.method} ${request.url} ${request.body}`, request])).values()];
  const { sandbox } = await loadVendor(slug);
  const fewest = sandbox.minimumRequests(createTwin({ seed: 'bench', size: people }));
  // A floor that fetches more than one read needs would flatter every figure.
  if (read.length !== fewest) throw new TypeError(`the floor has ${String(read.length)} requests, not ${String(fewest)}`);
  return read;
}

async function inChild(
  slug: string,
  { origins, config, now }: BenchServer,
  { again, flags }: { readonly again: number; readonly flags: readonly string[] },
): Promise<SyncFigures> {
  const child = fork(new URL('sync-child.ts', import.meta.url), [], {
    execArgv: ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning', '--expose-gc', ...flags],
  });
  const ended = once(child, 'exit');
  child.send({ slug, origins, config, now: now.toISOString(), again } satisfies SyncTask);
  const answer = await Promise.race([once(child, 'message'), ended]);
  await ended;
  if (typeof answer[0] !== 'object') throw new TypeError('the measured process ended without figures');
  return answer[0] as SyncFigures;
}

async function timed(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function first(each: ReadonlyMap<string, Measured>): BenchResult {
  const { value, ratios } = ratiosOf(each, ({ firstMs, floorMs }) => firstMs / floorMs);
  const figures = [...each].map(([slug, { firstMs, floorMs }]) => `${slug} ${ms(firstMs)}, floor ${ms(floorMs)}`);
  const detail = `median of ${ratios}; ${String(each.get(sized)?.people ?? 0)} people created in SQLite, journal on: ${figures.join('; ')} (medians of ${String(rounds)} pairs, each in a new process)`;
  return { id: 'B2', what: 'first sync into SQLite', value, unit: '× floor', limit: 4, aim: 3, ok: value <= 4, detail };
}

function again(each: ReadonlyMap<string, Measured>): BenchResult {
  const { value, ratios } = ratiosOf(each, ({ againMs, floorMs }) => againMs / floorMs);
  const rowsAgain = Math.max(...[...each.values()].map((one) => one.rowsAgain));
  const figures = [...each].map(([slug, { againMs, secondMs }]) => `${slug} ${ms(againMs)}, the sync before it ${ms(secondMs)}`);
  const detail = `median of ${ratios}; nothing changed, ${String(rowsAgain)} employee and member rows written: ${figures.join('; ')} (the sync before it wrote down who was linked)`;
  return {
    id: 'B3',
    what: 'sync again, nothing changed',
    value,
    unit: '× floor',
    limit: 2.2,
    aim: 1.6,
    ok: value <= 2.2 && rowsAgain === 0,
    detail,
  };
}

function ratiosOf(
  each: ReadonlyMap<string, Measured>,
  ratio: (one: Measured) => number,
): { readonly value: number; readonly ratios: string } {
  const ratios = new Map([...each].map(([slug, one]) => [slug, ratio(one)]));
  return { value: rounded(median([...ratios.values()])), ratios: byVendor(ratios) };
}

function memory(measured: readonly Measured[]): BenchResult {
  const largest = measured.at(-1);
  const value = Math.round(largest?.peakMiB ?? Number.NaN);
  const mib = (peak: number): string => `${String(Math.round(peak))} MiB`;
  const each = measured.map(
    ({ people, peakMiB, freePeakMiB }) => `${String(people)}: ${mib(peakMiB)} (${mib(freePeakMiB)} without flags)`,
  );
  const detail = `Node run with ${sparing.join(' ')}: ${each.join(', ')}`;
  return {
    id: 'B5',
    what: `peak memory of B2 at ${String(largest?.people ?? 0)}`,
    value,
    unit: 'MiB',
    limit: 512,
    aim: 300,
    ok: value <= 512,
    detail,
  };
}

/** Ten times the people may cost at most twelve times the time. */
function linear(measured: readonly Measured[]): BenchResult {
  const at = (people: number): number => measured.find((one) => one.people === people)?.firstMs ?? Number.NaN;
  const value = rounded(at(100_000) / at(10_000));
  const detail = measured
    .map(
      ({ people, firstMs, floorMs }) =>
        `${String(people)}: ${ms(firstMs)} (${String(rounded((firstMs * 1000) / people))} µs each, ${String(rounded(firstMs / floorMs))} × floor)`,
    )
    .join(', ');
  return {
    id: 'B2-linear',
    what: 'B2 at 100,000 against 10,000',
    value,
    unit: '×',
    limit: 12,
    aim: 10,
    ok: Number.isNaN(value) || value <= 12,
    detail,
  };
}

function ms(value: number): string {
  return `${String(Math.round(value))} ms`;
}
