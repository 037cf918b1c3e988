import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Employee } from '@rollcall/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type StartedPostgres } from '../support/start-postgres.ts';
import { effectsOf, endStateOf, forgetEffects, logEffects } from './support/end-state.ts';
import { copyDatabases, copyFiles, databaseOf, expireLeases, onServer, type Copier, type Place } from './support/place.ts';
import { bundle, Processes, type Started } from './support/processes.ts';
import type { RivalJob } from './support/rival.ts';
import { company, connectOther, scenarios, type Ask, type Scenario } from './support/scenarios.ts';
import { openStage, type Stage } from './support/stage.ts';

const name = 'sync without batches';
const scenario: Scenario = scenarios[name];
const acted = '2026-11-02T12:00:00Z';
/** What the HR system says once the first process stands still: what it does afterwards would be out of date. */
const later = company.after.map((employee) =>
  employee.id.startsWith('retitled') ? { ...employee, jobTitle: 'Harbour Master' } : employee,
);
const others: readonly Employee[] = company.before.slice(0, 4).map((employee) => ({
  ...employee,
  id: `other-${employee.id}`,
  workEmail: `other-${employee.id}@fjordkiste.example`,
  employeeNumber: `other-${employee.id}`,
  managerId: null,
}));

const root = mkdtempSync(join(tmpdir(), 'rollcall-rivals-'));
const processes = new Processes();
let server: StartedPostgres | undefined;
let rival: string;

