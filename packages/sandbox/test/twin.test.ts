import { bankAccount, employeeSchema, normaliseEmail } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { createTwin, stateOf } from '../src/index.ts';
import { active, brokenPromises, employed, fingerprint, levelOf, spans } from './twin-support.ts';

const seeds = [0, 1, 'demo', 'Zürich', 4_294_967_295];
const sizes = [8, 9, 13, 14, 47, 120, 500, 3_000];
const cases = seeds.flatMap((seed) => sizes.map((size) => ({ seed, size })));

describe('createTwin', () => {
  test.each(cases)('seed $seed, size $size: every promise holds', ({ seed, size }) => {
    const twin = createTwin({ seed, size });
    expect(twin.people).toHaveLength(size);
    expect(brokenPromises(twin)).toEqual([]);
    for (const span of spans(twin).values()) expect(span).toBeGreaterThanOrEqual(5);
    for (const span of spans(twin).values()) expect(span).toBeLessThanOrEqual(12);
  });

  test.each(cases)('seed $seed, size $size: every interesting kind is there', ({ seed, size }) => {
    const twin = createTwin({ seed, size });
    const states = new Set(twin.people.map((person) => stateOf(person, twin.today)));
    expect(states).toEqual(new Set(['active', 'leave', 'preboarding', 'terminated']));
    expect(active(twin).some(({ terminationDate }) => terminationDate !== null && terminationDate > twin.today)).toBe(true);
    expect(spans(twin).size).toBeGreaterThanOrEqual(1);
    expect(twin.entities.length).toBeGreaterThanOrEqual(2);
  });

  test('the same seed gives the same company byte for byte, another seed another one', () => {
    expect(fingerprint(createTwin({ seed: 7, size: 500 }))).toBe(fingerprint(createTwin({ seed: '7', size: 500 })));
    expect(fingerprint(createTwin({ seed: 7, size: 500 }))).not.toBe(fingerprint(createTwin({ seed: 8, size: 500 })));
  });

  test('a company does not change from release to release without notice', () => {
    expect(fingerprint(createTwin({ seed: 'pinned', size: 200 }))).toMatchInlineSnapshot(
      `"ac300f9e2e3180cc2f384bc3a9092facfddfb3a813b920555de207ede1b2aca7"`,
    );
  });

  test('shares are about what they should be', () => {
    const twin = createTwin({ seed: 3, size: 10_000 });
    const share = (state: string) => twin.people.filter((person) => stateOf(person, twin.today) === state).length / 10_000;
    expect(share('active')).toBeCloseTo(0.8, 2);
    expect(share('leave')).toBeCloseTo(0.02, 2);
    expect(share('preboarding')).toBeCloseTo(0.02, 2);
    const leaving = active(twin).filter(({ terminationDate }) => terminationDate !== null).length;
    expect(leaving / active(twin).length).toBeCloseTo(0.03, 2);
    expect(twin.people.filter(({ email }) => email === null).length).toBeGreaterThan(50);
    expect(twin.people.filter(({ number }) => number === null).length).toBeGreaterThan(50);
    expect(twin.people.filter(({ stints }) => stints.length > 0).length).toBeGreaterThan(50);
  });

  test('depth grows with size, up to nine levels', () => {
    const depths = [8, 100, 2_000, 20_000, 200_000].map((size) => {
      const twin = createTwin({ seed: 5, size });
      return employed(twin).reduce((deepest, person) => Math.max(deepest, levelOf(twin, person)), 0);
    });
    expect(depths.toSorted((one, other) => one - other)).toEqual(depths);
    expect(depths[0]).toBe(2);
    expect(depths.at(-1)).toBe(9);
  });

  test('facts have the forms that the normalised employee asks for', () => {
    const twin = createTwin({ seed: 'forms', size: 2_000 });
    const report = { note: (field: string) => expect.fail(`${field} was refused`) };
    for (const person of twin.people) {
      const { hireDate, terminationDate, updatedAt, iban, email, personalEmail } = person;
      const employee = {
        id: String(person.id),
        status: 'active',
        startDate: hireDate,
        terminationDate,
        updatedAt,
        bankAccount: bankAccount({ iban }, report),
      };
      expect(employeeSchema.safeParse(employee).error).toBeUndefined();
      for (const address of [email, personalEmail]) if (address !== null) expect(normaliseEmail(address)).toBe(address);
      expect(person.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(email === null || email.endsWith('.example')).toBe(true);
    }
    expect(new Set(twin.people.map(({ uuid }) => uuid)).size).toBe(2_000);
  });

  test('check digits of every IBAN are right', () => {
    for (const { iban } of createTwin({ seed: 'iban', size: 2_000 }).people) {
      const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
      expect(BigInt(digits) % 97n).toBe(1n);
    }
  });

  test('people belong to groups that exist and fit together', () => {
    const twin = createTwin({ seed: 'groups', size: 3_000 });
    const ids = (list: readonly { readonly id: number }[]) => new Set(list.map(({ id }) => id));
    const [entities, departments, divisions] = [ids(twin.entities), ids(twin.departments), ids(twin.divisions)];
    for (const person of twin.people) {
      expect(entities.has(person.entityId) && departments.has(person.departmentId) && divisions.has(person.divisionId)).toBe(
        true,
      );
      expect(twin.locations.find(({ id }) => id === person.locationId)?.entityId).toBe(person.entityId);
      expect(twin.costCenters.find(({ id }) => id === person.costCenterId)?.departmentId).toBe(person.departmentId);
      if (person.teamId !== null)
        expect(twin.teams.find(({ id }) => id === person.teamId)?.departmentId).toBe(person.departmentId);
    }
  });

  test('names come from many scripts, addresses are plain', () => {
    const { people } = createTwin({ seed: 'scripts', size: 3_000 });
    const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Hangul', 'Devanagari', 'Thai'];
    for (const script of scripts)
      expect(
        people.some(({ lastName }) => new RegExp(`\\p{Script=${script}}`, 'u').test(lastName)),
        script,
      ).toBe(true);
    for (const { personalEmail } of people) expect(personalEmail).toMatch(/^[a-z]+\.[a-z]+\.\d+@post\.example$/);
  });
});

describe('bad options are named', () => {
  test.each([
    [{ size: 7 }, 'size'],
    [{ size: 200_001 }, 'size'],
    [{ size: 10.5 }, 'size'],
    [{ size: 10, today: '2026-02-30' }, 'today'],
    [{ size: 10, today: 'tomorrow' }, 'today'],
    [{ size: 10, name: ' ' }, 'name'],
  ])('%o', (options, field) => {
    expect(() => createTwin(options)).toThrow(
      expect.objectContaining({ code: 'config_invalid', problems: [expect.objectContaining({ field })] }),
    );
  });

  test('advance wants whole days', () => {
    const twin = createTwin({ size: 8 });
    for (const days of [-1, 0.5, Number.NaN]) expect(() => twin.advance(days)).toThrow(/days is not a whole number/);
  });
});
