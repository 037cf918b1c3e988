import { describe, expect, test } from 'vitest';
import { mapFields, place, type MapContext } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('a place', () => {
  test.each([
    [
      'everything',
      { id: 7, name: 'Bergen', country: 'Norway', timeZone: 'Europe/Oslo' },
      { id: '7', name: 'Bergen', country: 'NO', timeZone: 'Europe/Oslo' },
    ],
    ['a name', { name: 'Bergen' }, { name: 'Bergen' }],
    ['an id without a name', { id: 'b' }, { id: 'b', name: null }],
    ['a country alone', { country: 'NOR' }, { name: null, country: 'NO' }],
    ['a time zone alone', { name: null, timeZone: 'Europe/Oslo' }, { name: null, timeZone: 'Europe/Oslo' }],
    ['empty parts beside a name', { id: '', name: 'Bergen', country: '', timeZone: null }, { name: 'Bergen' }],
    ['an empty country where names are not known', { country: null }, null],
    ['a name that was not delivered beside an empty country', { name: undefined, country: null }, undefined],
    ['nothing', {}, undefined],
    ['what is said to be none', { name: null, country: null }, null],
  ])('of %s', (_what, parts, expected) => {
    const notes = createNotes();

    expect(place(parts, notes)).toEqual(expected);
    expect(notes.all).toEqual([]);
  });

  test('a country that is none is noted, and the rest stays', () => {
    const notes = createNotes();

    expect(place({ name: 'Bergen', country: 'Hardanger' }, notes)).toEqual({ name: 'Bergen' });
    expect(notes.all).toMatchObject([{ field: 'workLocation', kind: 'unknown_value' }]);
  });
});

describe('a place by the paths of a manifest', () => {
  const office = { id: 3, title: 'Bergen', land: 'NO', zone: 'Europe/Oslo' };

  test.each([
    ['office.title', { name: 'Bergen' }],
    ['office.id, office.title', { id: '3', name: 'Bergen' }],
    ['office.id, office.title, office.land', { id: '3', name: 'Bergen', country: 'NO' }],
    ['office.id, office.title, office.land, office.zone', { id: '3', name: 'Bergen', country: 'NO', timeZone: 'Europe/Oslo' }],
    [', office.title, office.nothing | office.land', { name: 'Bergen', country: 'NO' }],
    [', , office.land', { name: null, country: 'NO' }],
  ])('%s', (path, expected) => {
    const map = mapFields({ workLocation: path }, () => ({}));

    expect(map({ office }, createNotes() as unknown as MapContext)).toMatchObject({ workLocation: expected });
  });
});
