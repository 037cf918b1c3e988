import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { effectsOf, endStateOf, forgetEffects, logEffects } from './end-state.ts';
import { expireLeases, type Copier, type Place } from './place.ts';
import { bundle, Processes } from './processes.ts';
import { scenarios, type Ask, type Scenario, type ScenarioName } from './scenarios.ts';
import { openStage, type Stage } from './stage.ts';

const prepared = '2026-11-02T09:00:00Z';
const acted = '2026-11-02T12:00:00Z';
const recovered = '2026-11-02T12:05:00Z';

/** What came of killing a process at steps of a scenario. */
export interface CrashReport {
  readonly points: number;
  readonly tried: number;
  readonly recoveries: number;
  /** Changes of the application in an undisturbed run, by what they are. */
  readonly effects: number;
  readonly twice: readonly string[];
  readonly lost: readonly string[];
}

export interface CrashTest {
  readonly root: string;
  readonly copier: Copier;
  readonly processes: Processes;
  readonly child: string;
}

export async function openCrashTest(root: string, copier: Copier): Promise<CrashTest> {
  return { root, copier, processes: new Processes(), child: await bundle('child', root) };
}

export interface Prepared {
  readonly name: ScenarioName;
  readonly place: Place;
  readonly ask: Ask;
  readonly steps: readonly string[];
  readonly endState: unknown;
  readonly effects: readonly string[];
}

/** Everything before the action, and the action without a crash: what it must lead to, and through which steps. */
export async function prepare(test: CrashTest, name: ScenarioName, connectionString?: string): Promise<Prepared> {
  const scenario: Scenario = scenarios[name];
  const folder = join(test.root, name.replaceAll(' ', '-'));
  mkdirSync(folder);
  const place: Place = { folder, ...(connectionString !== undefined && { connectionString }) };
  const ask = await onStage(place, scenario, prepared, async (stage) => {
    const made = await scenario.prepare(stage);
    return made;
  });
  logEffects(place);
  forgetEffects(place);
  const undisturbed = await test.copier.copy(place, `${name.replaceAll(' ', '_')}_undisturbed`);
  const steps: string[] = [];
  await onStage(
    undisturbed,
    scenario,
    acted,
    (stage) => scenario.act(stage, ask),
    (step) => steps.push(step),
  );
  const { endState, effects } = await comeToAnEnd(undisturbed, scenario, ask, () => Promise.resolve());
  return { name, place, ask, steps, endState, effects };
}

/** Kills a new process at each of the steps, three at a time, and lets every recovery follow. */
export async function crashAt(test: CrashTest, ready: Prepared, points: readonly number[]): Promise<CrashReport> {
  const scenario: Scenario = scenarios[ready.name];
  const twice: string[] = [];
  const lost: string[] = [];
  let recoveries = 0;
  const queue = [...points];
  const worker = async (): Promise<void> => {
    for (let dieAt = queue.shift(); dieAt !== undefined; dieAt = queue.shift()) {
      const where = `${ready.name.replaceAll(' ', '_')}_${String(dieAt)}`;
      const crashed = await test.copier.copy(ready.place, where);
      const job = { place: crashed, scenario: ready.name, ask: ready.ask, now: acted, dieAt };
      const { signal, errors } = await test.processes.start(test.child, job, test.root).ended;
      expect(signal, `the process dies at step ${String(dieAt)} (${ready.steps[dieAt] ?? ''}): ${errors}`).toBe('SIGKILL');
      await expireLeases(crashed);
      const ways = Object.entries(scenario.recoveries);
      for (const [index, [how, recover]] of ways.entries()) {
        const place = index === ways.length - 1 ? crashed : await test.copier.copy(crashed, `${where}_${String(index)}`);
        const { endState, effects } = await comeToAnEnd(place, scenario, ready.ask, recover);
        const what = `${ready.name}: died at step ${String(dieAt)}, ${ready.steps[dieAt] ?? ''}; then ${how}`;
        // Comparing five hundred people member by member takes its time, and is for those who have to see the difference.
        if (JSON.stringify(endState) !== JSON.stringify(ready.endState)) expect(endState, what).toEqual(ready.endState);
        twice.push(...without(effects, ready.effects).map((effect) => `${what}: ${effect}`));
        lost.push(...without(ready.effects, effects).map((effect) => `${what}: ${effect}`));
        recoveries += 1;
        await test.copier.remove(place);
      }
    }
  };
  // Each waits for the disk half of its time.
  const workers = [worker(), worker(), worker()];
  // One failure ends it, but not before everybody has let go of the files.
  await Promise.all(workers).catch(() => queue.splice(0));
  for (const ended of await Promise.allSettled(workers)) if (ended.status === 'rejected') throw ended.reason;
  return { points: ready.steps.length, tried: points.length, recoveries, effects: ready.effects.length, twice, lost };
}

async function comeToAnEnd(
  place: Place,
  scenario: Scenario,
  ask: Ask,
  recover: (stage: Stage, ask: Ask) => Promise<unknown>,
): Promise<Pick<Prepared, 'endState' | 'effects'>> {
  return onStage(place, scenario, recovered, async (stage) => {
    await recover(stage, ask);
    await scenario.then(stage, ask);
    return { endState: await endStateOf(place, stage, ask.connectionId), effects: effectsOf(place) };
  });
}

async function onStage<T>(
  place: Place,
  { employees, inBatch, applyBatchSize }: Scenario,
  now: string,
  work: (stage: Stage) => Promise<T>,
  step?: (name: string) => void,
): Promise<T> {
  const stage = openStage(place, { employees, inBatch, applyBatchSize, now, ...(step !== undefined && { step }) });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** What is in the one list and not, or not as often, in the other. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
