import { describe, expect, it } from 'vitest';
import { hmacSignature, mapConcurrent, safeEqual } from '../src/index.ts';

const later = <T>(value: T, ms = 1) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));

describe('mapConcurrent', () => {
  it('leaves nothing out where the limit is no number', async () => {
    expect(await mapConcurrent([1, 2], NaN, (item) => later(item))).toEqual([1, 2]);
  });

  it('gives results in order and keeps to the limit', async () => {
    let open = 0;
    let most = 0;
    const results = await mapConcurrent([5, 1, 4, 2, 3], 2, async (item, index) => {
      most = Math.max(most, ++open);
      await later(item, item);
      open -= 1;
      return item * 10 + index;
    });
    expect(results).toEqual([50, 11, 42, 23, 34]);
    expect(most).toBe(2);
  });

  it('stops at the first failure, after what is under way', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await later(item, item === 2 ? 1 : 10);
      ended.push(item);
      if (item === 2) throw new RangeError('two');
      if (item === 1) throw new RangeError('one');
    };
    await expect(mapConcurrent([1, 2, 3, 4, 5], 2, work)).rejects.toThrow('two');
    expect(begun).toEqual([1, 2]);
    expect(ended).toEqual([2, 1]);
  });

  it('stops when the signal aborts', async () => {
    const stop = new AbortController();
    const work = (item: number) => {
      if (item === 2) stop.abort('enough');
      return later(item);
    };
    await expect(mapConcurrent([1, 2, 3], 1, work, stop.signal)).rejects.toBe('enough');
  });

  it('takes empty lists and odd limits', async () => {
    expect(await mapConcurrent([], 3, later)).toEqual([]);
    expect(await mapConcurrent([1, 2], 0, (item) => later(item))).toEqual([1, 2]);
    expect(await mapConcurrent([1, 2], 99, (item) => later(item))).toEqual([1, 2]);
  });
});

describe('signatures', () => {
  it('are as RFC 4231 and RFC 2202 give them', () => {
    const given = { key: 'Jefe', message: 'what do ya want for nothing?' };
    expect(hmacSignature({ ...given, algorithm: 'sha256', encoding: 'hex' })).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(hmacSignature({ ...given, message: Buffer.from(given.message), algorithm: 'sha1', encoding: 'base64' })).toBe(
      '7/zfauXrL6LSdBbV8YTfnCWafHk=',
    );
  });

  it('are compared whatever their length', () => {
    expect(safeEqual('abc', Buffer.from('abc'))).toBe(true);
    expect(safeEqual('abc', 'abd')).toBe(false);
    expect(safeEqual('abc', 'abcd')).toBe(false);
    expect(safeEqual('', '')).toBe(true);
  });
});
