import { describe, expect, test } from 'vitest';
import { findHandOvers } from '../../src/teams/hand-over.ts';
import { planTeams } from '../../src/teams/plan-teams.ts';
import { toTeamsChange } from '../../src/teams/teams-change.ts';
import type { TeamsInput } from '../../src/teams/teams-from-managers.ts';

/** Counts how often somebody's manager is asked for. */
class CountingMap extends Map<string, string | null> {
  reads = 0;

  override get(key: string): string | null | undefined {
    this.reads += 1;
    return super.get(key);
  }
}

type Shape = (index: number) => number | null;

const shapes: Readonly<Record<string, Shape>> = {
  'a company nine levels deep': (index) => (index === 0 ? null : Math.floor((index - 1) / 4)),
  'one manager': (index) => (index === 0 ? null : 0),
  'a chain': (index) => (index === 0 ? null : index - 1),
  'a chain upside down': (index) => index + 1,
  'one great circle': (index) => (index === 0 ? 19_999 : index - 1),
};

function build(count: number, managerOf: Shape, hasMember: (index: number) => boolean): TeamsInput & { managerOf: CountingMap } {
  const managers = new CountingMap();
  const people = Array.from({ length: count }, (_, index) => {
    const manager = managerOf(index);
    const person = {
      employeeId: String(index),
      managerId: manager === null ? null : String(manager),
      hasMember: hasMember(index),
    };
    managers.set(person.employeeId, person.managerId);
    return person;
  });
  return { people, managerOf: managers };
}

describe('linear in the number of people', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    test(`T1 T3 T4 ${name}: everybody's manager is asked for a few times at most`, () => {
      for (const hasMember of [() => true, (index: number) => index % 1000 === 999]) {
        const input = build(20_000, shape, hasMember);
        let asked = 0;
        const memberIdOf = (id: string): string => {
          asked += 1;
          return `m${id}`;
        };
        const plan = planTeams({ ...input, current: [], memberIdOf, mode: 'enable' });
        const { put } = toTeamsChange(plan, memberIdOf);
        const current = put.map((target) => ({ ...target, id: target.key, name: '' }));
        planTeams({ ...input, current, memberIdOf: (id) => memberIdOf(`${id}-new`), mode: 'follow' });
        // Two plans, each with one walk for circles and one for the nearest manager.
        expect(input.managerOf.reads).toBeLessThanOrEqual(6 * 20_000);
        expect(asked).toBeLessThanOrEqual(6 * 20_000);
      }
    });
  }

  test('T1 T3 a chain of 100,000 ends', () => {
    const input = build(
      100_000,
      (index) => (index === 0 ? null : index - 1),
      (index) => index === 0 || index === 99_999,
    );
    const plan = planTeams({ ...input, current: [], memberIdOf: String, mode: 'enable' });
    expect(plan.teams).toEqual([{ leadId: '0', memberIds: ['99999'] }]);
    expect(
      planTeams({
        ...build(
          100_000,
          (index) => index + 1,
          () => true,
        ),
        current: [],
        memberIdOf: String,
        mode: 'enable',
      }).teams,
    ).toHaveLength(99_999);
  });

  test('T7 a chain of 50,000 hand-overs asks for each lead a few times', () => {
    let asked = 0;
    const reports = new Map(Array.from({ length: 50_000 }, (_, index) => [String(index), [`r${String(index)}`]]));
    const handOvers = findHandOvers({
      reports,
      leadOf: (id) => {
        asked += 1;
        return String(Number(id.slice(1)) + 1);
      },
      hasTeam: (id) => reports.has(id),
    });
    expect(handOvers).toHaveLength(50_000);
    expect(asked).toBeLessThanOrEqual(4 * 50_000);
  });
});
