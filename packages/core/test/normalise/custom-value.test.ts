import { describe, expect, test } from 'vitest';
import { customValue } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('customValue', () => {
  test.each([
    ['text', 'Blue', 'Blue'],
    ['text, composed to NFC', 'e\u0301', '\u00E9'],
    ['a number', 1.5, 1.5],
    ['zero', 0, 0],
    ['true', true, true],
    ['false', false, false],
    ['a list of texts', ['a', 'b'], ['a', 'b']],
    ['a list of texts, composed to NFC', ['e\u0301'], ['\u00E9']],
    ['a list of numbers, as texts', [1, 2], ['1', '2']],
    ['an empty list', [], []],
    ['null', null, null],
    ['empty text as null', '', null],
    ['spaces as null', '  ', null],
    ['nothing, as absent', undefined, undefined],
  ])('keeps %s', (_what, value, expected) => {
    const notes = createNotes();

    expect(customValue(value, notes)).toEqual(expected);
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['an object', { size: 42 }],
    ['a list of objects', [{ size: 42 }]],
    ['a list with null', ['a', null]],
    ['NaN', Number.NaN],
    ['a list with NaN', [Number.NaN]],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 7n],
    ['a function', () => 7],
  ])('notes %s and leaves it out', (_what, value) => {
    const notes = createNotes();

    expect(customValue(value, notes)).toBeUndefined();
    expect(notes.all).toMatchObject([{ field: 'customFields', kind: 'unreadable' }]);
  });
});
