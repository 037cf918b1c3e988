import { mix, type Seed } from './seed.ts';

const range = 2 ** 32;

/**
 * A small seeded generator (sfc32). One is derived for each person and one for each day, so that nobody's facts depend on
 * how many others were made before, and the days can be lived in any split.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: Seed, stream: number, part: number) {
    this.#a = (seed[0] ^ mix(stream + 1)) | 0;
    this.#b = (seed[1] ^ mix(part + 0x51ed)) | 0;
    this.#c = (seed[2] ^ seed[3] ^ mix(stream ^ Math.imul(part, 0x27d4eb2d))) | 0;
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** 0 to 2^32 - 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 up to, not including, 1. */
  fraction(): number {
    return this.next() / range;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  /** A whole number, both ends included. */
  between(lowest: number, highest: number): number {
    return lowest + this.below(highest - lowest + 1);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }

  /** `count` decimal digits, leading zeros included. */
  digits(count: number): string {
    const part = Math.min(count, 9);
    const digits = String(this.below(10 ** part)).padStart(part, '0');
    return count > part ? digits + this.digits(count - part) : digits;
  }
}
