import { describe, expect, test } from 'vitest';
import { customFields, laterInstant } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

describe('custom fields', () => {
  test('are absent without a source, and empty with an empty one', () => {
    expect(customFields(undefined, createNotes())).toBeUndefined();
    expect(customFields(null, createNotes())).toBeUndefined();
    expect(customFields([], createNotes())).toEqual({});
  });

  test('go by text keys, the last value counts, and what has no key or value is left out', () => {
    const notes = createNotes();
    const entries = [
      [' size ', 'M'],
      [7, 3],
      ['', 'x'],
      [null, 'x'],
      ['none', undefined],
      ['gone', ''],
      ['size', 'L'],
      ['odd', {}],
    ] as const;
    expect(customFields(entries, notes)).toEqual({ size: 'L', 7: 3, gone: null });
    expect(notes.all).toMatchObject([{ field: 'customFields', kind: 'unreadable' }]);
  });

  test('a key of the customer is never more than a key', () => {
    const fields = customFields([['__proto__', 'x']], createNotes());
    expect(Object.keys(fields ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });
});

describe('the later instant', () => {
  test.each([
    [[undefined, undefined], undefined],
    [[undefined, null], null],
    [[null, undefined], null],
    [['2026-01-01T00:00:00Z', null], '2026-01-01T00:00:00Z'],
    [[null, '2026-01-01T00:00:00Z', '2026-02-01T00:00:00+01:00'], '2026-01-31T23:00:00Z'],
    [['2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z', undefined], '2026-02-01T00:00:00Z'],
  ])('of %j', (values, expected) => {
    expect(laterInstant(values, createNotes(), 'updatedAt')).toBe(expected);
  });
});
