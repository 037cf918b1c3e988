import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crashAt, openCrashTest, prepare, type CrashTest } from './support/crash-test.ts';
import { copyFiles } from './support/place.ts';

const root = mkdtempSync(join(tmpdir(), 'rollcall-crash-'));
let crash: CrashTest;

beforeAll(async () => {
  crash = await openCrashTest(root, copyFiles(root));
});
afterAll(() => {
  crash.processes.stop();
  rmSync(root, { recursive: true, force: true });
});

test.each(['sync of 500 people', 'sync without batches'] as const)(
  'A1 %s, killed at every step: the next sync comes to the same end, with nothing lost and nothing done twice',
  async (name) => {
    const ready = await prepare(crash, name);
    const report = await crashAt(crash, ready, [...ready.steps.keys()]);
    const { points, tried, effects, twice, lost } = report;
    console.info(
      `${name} on SQLite: ${tried} of ${points} crash points, ${effects} effects; twice ${twice.length}, lost ${lost.length}`,
    );
    expect({ twice, lost }).toEqual({ twice: [], lost: [] });
    expect(tried).toBe(points);
    expect(points).toBeGreaterThan(40);
  },
  300_000,
);
