import { expect, test } from 'vitest';
import { valueClass } from '../../src/index.ts';

test.each([
  [undefined, 'missing'],
  [null, 'null'],
  ['secret', 'text of 6 characters'],
  [['a', 'b'], 'list of 2'],
  [7, 'number'],
  [true, 'boolean'],
  [{ a: 1 }, 'object'],
])('the class of %j is %s', (value, expected) => {
  expect(valueClass(value)).toBe(expected);
});
