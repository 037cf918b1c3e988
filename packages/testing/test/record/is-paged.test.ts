import { expect, test } from 'vitest';
import type { Exchange } from '../../src/index.ts';
import { isPaged } from '../../src/record/is-paged.ts';

const get = (path: string, response: Exchange['response'] = []): Exchange => {
  return { scope: 'https://vendor.example:443', method: 'GET', path, status: 200, response };
};

test.each([
  ['by number', [get('/users?page=1&limit=5'), get('/users?page=2&limit=5')], true],
  [
    'by an address that the answer named',
    [get('/users', { next: 'https://vendor.example/users?q=7f1c' }), get('/users?q=7f1c')],
    true,
  ],
  ['one page', [get('/token'), get('/users?page=1')], false],
  ['two lists of one endpoint', [get('/users?limit=200'), get('/users?limit=200&filter=status%20eq%20%22LEFT%22')], false],
] as const)('%s', (_, exchanges, expected) => {
  expect(isPaged(exchanges)).toBe(expected);
});
