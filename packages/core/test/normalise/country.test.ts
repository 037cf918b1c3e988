import { describe, expect, test } from 'vitest';
import { country } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('country', () => {
  test.each([
    ['alpha-2', 'NL', 'NL'],
    ['alpha-2 in small letters with spaces', ' nl ', 'NL'],
    ['alpha-3', 'nld', 'NL'],
    ['the numeric code', '528', 'NL'],
    ['the numeric code with a leading zero', '056', 'BE'],
    ['the everyday name', 'Netherlands', 'NL'],
    ['the everyday name in another case', 'united kingdom', 'GB'],
    ['the official name', 'United States of America', 'US'],
    ['UK, which is not its code', 'UK', 'GB'],
    ['a name with accents', 'T\u00FCrkiye', 'TR'],
    ['a name with decomposed accents', 'Tu\u0308rkiye', 'TR'],
    ['the German name', 'Deutschland', 'DE'],
    ['the French name', 'pays-bas', 'NL'],
    ['the Polish name', 'Niemcy', 'DE'],
    ['the Finnish name', 'Ruotsi', 'SE'],
    ['null', null, null],
    ['empty text', '', null],
    ['spaces', '  ', null],
    ['what is not delivered', undefined, undefined],
  ])('is read from %s', (_what, value, expected) => {
    const notes = createNotes();

    expect(country(value, notes, 'workLocation')).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test.each(['ZZ', 'EU', 'ABC', '000', 'Atlantis', 'constructor', '__proto__', 528, {}, true])(
    'notes %j as unknown and leaves it absent',
    (value) => {
      const notes = createNotes();

      expect(country(value, notes, 'workLocation')).toBeUndefined();
      expect(notes.all).toEqual([{ field: 'workLocation', kind: 'unknown_value', expected: 'a country (ISO 3166-1)', value }]);
    },
  );
});
