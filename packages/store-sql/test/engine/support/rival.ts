import { writeSync } from 'node:fs';
import { RollcallError } from '@rollcall/core';
import type { Place } from './place.ts';
import { scenarios, type Ask, type Scenario, type ScenarioName } from './scenarios.ts';
import { openStage } from './stage.ts';

/** What a process is started for: to do one thing beside another process, standing still for a while at a step of it. */
export interface RivalJob {
  readonly place: Place;
  readonly scenario: ScenarioName;
  readonly ask: Ask;
  readonly now: string;
  /** The step before which it is stopped; null to go through. */
  readonly stopAt: number | null;
}

/** What became of it: `done`, or the code of the error. */
export interface RivalAnswer {
  readonly outcome: string;
}

const { place, scenario: name, ask, now, stopAt } = JSON.parse(process.argv[2] ?? '') as RivalJob;
const scenario: Scenario = scenarios[name];
let steps = 0;
// It takes itself to have stood for two minutes, and nobody has to wait for them.
let standForMs = 0;
const sinceStart = performance.now.bind(performance);
Object.defineProperty(performance, 'now', { value: () => sinceStart() + standForMs });
const stage = openStage(place, {
  employees: scenario.employees,
  now,
  inBatch: scenario.inBatch,
  applyBatchSize: scenario.applyBatchSize,
  step: () => {
    if (steps === stopAt) {
      writeSync(1, 'stopped');
      process.kill(process.pid, 'SIGSTOP');
      standForMs += 120_000;
    }
    steps += 1;
  },
});
const outcome = await scenario.act(stage, ask).then(
  () => 'done',
  (error: unknown) => (RollcallError.isInstance(error) ? error.code : String(error)),
);
await stage.close();
process.send?.({ outcome } satisfies RivalAnswer, () => {
  process.disconnect();
});
