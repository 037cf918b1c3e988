/** Says how many seconds somebody has to wait, 0 for nobody: so many requests a second each, and a burst of as many more. */
export type Throttle = (who: string) => number;

// Whoever has been quiet for so long has a full bucket again, and need not be remembered.
const forgetAfterMs = 60_000;

export function createThrottle(perSecond: number, now: () => number): Throttle {
  const buckets = new Map<string, { left: number; at: number }>();
  let sweptAt = now();
  return (who) => {
    const at = now();
    if (at - sweptAt > forgetAfterMs) {
      for (const [key, bucket] of buckets) if (at - bucket.at > forgetAfterMs) buckets.delete(key);
      sweptAt = at;
    }
    const bucket = buckets.get(who) ?? { left: 2 * perSecond, at };
    bucket.left = Math.min(2 * perSecond, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(who, bucket);
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perSecond);
    bucket.left -= 1;
    return 0;
  };
}
