import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Employee } from '@rollcall/core';
import { afterAll, describe, expect, test } from 'vitest';
import { isOfTheWorld, placesOfCountries, placesOfNames, readVocabulary } from '../../src/record/vocabulary.ts';
import { manifest } from '../acme.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-vocabulary-'));
const refusal = 'Employee not found or you have no access to the details.';
writeFileSync(join(folder, 'index.ts'), `const reasons = [/employee not found/i]; const format = 'iban';`);
const exchange = {
  scope: 'https://api.acme.example:443',
  method: 'GET',
  path: '/people/7',
  status: 400,
  response: {
    reason: refusal,
    since: '2020-01-01T10:00:00Z',
    badge: '4417',
    initials: 'J.',
    civil_status: 'single',
    mode: 'dark',
  },
};
writeFileSync(join(folder, 'gone.json'), JSON.stringify([exchange]));
const fieldPaths = { workEmail: 'emails.Organization', phone: 'phones.Organization Mobile' };
const vocabulary = readVocabulary({
  source: folder,
  fixtures: folder,
  manifest: { ...manifest, fieldPaths },
  employees: [],
  typed: ['Perhevapaa'],
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('words that are nobody’s', () => {
  test.each([
    ['what the manifest tells values apart by, in what is people’s', '$.Emails[].Ownership', 'Organization'],
    ['each word of it', '$.Phones[].Kind', 'Mobile'],
    ['what the customer explained', '$.employment[].state', 'Perhevapaa'],
    ['a whole sentence that is documented at this place', '$.reason', refusal],
    ['a word that is documented at this place', '$.mode', 'dark'],
    ['of what kind something of people is', '$.data[].bank_number_format', 'iban'],
  ])('%s', (_, path, word) => {
    expect(vocabulary.has(path, word)).toBe(true);
  });

  test.each([
    ['the same word where a value of people stands', '$.Emails[].Address', 'Organization'],
    ['a sentence at another place', '$.note', refusal],
    ['a word of the source where a value of people stands', '$.data[].bank_name', 'iban'],
    ['what kind somebody is of', '$.data[].gender_type', 'iban'],
    ['a day that is documented', '$.since', '2020-01-01T10:00:00Z'],
    ['a number that is documented', '$.badge', '4417'],
    ['initials', '$.initials', 'J.'],
    ['what somebody’s life is like', '$.civil_status', 'single'],
  ])('and not %s', (_, path, word) => {
    expect(vocabulary.has(path, word)).toBe(false);
  });

  test('words of the source, also those that it only looks for', () => {
    expect(vocabulary.hasInSource('Found')).toBe(true);
    expect(vocabulary.hasInSource('Halvorsen')).toBe(false);
  });
});

test('a place lists names of members when a third of them are known as such', () => {
  const leaves = ['EmployeeId', 'Mail', 'Badge', 'Locker'].map((value) => ({ path: 'GET /meta $.fields[].id', value }));
  const logins = ['jdoe', 'asmith', 'blee'].map((value) => ({ path: 'GET /users $[].login', value }));
  const places = placesOfNames([...leaves, ...logins], (name) => ['EmployeeId', 'Mail'].includes(name));
  expect([...places]).toEqual(['GET /meta $.fields[].id']);
});

test('a place is one of countries when it holds none but those where people work', () => {
  const employees = ['GB', 'DE'].map((country, index) => ({
    id: String(index),
    status: 'active' as const,
    workLocation: { country },
  }));
  const leaves = ['gb', 'DE', null].map((value) => ({ path: 'GET /people $.usage', value }));
  const others = ['DE', 'QJ'].map((value) => ({ path: 'GET /people $.initials', value }));
  expect([...placesOfCountries(employees as unknown as Employee[], [...leaves, ...others])]).toEqual(['GET /people $.usage']);
});

test('countries are known in small letters too', () => {
  expect(isOfTheWorld('$.country', 'gb')).toBe(true);
  expect(isOfTheWorld('$.country', 'qj')).toBe(false);
});
