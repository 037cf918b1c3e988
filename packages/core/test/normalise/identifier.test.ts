import { describe, expect, test } from 'vitest';
import { identifier } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('identifier', () => {
  test.each([
    ['text is kept', 'a-7', 'a-7'],
    ['text is trimmed', ' 7 ', '7'],
    ['leading zeros are kept', '007', '007'],
    ['case is kept', 'AbC', 'AbC'],
    ['digits beyond 2^53 are kept as text', '9007199254740993123', '9007199254740993123'],
    ['an integer becomes text', 7, '7'],
    ['the largest exact integer becomes text', Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['a bigint becomes text', 9007199254740993n, '9007199254740993'],
    ['0 means none', 0, null],
    ['0 as bigint means none', 0n, null],
    ['0 as text means none', '0', null],
    ['empty text means none', '', null],
    ['spaces mean none', '  ', null],
    ['the text null means none', 'null', null],
    ['null means none', null, null],
    ['what is not delivered stays absent', undefined, undefined],
  ])('%s', (_what, value, expected) => {
    const notes = createNotes();

    expect(identifier(value, notes, 'managerId')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['a number beyond 2^53', 2 ** 53],
    ['a negative number beyond 2^53', -(2 ** 53)],
    ['a fraction', 1.5],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a boolean', true],
    ['an object', { id: 7 }],
    ['a list', [7]],
  ])('%s is refused: it could name somebody else', (_what, value) => {
    const notes = createNotes();

    expect(identifier(value, notes, 'managerId')).toBeUndefined();
    expect(notes.all).toEqual([{ field: 'managerId', kind: 'unreadable', expected: 'an identifier', value }]);
  });
});
