/** Four 32-bit words: everything of a twin follows from them. */
export type Seed = readonly [number, number, number, number];

const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x2545f491];

/** Spreads one word over all its bits (the finaliser of MurmurHash3), so that neighbouring numbers have nothing in common. */
export function mix(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The seed that a text or a number stands for: `7` and `'7'` are the same. */
export function toSeed(value: string | number): Seed {
  const characters = String(value);
  const hash = (start: number): number => {
    let result = start;
    for (let index = 0; index < characters.length; index += 1)
      result = mix(result ^ Math.imul(characters.charCodeAt(index) + index, 0x01000193));
    return mix(result ^ characters.length);
  };
  const [first, second, third, fourth] = words.map(hash);
  return [first ?? 0, second ?? 0, third ?? 0, fourth ?? 0];
}
