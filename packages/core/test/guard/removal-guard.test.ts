import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removalGuard } from '../../src/guard/removal-guard.ts';

const guard = { removals: 3, share: 0.1 };
const odd = 'the head-count fell from 40 to 1 since the last read';

describe('V3 removal guard', () => {
  test.each<[string, number, number, readonly string[], string | undefined]>([
    ['no removal', 0, 10, [], undefined],
    ['no removal in an odd read', 0, 10, [odd], undefined],
    ['as many as the number allows', 3, 5, [], undefined],
    ['one more', 4, 5, [], '4 removals are more than 3 (the larger of 3 and 10 % of 5 managed members)'],
    ['as many as the share allows', 12, 129, [], undefined],
    [
      'one more than the share allows',
      13,
      129,
      [],
      '13 removals are more than 12 (the larger of 3 and 10 % of 129 managed members)',
    ],
    ['one removal in an odd read', 1, 500, [odd], odd],
    [
      'too many in an odd read',
      4,
      5,
      [odd],
      `4 removals are more than 3 (the larger of 3 and 10 % of 5 managed members); ${odd}`,
    ],
  ])('V3 %s', (_what, removals, managed, anomalies, expected) => {
    expect(removalGuard({ removals, managed, anomalies }, guard)).toBe(expected);
  });

  test('V3 a share is taken as it was typed, without binary fractions', () => {
    expect(removalGuard({ removals: 29, managed: 100, anomalies: [] }, { removals: 0, share: 0.29 })).toBeUndefined();
    expect(removalGuard({ removals: 30, managed: 100, anomalies: [] }, { removals: 0, share: 0.29 })).toContain('29 % of 100');
    expect(removalGuard({ removals: 2, managed: 10, anomalies: [] }, { removals: 0, share: 0.125 })).toContain('12.5 % of 10');
  });

  test('V3 a policy may hold every removal', () => {
    expect(removalGuard({ removals: 1, managed: 1000, anomalies: [] }, { removals: 0, share: 0 })).toContain('more than 0');
  });

  test('V3 removals wait exactly beyond both bounds, and more of them never go ahead where fewer wait', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(2000), fc.nat(20), fc.nat(100), (removals, managed, number, percent) => {
        const waits = (count: number): boolean =>
          removalGuard({ removals: count, managed, anomalies: [] }, { removals: number, share: percent / 100 }) !== undefined;
        expect(waits(removals)).toBe(removals > number && removals * 100 > managed * percent - ((managed * percent) % 100));
        if (waits(removals)) expect(waits(removals + 1)).toBe(true);
      }),
    );
  });
});
