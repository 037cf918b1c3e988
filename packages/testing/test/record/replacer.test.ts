import { describe, expect, test } from 'vitest';
import { createOtherDays } from '../../src/record/other-days.ts';
import { createReplacer, placeIn, type ReplacerOptions } from '../../src/record/replacer.ts';
import { createStandIns } from '../../src/record/stand-ins.ts';
import type { Vocabulary } from '../../src/record/vocabulary.ts';
import { daysIn } from '../../src/record/written-days.ts';
import { manifest } from '../acme.ts';

const nothing: Vocabulary = { has: () => false, hasKey: () => false, hasInSource: () => false };
const list = { endpoint: 'GET /people', status: 200 };
const uuid = '7f1c0aa1-b25f-41c7-8e55-10aa1b25f1c7';

function replacerWith(changes: Partial<ReplacerOptions> = {}, texts: readonly string[] = []) {
  return createReplacer({
    manifest,
    standIns: createStandIns(new Set()),
    days: createOtherDays(texts.flatMap(daysIn), { today: '2026-09-10', becomes: '2026-11-22' }),
    vocabulary: nothing,
    isKey: () => true,
    placesOfPeople: new Set(),
    placesOfNames: new Set(),
    placesOfCountries: new Set(),
    known: new Map(),
    ownQueries: new Set(),
    kept: [],
    ...changes,
  });
}

describe('numbers in groups', () => {
  const digitsOf = (text: string): string => text.replace(/\D/g, '');

  test.each(['556000-0001', '12345678 1234567', '000000-0000', '+46 90 000 01 00'])(
    '%s: no more than country and area stays',
    (number) => {
      for (let time = 0; time < 20; time += 1) {
        const other = replacerWith().text(number);
        const kept = digitsOf(number).length - 7;
        expect(other.replace(/\d/g, '0')).toBe(number.replace(/\d/g, '0'));
        expect(digitsOf(other).slice(Math.min(5, kept))).not.toBe(digitsOf(number).slice(Math.min(5, kept)));
        const runs = number.match(/\d{6,}/g) ?? [];
        expect(runs.filter((run) => other.includes(run))).toEqual([]);
      }
    },
  );
});

test('one name of one letter gets one stand-in in every script', () => {
  const other = replacerWith().body({ family: '강', shown: '은서 강' }, list) as {
    readonly family: string;
    readonly shown: string;
  };
  expect(other.family).not.toBe('강');
  expect(other.shown.split(' ')[1]).toBe(other.family);
});

test('the name of an account is the same in capitals', () => {
  const [one = '', other = '', key = '', otherKey = ''] = replacerWith().text('n1004 N1004 7f1cAA1b25f1 7F1CAA1B25F1').split(' ');
  expect(other).toBe(one.toUpperCase());
  expect(otherKey).toBe(key.toUpperCase());
});

test('a unique id is the same with and without dashes, and before a name', () => {
  const compact = uuid.replaceAll('-', '');
  const text = `${uuid} ${compact} ${compact}rune@larkmoor.example rune`;
  const [dashed = '', bare, address = '', name] = replacerWith().text(text).split(' ');
  expect(bare).toBe(dashed.replaceAll('-', ''));
  expect(address.split('@')[0]).toBe(`${String(bare)}${String(name)}`);
});

test('instants move whatever their length, and a date of OData is no address', () => {
  const long = { left: '/Date(94694400000)/', birthDate: '/Date(-94694400000)/', createdAt: 915_148_800, badge: 915_148_800 };
  const other = replacerWith({}, [JSON.stringify(long)]).body(long, list) as Record<string, string | number>;
  expect(other['left']).toMatch(/^\/Date\(-?\d{8,13}\)\/$/);
  for (const [name, value] of Object.entries(other)) expect(value).not.toBe(long[name as 'badge']);
  expect(Number(other['createdAt']) % 86_400).toBe(long.createdAt % 86_400);
});

describe('what stays', () => {
  test('the same path in the answer of another endpoint is another place', () => {
    const placesOfPeople = new Set([placeIn('GET /people', '$.name')]);
    const vocabulary = { ...nothing, has: (_: string, word: string) => word === 'Full-time' };
    const replacer = replacerWith({ placesOfPeople, vocabulary });
    expect(replacer.body({ name: 'Full-time' }, list)).not.toEqual({ name: 'Full-time' });
    expect(replacer.body({ name: 'Full-time' }, { endpoint: 'GET /types', status: 200 })).toEqual({ name: 'Full-time' });
  });

  test('names of members where an answer lists them, and nobody’s name there', () => {
    const placesOfNames = new Set([placeIn('GET /people', '$.fields[].id')]);
    const replacer = replacerWith({ placesOfNames, isKey: (name) => ['EmployeeId', 'fields', 'id'].includes(name) });
    const body = { fields: [{ id: 'EmployeeId' }, { id: 'Rune' }], id: 'EmployeeId' };
    const { fields, id } = replacer.body(body, list) as typeof body;
    expect(fields[0]?.id).toBe('EmployeeId');
    expect(fields[1]?.id).not.toBe('Rune');
    expect(id).not.toBe('EmployeeId');
  });

  test('of the sentence of a refusal the words that the source has', () => {
    const vocabulary = { ...nothing, hasInSource: (word: string) => ['employee', 'not', 'found'].includes(word.toLowerCase()) };
    const replacer = replacerWith({ vocabulary });
    const refusal = { reason: 'Employee Halvorsen 4417 not found' };
    const { reason } = replacer.body(refusal, { endpoint: 'GET /people/{id}', status: 400 }) as typeof refusal;
    expect(reason).toMatch(/^Employee \p{L}+ \d{4} not found$/u);
    expect(reason).not.toMatch(/Halvorsen|4417/);
    expect(replacer.kept).toEqual(new Set(['employee', 'not', 'found']));
    expect(replacer.body(refusal, list)).not.toMatchObject({ reason: expect.stringContaining('Employee') as string });
  });

  test('the ending of an address where the meaning hangs on it, and what stands before is another one', () => {
    const address = 'n1004@larkmoor.onmicrosoft.com';
    expect(replacerWith().text(address)).toMatch(/\.example$/);
    const other = replacerWith({ kept: [{ ending: 'onmicrosoft.com' }] }).text(address);
    expect(other).toMatch(/^\w+@\w+\.onmicrosoft\.com$/);
    expect(other).not.toMatch(/1004|larkmoor/);
  });

  test('words of one place where the meaning hangs on them, and not at another place', () => {
    const kept = [{ place: placeIn('GET /people', '$.owner'), words: new Set(['organization']) }];
    const body = { owner: 'Organization', name: 'Organization' };
    const other = replacerWith({ kept }).body(body, list) as typeof body;
    expect(other.owner).toBe('Organization');
    expect(other.name).not.toBe('Organization');
  });
});

test('a key that is somebody’s name becomes another', () => {
  const replacer = replacerWith({ isKey: (name) => name !== 'Halvorsen' });
  expect(Object.keys(replacer.body({ Halvorsen: null, names: null }, list) as object)).toEqual([
    expect.not.stringMatching('Halvorsen') as string,
    'names',
  ]);
});

test('of a numbered key the word stays that the source has', () => {
  const vocabulary = { ...nothing, hasInSource: (word: string) => word === 'custom' };
  const keys = Object.keys(
    replacerWith({ vocabulary, isKey: () => false }).body({ custom_4417: null, rune_4417: null }, list) as object,
  );
  expect(keys[0]).toMatch(/^custom_\d{4}$/);
  expect(keys[0]).not.toBe('custom_4417');
  expect(keys[1]).not.toMatch(/rune|4417/);
});
