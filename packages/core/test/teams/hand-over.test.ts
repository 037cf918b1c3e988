import { describe, expect, test } from 'vitest';
import type { TeamsPlan } from '../../src/teams/teams-plan.ts';
import { company, Platform, wanted, type Managers } from './company.ts';

interface Outcome {
  readonly handOver: readonly string[];
  readonly removed: readonly (string | null)[];
  readonly made: readonly string[];
}

/** From one hierarchy to the next; the platform must have the right teams whatever was handed over. */
function move(before: Managers, after: Managers, left: readonly string[] = []): Outcome {
  const platform = new Platform();
  platform.sync('enable', company(before));
  const ids = new Map(platform.teams.map(({ key, id }) => [key, id]));
  const plan: TeamsPlan = platform.sync('follow', company(after, left));
  expect(platform.managed()).toEqual(wanted(plan));
  for (const { id, from, to } of plan.handOver) {
    expect(ids.get(from)).toBe(id);
    expect(platform.idOf(to)).toBe(id);
  }
  return {
    handOver: plan.handOver.map(({ from, to }) => `${from} → ${to}`),
    removed: plan.remove.map(({ key }) => key),
    made: plan.create,
  };
}

describe('handing a team over', () => {
  test('T7 when all reports move to a successor without a team, the team is handed over, not rebuilt', () => {
    const before = { top: null, a: 'top', b: 'top', r1: 'a', r2: 'a' };
    const after = { top: null, a: 'top', b: 'top', r1: 'b', r2: 'b' };
    expect(move(before, after)).toEqual({ handOver: ['a → b'], removed: [], made: [] });
  });

  test('T7 the lead who leaves hands over to somebody who has just come', () => {
    const before = { top: null, a: 'top', r1: 'a', r2: 'a' };
    const after = { top: null, b: 'top', r1: 'b', r2: 'b' };
    expect(move(before, after).handOver).toEqual(['a → b']);
  });

  test('T7 a successor out of the team itself takes it over', () => {
    const before = { top: null, a: 'top', r1: 'a', r2: 'a', r3: 'a' };
    const after = { top: null, r1: 'top', r2: 'r1', r3: 'r1' };
    expect(move(before, after)).toEqual({ handOver: ['a → r1'], removed: [], made: [] });
    expect(move(before, { top: null, r3: 'top', r1: 'r3', r2: 'r3' }).handOver).toEqual(['a → r3']);
  });

  test('T7 a successor who still reports to the former lead is a partial move', () => {
    const before = { top: null, a: 'top', r1: 'a', r2: 'a' };
    const after = { top: null, a: 'top', r1: 'a', r2: 'r1' };
    expect(move(before, after)).toEqual({ handOver: [], removed: [], made: ['r1'] });
  });

  test('T7 a partial move is not a hand-over', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'a' };
    expect(move(before, { ...before, r1: 'b' })).toEqual({ handOver: [], removed: [], made: ['b'] });
    expect(move(before, { ...before, r1: 'b', r2: 'c' })).toEqual({ handOver: [], removed: ['a'], made: ['b', 'c'] });
    expect(move(before, { ...before, r1: 'b', r2: null })).toEqual({
      handOver: [],
      removed: ['a'],
      made: ['b', 'unassigned'],
    });
  });

  test('T7 whoever left scope has no say', () => {
    const before = { top: null, a: 'top', b: 'top', r1: 'a', r2: 'a', gone: 'a' };
    const after = { top: null, a: 'top', b: 'top', r1: 'b', r2: 'b', gone: 'a' };
    expect(move(before, after, ['gone']).handOver).toEqual(['a → b']);
  });

  test('T7 a team of which nobody is left in scope is not handed over', () => {
    const before = { top: null, a: 'top', b: 'top', r1: 'a' };
    const after = { top: null, a: 'top', b: 'top', r1: 'b', r2: 'b' };
    expect(move(before, after, ['r1'])).toEqual({ handOver: [], removed: ['a'], made: ['b'] });
  });

  test('T7 a successor who keeps a team of their own takes the people, not the team', () => {
    const before = { top: null, a: 'top', b: 'top', r1: 'a', r2: 'b' };
    const after = { top: null, a: 'top', b: 'top', r1: 'b', r2: 'b' };
    expect(move(before, after)).toEqual({ handOver: [], removed: ['a'], made: [] });
  });

  test('T7 a chain: the team of the successor is handed on in the same run', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'b' };
    const after = { top: null, a: 'top', b: 'top', c: 'top', r1: 'b', r2: 'c' };
    expect(move(before, after)).toEqual({ handOver: ['a → b', 'b → c'], removed: [], made: [] });
  });

  test('T7 a chain whose end keeps a team stands still', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'b', r3: 'c' };
    const after = { top: null, a: 'top', b: 'top', c: 'top', r1: 'b', r2: 'c', r3: 'c' };
    expect(move(before, after)).toEqual({ handOver: [], removed: ['a'], made: [] });
  });

  test('T7 two leads swap their teams, three pass them round', () => {
    const two = { top: null, a: 'top', b: 'top', r1: 'a', r2: 'b' };
    expect(move(two, { ...two, r1: 'b', r2: 'a' })).toEqual({ handOver: ['a → b', 'b → a'], removed: [], made: [] });
    const three = { ...two, c: 'top', r3: 'c' };
    expect(move(three, { ...three, r1: 'b', r2: 'c', r3: 'a' }).handOver).toEqual(['a → b', 'b → c', 'c → a']);
  });

  test('T7 a former lead who leads others from now on gets a new team', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'a' };
    const after = { top: null, a: 'top', b: 'a', c: 'a', r1: 'b', r2: 'b' };
    expect(move(before, after)).toEqual({ handOver: ['a → b'], removed: [], made: ['a'] });
  });

  test('T7 when two teams become one, the larger is handed over and the other goes', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'b', r3: 'b' };
    const after = { top: null, a: 'top', b: 'top', c: 'top', r1: 'c', r2: 'c', r3: 'c' };
    expect(move(before, after)).toEqual({ handOver: ['b → c'], removed: ['a'], made: [] });
    expect(move({ ...before, r3: 'c' }, { ...after, r3: 'c' }).handOver).toEqual([]);
    expect(move({ ...before, r3: null }, { ...after, r3: null }).handOver).toEqual(['a → c']);
  });

  test('T7 a third team that joins a swap is dissolved, the swap stays', () => {
    const before = { top: null, a: 'top', b: 'top', c: 'top', r1: 'a', r2: 'b', r3: 'c', r4: 'c' };
    const after = { ...before, r1: 'b', r2: 'a', r3: 'b', r4: 'b' };
    expect(move(before, after)).toEqual({ handOver: ['a → b', 'b → a'], removed: ['c'], made: [] });
  });

  test('T7 moving to Unassigned is no hand-over', () => {
    const before = { top: null, a: 'top', r1: 'a' };
    expect(move(before, { top: null, a: 'top', r1: null })).toEqual({ handOver: [], removed: ['a'], made: ['unassigned'] });
  });
});
