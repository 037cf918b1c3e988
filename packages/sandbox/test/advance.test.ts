import { describe, expect, test } from 'vitest';
import { createTwin, stateOf, twinEvents, type Twin, type TwinEvent, type TwinPerson } from '../src/index.ts';
import { brokenPromises, fingerprint } from './twin-support.ts';

const seeds = [1, 2, 'three', 'four'];

function inSteps(twin: Twin, steps: readonly number[]): readonly TwinEvent[] {
  return steps.flatMap((days) => twin.advance(days));
}

/** Events that concern a person, of one kind. */
function personEvents(events: readonly TwinEvent[], kind: TwinEvent['kind']) {
  return events.filter((event) => event.kind !== 'rename').filter((event) => event.kind === kind);
}

describe('advance', () => {
  test.each(seeds)('seed %s: days may be split as one likes', (seed) => {
    const [whole, single, uneven] = [1, 2, 3].map(() => createTwin({ seed, size: 300 })) as [Twin, Twin, Twin];
    const events = whole.advance(60);
    expect(
      inSteps(
        single,
        Array.from({ length: 60 }, () => 1),
      ),
    ).toEqual(events);
    expect(inSteps(uneven, [7, 0, 30, 23])).toEqual(events);
    expect(fingerprint(single)).toBe(fingerprint(whole));
    expect(fingerprint(uneven)).toBe(fingerprint(whole));
  });

  test.each(seeds.flatMap((seed) => [8, 20, 150].map((size) => ({ seed, size }))))(
    'seed $seed, size $size: promises hold on each day of two years',
    ({ seed, size }) => {
      const twin = createTwin({ seed, size });
      for (let day = 0; day < 730; day += 1) {
        twin.advance(1);
        expect(brokenPromises(twin)).toEqual([]);
      }
    },
  );

  test('somebody who comes back to the same manager is one of their reports again (seed 253, 18 people)', () => {
    const twin = createTwin({ seed: 253, size: 18 });
    twin.advance(400);
    expect(brokenPromises(twin)).toEqual([]);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 100))(
    'seed %s, 60 people: promises hold each week of three years',
    (seed) => {
      const twin = createTwin({ seed, size: 60 });
      for (let week = 0; week < 156; week += 1) {
        twin.advance(7);
        expect(brokenPromises(twin)).toEqual([]);
      }
    },
  );

  test.each([...seeds, 5, 6, 7, 8])('seed %s: everything happens within a year at size 500', (seed) => {
    const kinds = new Set(
      createTwin({ seed, size: 500 })
        .advance(365)
        .map(({ kind }) => kind),
    );
    expect([...kinds].sort()).toEqual(Object.keys(twinEvents).sort());
  });

  test('the company keeps its size over five years', () => {
    const twin = createTwin({ seed: 'long', size: 1_000 });
    twin.advance(5 * 365);
    const count = twin.people.filter((person) => stateOf(person, twin.today) === 'active').length;
    expect(count).toBeGreaterThan(720);
    expect(count).toBeLessThan(900);
    expect(brokenPromises(twin)).toEqual([]);
  });

  test('who left is gone, who joined is there, and a rehire keeps the id', () => {
    const twin = createTwin({ seed: 'states', size: 500 });
    const known = twin.people.length;
    for (let day = 0; day < 365; day += 1) {
      const events = twin.advance(1);
      const stateNow = (personId: number) => stateOf(twin.person(personId) as TwinPerson, twin.today);
      for (const { personId } of personEvents(events, 'exit')) expect(stateNow(personId)).toBe('terminated');
      for (const { personId } of personEvents(events, 'join')) expect(stateNow(personId)).not.toBe('preboarding');
      for (const { personId } of personEvents(events, 'hire')) expect(personId).toBeGreaterThan(known);
      for (const { personId } of personEvents(events, 'rehire')) expect(twin.person(personId)?.stints.length).toBeGreaterThan(0);
    }
  });

  test('nobody ever gets an address that somebody else has had', () => {
    const twin = createTwin({ seed: 'addresses', size: 400 });
    const owners = new Map<string, number>();
    for (let month = 0; month < 36; month += 1) {
      for (const { id, email } of twin.people) {
        if (email === null) continue;
        expect(owners.get(email) ?? id).toBe(id);
        owners.set(email, id);
      }
      twin.advance(30);
    }
  });

  test('a marriage changes the name and the address, a takeover the manager', () => {
    const events = createTwin({ seed: 'before and after', size: 500 }).advance(365);
    for (const { before, after } of personEvents(events, 'marriage')) {
      expect(after.lastName).not.toBe(before.lastName);
      if (before.email !== null) expect(after.email).not.toBe(before.email);
    }
    for (const { before, after } of personEvents(events, 'takeover')) expect(after.managerId).not.toBe(before.managerId);
  });

  test('a person handed out earlier stays as they were', () => {
    const twin = createTwin({ seed: 'frozen', size: 200 });
    const before = [...twin.people];
    const copies = JSON.stringify(before);
    twin.advance(200);
    expect(JSON.stringify(before)).toBe(copies);
    expect(twin.people.some((person, index) => person !== before[index])).toBe(true);
  });
});
