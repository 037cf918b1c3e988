import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '../../packages/store-sql/test/support/start-postgres.ts';
import { median, rounded, type BenchResult } from './result.ts';
import { scimCalls, type ScimCalls } from './scim-calls.ts';
import { sendAll, type GivenAnswer, type SentCall } from './scim-client.ts';
import type { ReadyServer } from './scim-server.ts';

const rounds = 7;
const contestants = ['ours-sqlite', 'scimmy-sqlite', 'ours-postgres', 'scimmy-postgres', 'scimmy-memory'] as const;
type Contestant = (typeof contestants)[number];

const operations = ['create', 'look up', 'patch'] as const;
type Operation = (typeof operations)[number];

/** Sixteen at once, as a first push comes, and one after the other; so many calls in a slice. */
const loads = [
  { connections: 16, calls: { create: 300, 'look up': 400, patch: 200 } },
  { connections: 1, calls: { create: 150, 'look up': 200, patch: 80 } },
] as const;
type Connections = (typeof loads)[number]['connections'];

const warmUps = 400;

/** Requests per second of every slice. */
type Figures = Readonly<Record<Operation, Readonly<Record<Connections, number[]>>>>;

interface Running extends ReadyServer {
  readonly name: Contestant;
  readonly calls: ScimCalls;
  readonly figures: Figures;
}

/** P1 to P3: what is pushed by SCIM, a second, against the endpoint of scimmy on the same database. */
export async function benchScim(say: (text: string) => void): Promise<BenchResult[]> {
  const postgres = await startPostgres({ durable: true });
  try {
    return await withServers(postgres.connectionString, async (servers) => {
      for (const server of servers) await warmUp(server);
      for (const operation of operations) {
        for (const { connections, calls } of loads) {
          say(`P1, P2, P3: ${operation}, ${String(connections)} at once …`);
          for (let round = 0; round < rounds; round += 1) {
            // Each is first once: who comes after whom says nothing.
            for (const server of rotated(servers, round)) {
              const perSecond = await slice(server, operation, { connections, calls: calls[operation] });
              server.figures[operation][connections].push(perSecond);
            }
          }
        }
      }
      return results(new Map(servers.map(({ name, figures }) => [name, figures])));
    });
  } finally {
    await postgres.stop();
  }
}

async function withServers<T>(postgres: string, work: (servers: readonly Running[]) => Promise<T>): Promise<T> {
  const children = contestants.map((name) => {
    const child = fork(new URL('scim-server.ts', import.meta.url), [name, postgres], {
      execArgv: ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning'],
    });
    return { name, child, ended: once(child, 'exit'), ready: once(child, 'message') };
  });
  try {
    const servers = children.map(async ({ name, ready, ended }): Promise<Running> => {
      const [answer] = (await Promise.race([ready, ended])) as [unknown];
      if (typeof answer !== 'object') throw new TypeError(`the server ${name} did not start`);
      return { name, calls: scimCalls(), figures: noFigures(), ...(answer as ReadyServer) };
    });
    return await work(await Promise.all(servers));
  } finally {
    for (const { child } of children) if (child.connected) child.send('stop');
    await Promise.all(children.map(({ ended }) => ended));
  }
}

function noFigures(): Figures {
  const none = (): Record<Connections, number[]> => ({ 16: [], 1: [] });
  return { create: none(), 'look up': none(), patch: none() };
}

async function warmUp(server: Running): Promise<void> {
  for (const operation of operations) await slice(server, operation, { connections: 16, calls: warmUps });
}

async function slice(
  server: Running,
  operation: Operation,
  { connections, calls: count }: { readonly connections: number; readonly calls: number },
): Promise<number> {
  const calls = Array.from({ length: count }, (): SentCall => server.calls.next(operation));
  const { answers, seconds } = await sendAll(server, calls, connections);
  check(server, operation, answers);
  return count / seconds;
}

/** What was answered wrongly was perhaps answered quickly. */
function check({ name, calls }: Running, operation: Operation, answers: readonly GivenAnswer[]): void {
  for (const { status, body } of answers) {
    const { id, totalResults } = JSON.parse(body) as { readonly id?: string; readonly totalResults?: number };
    const right = operation === 'create' ? status === 201 : status === 200 && (operation === 'patch' || totalResults === 1);
    if (!right) throw new TypeError(`${name} answered ${operation} with ${String(status)}`);
    if (operation === 'create') calls.made(id ?? '');
  }
}

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

const limit = 1;
const aim = 1.5;
const databases = ['sqlite', 'postgres'] as const;

type Slices = (name: Contestant, operation: Operation, connections: Connections) => readonly number[];

/** Each against scimmy with handlers on the same database, as durable as ours; without a database scimmy shows how fast it can be. */
function results(figures: ReadonlyMap<Contestant, Figures>): BenchResult[] {
  const slices: Slices = (name, operation, connections) => figures.get(name)?.[operation][connections] ?? [];
  return operations.flatMap((operation, index) =>
    databases.map((database): BenchResult => {
      const [ours, theirs] = [`ours-${database}`, `scimmy-${database}`] as const;
      const ratio = (connections: Connections): number => {
        const other = slices(theirs, operation, connections);
        return rounded(median(slices(ours, operation, connections).map((our, round) => our / (other[round] ?? Number.NaN))));
      };
      const rate = (name: Contestant): string => {
        const [many, one] = [median(slices(name, operation, 16)), median(slices(name, operation, 1))];
        return `${name} ${String(Math.round(many))} and ${String(Math.round(one))}`;
      };
      const value = ratio(16);
      const rates = [ours, theirs, 'scimmy-memory' as const].map(rate).join(', ');
      const detail = `${String(value)} × with 16 at once, ${String(ratio(1))} × one at a time; a second: ${rates} (medians of ${String(rounds)} slices in turn; memory keeps nothing)`;
      return {
        id: `P${String(index + 1)}-${database}`,
        what: `SCIM ${operation}, durable, 16 at once`,
        value,
        unit: '× scimmy',
        limit,
        aim,
        ok: value >= limit,
        detail,
      };
    }),
  );
}
