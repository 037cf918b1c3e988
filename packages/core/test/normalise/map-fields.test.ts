import { describe, expect, test } from 'vitest';
import { mapFields, valueAt, type EmployeeDraft } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('the value at a path', () => {
  const record = { a: { b: 'x', none: null, empty: ' ' }, gone: null, 'work email': 'y', list: [1] };

  test.each([
    ['a.b', 'x'],
    ['work email', 'y'],
    ['a.c', undefined],
    ['a.b.c', undefined],
    ['a.none', null],
    ['gone.b', null],
    ['constructor', undefined],
    ['a.empty', null],
    ['a.empty | a.b', 'x'],
    ['a.c | a.none', null],
    ['a.c|a.d', undefined],
  ])('%s', (path, expected) => {
    expect(valueAt(record, path)).toBe(expected);
  });
});

describe('mapFields', () => {
  const paths = {
    id: 'person.id',
    workEmail: 'person.mail',
    startDate: 'person.start',
    phone: 'person.work | person.mobile',
    department: 'person.unitId, person.unit',
    team: 'person.team',
    jobTitle: 'the current job',
    status: 'person.state',
  };
  const map = mapFields(paths, (): EmployeeDraft => ({
    status: 'active',
    jobTitle: undefined,
  }));

  test('reads by kind what needs nothing but its path, and leaves the rest to special', () => {
    const notes = createNotes();
    const person = {
      id: 7,
      mail: ' Ann@X.example ',
      start: '2026-01-02T00:00:00',
      work: '',
      mobile: '1',
      unitId: 3,
      unit: 'Ops',
      team: '',
    };
    expect(map({ person }, notes)).toEqual({
      id: '7',
      workEmail: 'ann@x.example',
      startDate: '2026-01-02',
      phone: '1',
      department: { id: '3', name: 'Ops' },
      team: null,
      jobTitle: undefined,
      status: 'active',
    });
    expect(notes.all).toEqual([]);
  });

  test('what is not delivered stays absent, what cannot be read is noted under its field', () => {
    const notes = createNotes();
    expect(map({ person: { id: '7', start: 'soon' } }, notes)).toEqual({ id: '7', jobTitle: undefined, status: 'active' });
    expect(notes.all).toMatchObject([{ field: 'startDate', kind: 'unreadable' }]);
  });

  test('nobody without an id is somebody', () => {
    expect(map({ person: { id: 0 } }, createNotes()).id).toBeUndefined();
  });
});
