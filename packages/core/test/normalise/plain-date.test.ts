import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate, type PlainDateOptions } from '../../src/index.ts';
import { plainDay } from '../support/arbitrary-employee.ts';
import { createNotes } from '../support/notes.ts';

const hourMs = 3_600_000;
const read = (value: unknown, options?: PlainDateOptions): string | null | undefined =>
  plainDate(value, createNotes(), 'startDate', options);

/** What a vendor sends for the local midnight that begins this day, `offset` hours east of UTC. */
const localMidnight = (day: string, offset: number): number => Date.parse(day) - offset * hourMs;

describe('a plain date', () => {
  test.each([
    ['a plain day', '2026-05-04'],
    ['a plain day with spaces around', ' 2026-05-04\n'],
    ['a compact day', '20260504'],
    ['a timestamp in UTC', '2026-05-04T00:00:00Z'],
    ['a timestamp without zone', '2026-05-04T00:00:00'],
    ['a timestamp with fractions', '2026-05-04T00:00:00.000Z'],
    ['a timestamp without seconds', '2026-05-04T00:00'],
    ['a timestamp with a space', '2026-05-04 00:00:00'],
    ['local midnight east of UTC, the day as written', '2026-05-04T00:00:00+13:00'],
    ['local midnight west of UTC, the day as written', '2026-05-04T00:00:00-11:00'],
    ['the end of a day west of UTC, the day as written', '2026-05-04T23:59:59-11:00'],
    ['.NET without offset', '/Date(1777852800000)/'],
    ['.NET with offset', '/Date(1777845600000+0200)/'],
    ['.NET with offset west', '/Date(1777870800000-0500)/'],
    ['.NET with an offset of New Zealand in summer', `/Date(${localMidnight('2026-05-04', 13)}+1300)/`],
    ['epoch milliseconds', 1777852800000],
  ])('is read from %s', (_what, value) => {
    expect(read(value)).toBe('2026-05-04');
  });

  test.each(Array.from({ length: 24 }, (_, index) => index - 11))(
    'is read from epoch milliseconds at midnight %i hours east of UTC',
    (offset) => {
      for (const day of ['2026-01-01', '2024-02-29', '1965-03-01', '2026-12-31'])
        expect(read(localMidnight(day, offset))).toBe(day);
    },
  );

  test("is read from .NET's last moment, which stands for no end", () => {
    expect(read('/Date(253402300799999)/')).toBe('9999-12-31');
  });

  test('is read from .NET days before 1970', () => {
    expect(read('/Date(-86400000)/')).toBe('1969-12-31');
  });

  test.each([
    ['dmy with slashes', '04/05/2026', 'dmy', '2026-05-04'],
    ['dmy with dots', '4.5.2026', 'dmy', '2026-05-04'],
    ['dmy with hyphens', '04-05-2026', 'dmy', '2026-05-04'],
    ['mdy with slashes', '04/05/2026', 'mdy', '2026-04-05'],
    ['mdy with one digit', '4/5/2026', 'mdy', '2026-04-05'],
    ['a plain day all the same', '2026-05-04', 'mdy', '2026-05-04'],
  ] as const)('with an order is read from %s', (_what, value, order, expected) => {
    expect(read(value, { order })).toBe(expected);
  });

  test.each([
    ['null', null],
    ['empty text', ''],
    ['spaces', '  '],
    ['the text null', 'null'],
    ['0000-00-00', '0000-00-00'],
    ['0000-00-00 with a time', '0000-00-00 00:00:00'],
  ])('is null for %s', (_what, value) => {
    const notes = createNotes();

    expect(plainDate(value, notes, 'terminationDate')).toBeNull();
    expect(notes.all).toEqual([]);
  });

  test('is absent when not delivered', () => {
    const notes = createNotes();

    expect(plainDate(undefined, notes, 'terminationDate')).toBeUndefined();
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['slashes without an order, which have two meanings', '04/05/2026'],
    ['a 30th of February', '2026-02-30'],
    ['a 29th of February outside a leap year', '2026-02-29'],
    ['a 29th of February of 1900', '1900-02-29'],
    ['a 31st of April', '2026-04-31'],
    ['a 31st of September', '20260931'],
    ['a month 13', '2026-13-01'],
    ['a month 0', '2026-00-10'],
    ['a day 0', '2026-05-00'],
    ['a two-digit year', '26-05-04'],
    ['a year before 1000', '0999-05-04'],
    ['a word', 'tomorrow'],
    ['a day with something behind', '2026-05-04x'],
    ['an hour that no clock has', '2026-05-04T99:99'],
    ['a timestamp with something behind', '2026-05-04T10:00:00 or so'],
    ['a boolean', true],
    ['an object', { date: '2026-05-04' }],
    ['a Date', new Date('2026-05-04')],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['milliseconds beyond the calendar', 9e15],
    ['.NET beyond the calendar', '/Date(99999999999999999)/'],
    ['milliseconds of the year 17814', 5e14],
  ])('is not read from %s: noted and absent', (_what, value) => {
    const notes = createNotes();

    expect(plainDate(value, notes, 'startDate')).toBeUndefined();
    expect(notes.all).toEqual([{ field: 'startDate', kind: 'unreadable', expected: 'a calendar day', value }]);
  });

  test.each([
    ['dmy', '31/13/2026'],
    ['mdy', '13/31/2026'],
    ['dmy', '30/02/2026'],
    ['mdy', '02/30/2026'],
    ['dmy', '4/5/26'],
  ] as const)('with the order %s is not read from %s', (order, value) => {
    expect(read(value, { order })).toBeUndefined();
  });

  // Each of them would be a day in January 1970: as a termination date it would revoke somebody who works there.
  test.each([
    ['a compact day sent as a number', 20260504],
    ['epoch seconds', 1777852800],
    ['epoch zero', 0],
  ])('is never January 1970 because of %s', (_what, value) => {
    expect(read(value)).toBeUndefined();
  });

  test.each(['2024-02-29', '2000-02-29'])('knows the leap day %s', (day) => {
    expect(read(day)).toBe(day);
  });

  test('reads back any day of the calendar, in every form', () => {
    fc.assert(
      fc.property(plainDay, fc.integer({ min: -11, max: 12 }), (day, offset) => {
        const [year, month, date] = day.split('-');
        expect(read(day)).toBe(day);
        expect(read(`${year!}${month!}${date!}`)).toBe(day);
        expect(read(`${day}T00:00:00+02:00`)).toBe(day);
        expect(read(`${date!}.${month!}.${year!}`, { order: 'dmy' })).toBe(day);
        expect(read(`${month!}/${date!}/${year!}`, { order: 'mdy' })).toBe(day);
        // Around the epoch a number is as likely a count of seconds.
        const ms = localMidnight(day, offset);
        if (Math.abs(ms) > 1e10) {
          expect(read(ms)).toBe(day);
          expect(read(`/Date(${ms})/`)).toBe(day);
        }
      }),
    );
  });

  test('is a day that the calendar has, or absent, whatever number comes', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const day = read(value);
        if (typeof day === 'string') expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});
