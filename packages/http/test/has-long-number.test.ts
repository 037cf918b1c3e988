import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasLongNumber } from '../src/answer/has-long-number.ts';

it.each([
  ['{"id":1234567890123456}', true],
  ['[-1234567890123456]', true],
  ['{"a":1,\n "b":\t12345678901234567890}', true],
  ['1234567890123456', true],
  ['{"id":123456789012345}', false],
  ['{"id":"2998877665544332211"}', false],
  ['{"id":0.1234567890123456789}', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(hasLongNumber(text)).toBe(expected);
});

it('finds one wherever it stands, and none where there is none', () => {
  const filler = fc.string({ unit: fc.constantFrom('"', 'a', ' ', '1', '2', ':', ',', '-', '[') });
  fc.assert(
    fc.property(filler, filler, (before, after) => {
      expect(hasLongNumber(`${before}:9007199254740993,${after}`)).toBe(true);
      const text = before + after;
      expect(hasLongNumber(text)).toBe(/(?:^|[\s:,[-])\d{16}/.test(text));
    }),
  );
});

it('walks a long run of digits once', () => {
  const begun = performance.now();
  expect(hasLongNumber(`{"a":"${'0'.repeat(5_000_000)}","b":1234567890123456}`)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
