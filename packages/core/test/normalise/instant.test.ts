import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { employeeSchema, instant } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('an instant', () => {
  test.each([
    ['UTC', '2026-05-04T10:11:12Z', '2026-05-04T10:11:12Z'],
    ['UTC in small letters', '2026-05-04t10:11:12z', '2026-05-04T10:11:12Z'],
    ['UTC with fractions', '2026-05-04T10:11:12.123456Z', '2026-05-04T10:11:12.123456Z'],
    ['UTC with a space', '2026-05-04 10:11:12 Z', '2026-05-04T10:11:12Z'],
    ['an offset', '2026-05-04T10:11:12+02:00', '2026-05-04T08:11:12Z'],
    ['an offset without colon', '2026-05-04T10:11:12-0530', '2026-05-04T15:41:12Z'],
    ['an offset of hours', '2026-05-04T00:11:12+02', '2026-05-03T22:11:12Z'],
    ['an offset and fractions', '2026-05-04T10:11:12.5+02:00', '2026-05-04T08:11:12.5Z'],
    ['.NET', '/Date(1777889472000)/', '2026-05-04T10:11:12Z'],
    ['.NET with the offset of who wrote it', '/Date(1777889472000+0200)/', '2026-05-04T10:11:12Z'],
    ['epoch milliseconds', 1777889472000, '2026-05-04T10:11:12Z'],
    ['epoch milliseconds with fractions', 1777889472123, '2026-05-04T10:11:12.123Z'],
  ])('is read from %s', (_what, value, expected) => {
    const notes = createNotes();

    expect(instant(value, notes, 'updatedAt')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['UTC', 'UTC', '2026-05-04T10:11:12', '2026-05-04T10:11:12Z'],
    ['fractions', 'UTC', '2026-05-04 10:11:12.123', '2026-05-04T10:11:12.123Z'],
    ['minutes', 'UTC', '2026-05-04T10:11', '2026-05-04T10:11:00Z'],
    ['summer', 'Europe/Amsterdam', '2026-05-04T10:11:12', '2026-05-04T08:11:12Z'],
    ['winter', 'Europe/Amsterdam', '2026-12-04T10:11:12', '2026-12-04T09:11:12Z'],
    ['an hour that comes twice', 'Europe/Amsterdam', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['an hour that does not come', 'Europe/Amsterdam', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['a zone of its own, which counts', 'Europe/Amsterdam', '2026-05-04T10:11:12Z', '2026-05-04T10:11:12Z'],
  ])('is read from the clock of a zone: %s', (_what, zone, value, expected) => {
    const notes = createNotes();

    expect(instant(value, notes, 'updatedAt', { zone })).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each(['2026-02-30T10:11:12', '2026-05-04T25:11:12', '2026-05-04', 'now', '0000-01-01T00:00:00'])(
    'is not read from the clock of a zone: %s',
    (value) => {
      const notes = createNotes();

      expect(instant(value, notes, 'updatedAt', { zone: 'Europe/Amsterdam' })).toBeUndefined();
      expect(notes.all).toHaveLength(1);
    },
  );

  test.each([
    ['null', null, null],
    ['empty text', '', null],
    ['spaces', '  ', null],
    ['what is not delivered', undefined, undefined],
  ])('of %s is %j', (_what, value, expected) => {
    const notes = createNotes();

    expect(instant(value, notes, 'updatedAt')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['a time without zone', '2026-05-04T10:11:12'],
    ['a day', '2026-05-04'],
    ['a month 13', '2026-13-04T10:11:12Z'],
    ['an hour 25', '2026-05-04T25:11:12Z'],
    ['a 30th of February in UTC', '2026-02-30T10:11:12Z'],
    ['a 30th of February with an offset', '2026-02-30T10:11:12+02:00'],
    ['an offset of 25 hours', '2026-05-04T10:11:12+25:00'],
    ['.NET beyond the calendar', '/Date(99999999999999999)/'],
    ['a word', 'now'],
    ['a boolean', false],
    ['an object', {}],
    ['NaN', Number.NaN],
    ['milliseconds beyond the calendar', 9e15],
    ['milliseconds of the year 17814', 5e14],
    ['milliseconds long before our era', -8e14],
    ['an offset that leads before year 0', '0000-01-01T00:00:00+01:00'],
    ['an offset that leads beyond year 9999', '9999-12-31T23:59:59-01:00'],
  ])('is not read from %s: noted and absent', (_what, value) => {
    const notes = createNotes();

    expect(instant(value, notes, 'updatedAt')).toBeUndefined();
    expect(notes.all).toEqual([{ field: 'updatedAt', kind: 'unreadable', expected: 'a point in time with zone', value }]);
  });

  test('fits the schema, whatever number comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer({ min: -8.6e15, max: 8.6e15 })), (value) => {
        const updatedAt = instant(value, createNotes(), 'updatedAt');
        if (updatedAt !== undefined)
          expect(employeeSchema.safeParse({ id: '1', status: 'active', updatedAt }).success).toBe(true);
      }),
    );
  });
});