beforeAll(async () => {
  server = await startPostgres();
  rival = await bundle('rival', root);
});
afterAll(async () => {
  processes.stop();
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Ready {
  readonly copier: Copier;
  readonly place: Place;
  readonly ask: Ask;
  readonly otherId: string;
  readonly steps: readonly string[];
  /** Where it ends when the first process has begun to apply, and when it has not. */
  readonly begun: End;
  readonly unbegun: End;
}

interface End {
  readonly endState: unknown;
  readonly effects: readonly string[];
}

describe.each(['SQLite', 'PostgreSQL'] as const)('two processes on %s', (kind) => {
  let ready: Ready;
  beforeAll(async () => {
    ready = await prepare(kind);
  });

  test('A2 of two processes that sync one connection one runs, and the other is told', async () => {
    const place = await ready.copier.copy(ready.place, `${kind}_told`.toLowerCase());
    const first = start(place, ready, { stopAt: 4 });
    await first.stopped;
    const second = await start(place, ready, { stopAt: null }).ended;
    expect(second).toMatchObject({ code: 0, answer: { outcome: 'run_in_progress' } });
    expect(await first.goOn()).toMatchObject({ code: 0, answer: { outcome: 'done' } });
    await comesToTheEnd(place, ready, Infinity);
  });

  test('A1 A2 a process that stood still and lost its lease writes nothing any more, wherever it stood', async () => {
    const stops = stopsOf(ready.steps, kind === 'SQLite' ? 12 : 4);
    await Promise.all(
      stops.map(async (stopAt) => {
        const place = await ready.copier.copy(ready.place, `${kind}_lost_${String(stopAt)}`.toLowerCase());
        const first = start(place, ready, { stopAt });
        await first.stopped;
        await expireLeases(place);
        await onStage(place, later, (stage) => stage.acme.sync(ready.ask.connectionId));
        expect(await first.goOn()).toMatchObject({ code: 0, answer: { outcome: 'run_in_progress' } });
        await comesToTheEnd(place, ready, stopAt);
      }),
    );
    console.info(`two processes on ${kind}: ${stops.length} of ${ready.steps.length} places to stand still tried`);
  });

  test('A2 S8 it changes nobody either once another connection of the customer had its turn', async () => {
    const place = await ready.copier.copy(ready.place, `${kind}_other`.toLowerCase());
    const first = start(place, ready, { stopAt: ready.steps.indexOf('after journal.settle') });
    await first.stopped;
    await expireLeases(place);
    await onStage(place, later, async (stage) => {
      stage.otherSays(others);
      expect(await stage.acme.sync(ready.otherId)).toMatchObject({ run: { state: 'done', done: others.length } });
    });
    const before = effectsOf(place);
    expect(await first.goOn()).toMatchObject({ code: 0, answer: { outcome: 'run_in_progress' } });
    expect(effectsOf(place)).toEqual(before);
    await onStage(place, later, async (stage) => {
      expect(await stage.store.runs.unfinished(ready.ask.connectionId)).toHaveLength(1);
      await stage.acme.sync(ready.ask.connectionId);
      expect(await stage.store.runs.unfinished(ready.ask.connectionId)).toEqual([]);
    });
    const twice = effectsOf(place).filter((effect, index, all) => effect.startsWith('key') && all[index - 1] === effect);
    expect(twice.filter((effect) => !effect.includes('retitled'))).toEqual([]);
  });
});

async function prepare(kind: 'SQLite' | 'PostgreSQL'): Promise<Ready> {
  const folder = join(root, kind);
  mkdirSync(folder);
  const { connectionString: address = '' } = server ?? {};
  const copier = kind === 'SQLite' ? copyFiles(root) : copyDatabases(root, address);
  if (kind === 'PostgreSQL') await onServer(address, (client) => client.query('create database prepared'));
  const place: Place = {
    folder,
    ...(kind === 'PostgreSQL' && { connectionString: databaseOf(address, 'prepared') }),
  };
  const { ask, otherId } = await onStage(place, company.before, async (stage) => {
    stage.at('2026-11-02T09:00:00Z');
    const made = await scenario.prepare(stage);
    return { ask: made, otherId: await connectOther(stage) };
  });
  logEffects(place);
  forgetEffects(place);
  const steps: string[] = [];
  const undisturbed = await copier.copy(place, `${kind}_begun`.toLowerCase());
  const unbegun = await copier.copy(place, `${kind}_unbegun`.toLowerCase());
  await onStage(
    undisturbed,
    company.after,
    (stage) => stage.acme.sync(ask.connectionId),
    (step) => steps.push(step),
  );
  return { copier, place, ask, otherId, steps, begun: await endOf(undisturbed, ask), unbegun: await endOf(unbegun, ask) };
}

/** The last word of the HR system, read by a process that nobody disturbs. */
async function endOf(place: Place, { connectionId }: Ask): Promise<End> {
  return onStage(place, later, async (stage) => {
    await stage.acme.sync(connectionId);
    await stage.acme.sync(connectionId);
    return { endState: await endStateOf(place, stage, connectionId), effects: effectsOf(place) };
  });
}

async function comesToTheEnd(place: Place, ready: Ready, stopAt: number): Promise<void> {
  const where = `it stood at step ${String(stopAt)}, ${ready.steps[stopAt] ?? ''}`;
  const { endState, effects } = await endOf(place, ready.ask);
  // The first write after the journal says that the run applies.
  const applies = ready.steps.indexOf('before runs.put', ready.steps.lastIndexOf('after journal.append'));
  const expected = stopAt > applies ? ready.begun : ready.unbegun;
  expect(endState, where).toEqual(expected.endState);
  expect(effects, where).toEqual(expected.effects);
}

function start(place: Place, { ask }: Ready, { stopAt }: Pick<RivalJob, 'stopAt'>): Started {
  return processes.start(rival, { place, scenario: name, ask, now: acted, stopAt } satisfies RivalJob, root);
}

/** Spread over the whole run, but for its end: whoever stands still after the last write has nothing left to lose. */
function stopsOf(steps: readonly string[], count: number): readonly number[] {
  const last = steps.lastIndexOf('before runs.put');
  return Array.from({ length: count }, (_, index) => Math.floor((index * last) / (count - 1)));
}

async function onStage<T>(
  place: Place,
  employees: readonly Employee[],
  work: (stage: Stage) => Promise<T>,
  step?: (name: string) => void,
): Promise<T> {
  const { inBatch, applyBatchSize } = scenario;
  const now = employees === later ? '2026-11-02T12:05:00Z' : acted;
  const stage = openStage(place, { employees, inBatch, applyBatchSize, now, ...(step !== undefined && { step }) });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}
