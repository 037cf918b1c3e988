import { describe, expect, test } from 'vitest';
import type { RawExchange } from '../../src/record/capture.ts';
import { candidatesIn, fewestNeeded, type Candidate } from '../../src/record/meaning.ts';
import type { Vocabulary } from '../../src/record/vocabulary.ts';

const vocabulary: Vocabulary = { has: () => false, hasKey: () => false, hasInSource: (word) => word === 'onmicrosoft' };
const ids = ['1001', '1002', '1003'];

function exchangeOf(path: string, response: RawExchange['response']): RawExchange {
  return { origin: 'https://vendor.example', method: 'GET', path, requestBody: '', status: 200, response, headers: {} };
}

function candidates(
  response: RawExchange['response'],
  placesOfPeople: readonly string[] = [],
  others: readonly RawExchange[] = [],
): readonly Candidate[] {
  return candidatesIn([exchangeOf('/people', response), ...others], {
    endpointOf: ({ path }) => `GET ${path}`,
    employees: ids.map((id) => ({ id, status: 'active' })),
    placesOfPeople: new Set(placesOfPeople),
    vocabulary,
    isSomebodys: (text) => text === 'rune',
  });
}

const words = (place: string, ...some: string[]): Candidate => ({ place: `GET /people ${place}`, words: new Set(some) });

describe('what might carry meaning', () => {
  test('a word that two people share at one place, and none that one person alone has', () => {
    const people = ids.map((id, index) => ({ id, state: index < 2 ? 'Away' : 'Expelled' }));
    expect(candidates({ people })).toEqual([words('$.people[].state', 'away')]);
  });

  test('a word that comes in many rows of one person is that person’s', () => {
    const rows = [1, 2, 3].map((row) => ({ employee: '1001', row, login: 'jdoe' }));
    const others = ['1002', '1003'].map((employee) => ({ employee, row: 4, login: `of ${employee}` }));
    expect(candidates([...rows, ...others])).toEqual([]);
  });

  test('in the details of one person the words that a list shows to be shared', () => {
    const people = ids.map((id) => ({ id, state: 'Away' }));
    const details = exchangeOf('/details', { id: '1001', state: 'Away', mode: 'Alone' });
    expect(candidates(people, [], [details])).toEqual([
      words('$[].state', 'away'),
      { place: 'GET /details $.state', words: new Set(['away']) },
    ]);
  });

  test('a manager whom all have does not make it theirs', () => {
    const people = ids.map((id) => ({ id, manager: '1003', kind: 'Staff' }));
    expect(candidates(people)).toEqual([words('$[].kind', 'staff')]);
  });

  test.each([
    ['a name', { state: 'Rune' }],
    ['a place that is named after something of people', { nationality: 'Norse' }],
    ['numbers', { state: '4417' }],
  ])('never %s', (_, member) => {
    expect(candidates(ids.map((id) => ({ id, ...member })))).toEqual([]);
  });

  test('never what the connector takes for somebody’s', () => {
    const people = ids.map((id) => ({ id, job: 'Clerk' }));
    expect(candidates(people, ['GET /people $[].job'])).toEqual([]);
  });

  test('never one of many words', () => {
    const people = Array.from({ length: 30 }, (_, index) => ({
      id: ids[index % 3] ?? '',
      job: `Job ${'abcdefghijklmno'.charAt(index % 15)}`,
    }));
    expect(candidates(people)).toEqual([]);
  });

  test('the ending of a mail domain that the source names, where something stands before it', () => {
    expect(candidates([{ mail: 'n1@larkmoor.onmicrosoft.com' }])).toEqual([{ ending: 'onmicrosoft.com' }]);
    expect(candidates([{ mail: 'n1@onmicrosoft.com' }, { mail: 'n1@mail.larkmoor.com' }])).toEqual([]);
  });
});

describe('no more is kept than is needed', () => {
  const all = Array.from({ length: 9 }, (_, index): Candidate => ({ ending: `vendor${String(index)}.com` }));

  test.each([[[]], [[2]], [[0, 8]], [[3, 4, 5]], [[0, 1, 2, 3, 4, 5, 6, 7, 8]]])('%j', async (indices) => {
    const needed = indices.map((index) => all[index]!);
    const kept = await fewestNeeded(all, (some) => Promise.resolve(needed.filter((one) => !some.includes(one)).length));
    expect(new Set(kept)).toEqual(new Set(needed));
  });

  test('nothing, where keeping everything does not help', async () => {
    expect(await fewestNeeded(all, () => Promise.resolve(3))).toEqual([]);
  });
});
