import { openStage } from './stage.ts';
import { scenarios, type Ask, type Scenario, type ScenarioName } from './scenarios.ts';
import type { Place } from './place.ts';

/** What a process is started for: to do one thing, and to die without warning at a step of it. */
export interface Job {
  readonly place: Place;
  readonly scenario: ScenarioName;
  readonly ask: Ask;
  readonly now: string;
  /** The step at which it dies, counted from 0. */
  readonly dieAt: number;
}

const { place, scenario: name, ask, now, dieAt } = JSON.parse(process.argv[2] ?? '') as Job;
const scenario: Scenario = scenarios[name];
const { employees, inBatch, applyBatchSize } = scenario;
let steps = 0;
const stage = openStage(place, {
  employees,
  now,
  inBatch,
  applyBatchSize,
  step: () => {
    if (steps === dieAt) process.kill(process.pid, 'SIGKILL');
    steps += 1;
  },
});
await scenario.act(stage, ask);
await stage.close();
