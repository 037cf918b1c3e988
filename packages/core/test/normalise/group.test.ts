import { describe, expect, test } from 'vitest';
import { group } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('group', () => {
  test.each([
    ['id and name', { id: 4, name: ' Sales ' }, { id: '4', name: 'Sales' }],
    ['only a name', { name: 'Sales' }, { name: 'Sales' }],
    ['an empty id and a name', { id: '', name: 'Sales' }, { name: 'Sales' }],
    ['an id whose name was not looked up', { id: '4' }, { id: '4', name: null }],
    ['an id whose name is empty', { id: '4', name: '' }, { id: '4', name: null }],
    ['empty id and name', { id: null, name: '' }, null],
    ['an empty id alone', { id: 0 }, null],
    ['neither', {}, undefined],
    ['neither, said aloud', { id: undefined, name: undefined }, undefined],
  ])('of %s', (_what, parts, expected) => {
    const notes = createNotes();

    expect(group(parts, notes, 'department')).toEqual(expected);
    expect(notes.all).toEqual([]);
  });

  test('an unreadable id leaves the name and is noted', () => {
    const notes = createNotes();

    expect(group({ id: {}, name: 'Sales' }, notes, 'department')).toEqual({ name: 'Sales' });
    expect(notes.all).toMatchObject([{ field: 'department', expected: 'an identifier' }]);
  });

  test.each([
    ['id', { id: {}, name: null }],
    ['name', { id: null, name: {} }],
  ])('M2: an unreadable %s beside an empty rest is no reason to clear the group', (_what, parts) => {
    expect(group(parts, createNotes(), 'department')).toBeUndefined();
  });
});
