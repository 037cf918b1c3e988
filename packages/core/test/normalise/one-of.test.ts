import { describe, expect, expectTypeOf, test } from 'vitest';
import { oneOf, statusOf } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

const table = { Permanent: 'full_time', 'fixed term': 'fixed_term' } as const;
const statuses = { Active: 'active', Left: 'terminated' } as const;

describe('oneOf', () => {
  test.each([
    ['a word as written', 'Permanent', 'full_time'],
    ['a word in another case', 'PERMANENT', 'full_time'],
    ['a word with spaces around', ' Fixed Term ', 'fixed_term'],
    ['null', null, null],
    ['empty text', '', null],
    ['spaces', '  ', null],
    ['what is not delivered', undefined, undefined],
  ])('of %s is in the table or none', (_what, value, expected) => {
    const notes = createNotes();

    expect(oneOf(value, table, notes, 'employmentType')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each(['Freelance', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'full_time', 7, true, {}, ['Permanent']])(
    'notes %j as unknown, with the known words, and leaves it absent',
    (value) => {
      const notes = createNotes();

      expect(oneOf(value, table, notes, 'employmentType')).toBeUndefined();
      expect(notes.all).toEqual([
        { field: 'employmentType', kind: 'unknown_value', expected: 'one of Permanent, fixed term', value },
      ]);
    },
  );

  test('prefers the word as written to one in another case', () => {
    expect(oneOf('A', { a: 'intern', A: 'apprentice' }, createNotes(), 'employmentType')).toBe('apprentice');
  });

  test('has the type of the table', () => {
    expectTypeOf(oneOf('x', table, createNotes(), 'employmentType')).toEqualTypeOf<
      'full_time' | 'fixed_term' | null | undefined
    >();
  });
});

describe('statusOf', () => {
  test.each([
    ['Active', 'active'],
    ['left', 'terminated'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
    [1, 'unknown'],
  ])('S3: of %j is %s', (value, expected) => {
    expect(statusOf(value, statuses, createNotes())).toBe(expected);
  });

  test('S3: notes an unknown word, so that somebody learns of it', () => {
    const notes = createNotes();

    statusOf('Sabbatical', statuses, notes);

    expect(notes.all).toMatchObject([{ field: 'status', kind: 'unknown_value', expected: 'one of Active, Left' }]);
  });
});
