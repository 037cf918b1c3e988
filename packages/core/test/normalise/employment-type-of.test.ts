import { expect, test } from 'vitest';
import { employmentTypeOf } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

const words = { 'Vast dienstverband': 'full_time', Zzp: 'contractor', Medewerker: null } as const;

test.each([
  ['Full-time', 'full_time', 'Full-time'],
  [' FIXED  TERM ', 'fixed_term', 'FIXED  TERM'],
  ['part_time', 'part_time', 'part_time'],
  ['Intern', 'intern', 'Intern'],
  ['vast dienstverband', 'full_time', 'vast dienstverband'],
  ['ZZP', 'contractor', 'ZZP'],
  ['medewerker', undefined, 'medewerker'],
  ['', null, null],
  [null, null, null],
  [undefined, undefined, undefined],
])('%j', (value, employmentType, employmentTypeLabel) => {
  const notes = createNotes();
  expect(employmentTypeOf(value, notes, words)).toEqual({ employmentType, employmentTypeLabel });
  expect(notes.all).toEqual([]);
});

test('a word of the company is noted and kept as label', () => {
  const notes = createNotes();
  const found = employmentTypeOf('Gig Worker', notes);
  expect(found).toEqual({ employmentType: undefined, employmentTypeLabel: 'Gig Worker' });
  expect(notes.all).toMatchObject([{ field: 'employmentType', kind: 'unknown_value' }]);
});
