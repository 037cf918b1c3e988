import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashAt, openCrashTest, prepare, type CrashTest } from './support/crash-test.ts';
import { copyFiles } from './support/place.ts';
import type { ScenarioName } from './support/scenarios.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-crash-'));
let crash: CrashTest;

beforeAll(async () => {
  crash = await openCrashTest(root, copyFiles(root));
});
afterAll(() => {
  crash.processes.stop();
  rmSync(root, { recursive: true, force: true });
});

test.each<[string, ScenarioName]>([
  ['A1 C3', 'the first confirmation'],
  ['A1 C3', 'the confirmation of a change'],
  ['A1 V3', 'approve'],
  ['A1 J1', 'invite'],
  ['A1 A4', 'undo'],
  ['A1 A4', 'undo for one person'],
  ['A1 C7', 'disconnect'],
])(
  '%s %s, killed at every step: the same call again, or whatever comes next, ends as if nothing had happened',
  async (_rules, name) => {
    const ready = await prepare(crash, name);
    const { points, tried, recoveries, effects, twice, lost } = await crashAt(crash, ready, [...ready.steps.keys()]);
    const counts = `${tried} of ${points} crash points, ${recoveries} recoveries, ${effects} effects`;
    console.info(`${name} on SQLite: ${counts}; twice ${twice.length}, lost ${lost.length}`);
    expect({ twice, lost }).toEqual({ twice: [], lost: [] });
    expect(tried).toBe(points);
    expect(points).toBeGreaterThan(10);
  },
  300_000,
);
