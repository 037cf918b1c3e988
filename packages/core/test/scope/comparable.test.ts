import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/scope/comparable.ts';

describe('S5 values compare', () => {
  test.each([
    ['case', 'Sales', 'SALES'],
    ['surrounding space, no-break space included', ' Sales\t', '\u00a0Sales'],
    ['composed and decomposed letters', 'Bl\u00e5b\u00e6r', 'BLA\u030aB\u00c6R'],
    ['sharp s in small and in two capitals', 'Straße', 'STRASSE'],
    ['sharp s in small and as one capital', 'Straße', 'STRAẞE'],
    ['sigma within a word and at its end', 'ΟΔΟΣ', 'οδος'],
    ['letters that upper case takes apart', '\u0390', '\u03aa\u0301'],
    ['marks in another order', '\u03b1\u0345\u0301', '\u1fb4'],
    ['a ligature and its letters', 'ﬁnance', 'FINANCE'],
    ['the dotless i, typed in capitals', 'satın', 'SATIN'],
    ['the sign for Kelvin and the letter', '\u212a1', 'k1'],
  ])('S5 without regard to %s', (_what, a, b) => {
    expect(comparable(a)).toBe(comparable(b));
  });

  test.each([
    ['an accent', 'Resume', 'Résumé'],
    ['space within', 'Customer Care', 'CustomerCare'],
    ['a leading zero', '007', '7'],
    ['the dotted capital I', 'İzmir', 'izmir'],
  ])('S5 with regard to %s', (_what, a, b) => {
    expect(comparable(a)).not.toBe(comparable(b));
  });

  test('S5 comparing twice changes nothing, for every letter and any text', () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      const once = comparable(letter);
      // One assertion per letter would take longer than everything else here.
      if (comparable(once) !== once) expect.fail(`U+${point.toString(16)}`);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
    );
  });

  test('S5 a text equals itself in either case and with space around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(text.toUpperCase())).toBe(comparable(text));
        expect(comparable(` ${text.normalize('NFD')} `)).toBe(comparable(text));
      }),
    );
  });
});
