import { describe, expect, test } from 'vitest';
import { phone, text } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('text', () => {
  test.each([
    ['is trimmed', '  Ann ', 'Ann'],
    ['is composed to NFC', 'Zoe\u0308', 'Zo\u00EB'],
    ['is made of a number', 42, '42'],
    ['is made of zero', 0, '0'],
    ['is made of a bigint', 9007199254740993n, '9007199254740993'],
    ['keeps the word null, which is a surname', 'Null', 'Null'],
    ['is null for null', null, null],
    ['is null for empty text', '', null],
    ['is null for spaces', ' \u00A0\t', null],
    ['is absent when not delivered', undefined, undefined],
  ])('%s', (_what, value, expected) => {
    const notes = createNotes();

    expect(text(value, notes, 'jobTitle')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['an object', { name: 'Sales' }],
    ['a list', ['Sales']],
    ['a boolean', true],
    ['a number that is none', Number.NaN],
    ['a number that JavaScript cannot hold exactly', 2 ** 53 + 2],
  ])('%s is noted and stays absent', (_what, value) => {
    const notes = createNotes();

    expect(text(value, notes, 'jobTitle')).toBeUndefined();
    expect(notes.all).toEqual([{ field: 'jobTitle', kind: 'unreadable', expected: 'text', value }]);
  });

  test('text with NUL, which PostgreSQL cannot store, is noted and stays absent', () => {
    const notes = createNotes();

    expect(text('An\u0000n', notes, 'firstName')).toBeUndefined();
    expect(notes.all).toHaveLength(1);
  });
});

describe('phone', () => {
  test('is kept as the vendor writes it', () => {
    expect(phone(' 020 / 555-0100 ', createNotes())).toBe('020 / 555-0100');
  });

  test('notes the field it was read for', () => {
    const notes = createNotes();

    phone({}, notes);

    expect(notes.all[0]?.field).toBe('phone');
  });
});
