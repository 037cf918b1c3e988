import { describe, expect, test } from 'vitest';
import { bankAccount } from '../../src/index.ts';
import { createNotes } from '../support/notes.ts';

// The registry's own example.
const iban = 'GB29NWBK60161331926819';

describe('bankAccount', () => {
  test.each([
    ['as it is', iban],
    ['with spaces', 'GB29 NWBK 6016 1331 9268 19'],
    ['in small letters with hyphens', 'gb29-nwbk-6016-1331-9268-19'],
  ])('reads an IBAN %s', (_what, written) => {
    const notes = createNotes();

    expect(bankAccount({ iban: written }, notes)).toEqual({ iban });
    expect(notes.all).toEqual([]);
  });

  test.each([
    ['with wrong check digits', 'GB30NWBK60161331926819'],
    ['that is too short', 'GB29NWBK6016133192681'],
    ['of no country', 'ZZ29NWBK60161331926819'],
    ['sent as a number', 60161331926819],
    ['sent as an object', { value: iban }],
  ])('notes an IBAN %s and leaves the account absent', (_what, written) => {
    const notes = createNotes();

    expect(bankAccount({ iban: written }, notes)).toBeUndefined();
    expect(notes.all).toEqual([
      { field: 'bankAccount', kind: 'invalid', expected: 'an IBAN with correct check digits', value: written },
    ]);
  });

  test('M2: a wrong IBAN beside good parts does not become an account without IBAN', () => {
    const notes = createNotes();

    expect(bankAccount({ iban: 'GB30NWBK60161331926819', holder: 'Ann Lee', bic: 'NWBKGB2L' }, notes)).toBeUndefined();
    expect(notes.all).toHaveLength(1);
  });

  test('keeps every part that is delivered and leaves empty ones out', () => {
    expect(
      bankAccount(
        {
          iban: null,
          bic: '',
          accountNumber: 31926819,
          sortCode: '60-16-13',
          routingNumber: undefined,
          holder: ' Ann ',
          currency: 'GBP',
        },
        createNotes(),
      ),
    ).toEqual({ accountNumber: '31926819', sortCode: '60-16-13', holder: 'Ann', currency: 'GBP' });
  });

  test('refuses an account number that JavaScript cannot hold exactly: it would be another account', () => {
    expect(bankAccount({ accountNumber: 2 ** 60 }, createNotes())).toBeUndefined();
  });

  test.each([
    ['every delivered part is empty', { iban: '', holder: null }, null],
    ['the IBAN is only spaces', { iban: '  ' }, null],
    ['no part is delivered', { iban: undefined, holder: undefined }, undefined],
    ['there are no parts', {}, undefined],
  ])('when %s is %j', (_what, parts, expected) => {
    const notes = createNotes();

    expect(bankAccount(parts, notes)).toBe(expected);
    expect(notes.all).toEqual([]);
  });

  test('an unreadable part is no reason to clear the account', () => {
    expect(bankAccount({ iban: '', holder: { name: 'Ann' } }, createNotes())).toBeUndefined();
  });
});
