import { describe, expect, test } from 'vitest';
import { statusByDates, type EmployeeStatus, type EmploymentDays } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

const today = '2026-11-02';
const status = (days: EmploymentDays, notes = createNotes()): EmployeeStatus =>
  statusByDates(days, { today, note: notes.note.bind(notes) });
const past = '2020-01-01';

describe('the status by dates', () => {
  test.each<[string, EmploymentDays, EmployeeStatus]>([
    ['begun and not ended', { startDate: past, terminationDate: null }, 'active'],
    ['a start that is empty', { startDate: null, terminationDate: null }, 'active'],
    ['starts today', { startDate: today, terminationDate: null }, 'active'],
    ['starts tomorrow', { startDate: '2026-11-03', terminationDate: null }, 'preboarding'],
    ['starts tomorrow, whatever an earlier end says', { startDate: '2026-11-03', terminationDate: '2025-01-01' }, 'preboarding'],
    ['the last day is today', { startDate: past, terminationDate: today }, 'active'],
    ['the last day is ahead', { startDate: past, terminationDate: '2026-11-03' }, 'active'],
    ['the last day was yesterday', { startDate: past, terminationDate: '2026-11-01' }, 'terminated'],
    ['an end without a start', { startDate: null, terminationDate: '2026-11-01' }, 'terminated'],
    ['an end before the start is of an earlier time', { startDate: '2026-01-01', terminationDate: '2025-12-01' }, 'active'],
    ['an end that was not delivered', { startDate: past, terminationDate: undefined }, 'unknown'],
    ['neither was delivered', { startDate: undefined, terminationDate: undefined }, 'unknown'],
    ['a word and no dates', { startDate: undefined, terminationDate: undefined, stated: 'leave' }, 'leave'],
    ['a word and a day ahead', { startDate: '2026-12-01', terminationDate: null, stated: 'active' }, 'preboarding'],
    ['a word that the end contradicts', { startDate: past, terminationDate: '2026-11-01', stated: 'active' }, 'terminated'],
    ['a stated leaver without an end', { startDate: past, terminationDate: null, stated: 'terminated' }, 'terminated'],
    ['an unknown word stays unknown', { startDate: past, terminationDate: '2026-11-01', stated: 'unknown' }, 'unknown'],
  ])('%s', (_what, days, expected) => {
    const notes = createNotes();
    expect(status(days, notes)).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test('an end beside a start that may not be read decides nothing', () => {
    const notes = createNotes();
    expect(status({ startDate: undefined, terminationDate: '2026-11-01', stated: 'active' }, notes)).toBe('unknown');
    expect(notes.all).toMatchObject([{ field: 'status', kind: 'unreadable' }]);
  });
});
