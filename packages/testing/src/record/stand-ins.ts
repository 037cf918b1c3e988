import { randomInt } from 'node:crypto';

/** Gives words, numbers and keys others of the same shape; the same one always gets the same, two never get one. */
export interface StandIns {
  /** Letters only. Case, length and marks stay where they are. */
  word(word: string): string;
  /** Digits only. Two digits or fewer say nothing of anybody and stay. */
  digits(digits: string): string;
  /** Digits in groups, such as a phone number: all but at most the first five, which country and area have. */
  grouped(number: string): string;
  /** Letters and digits mixed, such as keys and tokens. */
  mixed(text: string): string;
  uuid(uuid: string): string;
}

const consonants = 'bdfgklmnprstvz';
// Without e hardly an English word comes out: one in a stack would be taken for a name that was let out.
const vowels = 'aiou';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const tries = 400;
const longestName = 12;

/** @param avoid what is never given as a stand-in, in lower case: everything that really occurs */
export function createStandIns(avoid: ReadonlySet<string>): StandIns {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const turn = randomInt(1, letters.length);

  /** Remembered, and drawn again until it is nobody's. */
  const standIn = (
    kind: string,
    original: string,
    draw: (attempt: number) => string,
    isFree = (drawn: string): boolean => !avoid.has(drawn),
  ): string => {
    const key = `${kind} ${original}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    let drawn = original;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      drawn = draw(attempt);
      // Short ones are too few to avoid everything that occurs.
      const mayOccur = attempt > tries / 2 && original.length < 4;
      if (drawn !== original && !taken.has(`${kind} ${drawn}`) && (mayOccur || isFree(drawn))) break;
    }
    taken.add(`${kind} ${drawn}`);
    given.set(key, drawn);
    return drawn;
  };

  const plainWord = (word: string): string =>
    letters.includes(word) && word.length === 1
      ? rotated(word, turn)
      : standIn('word', word, (attempt) => Array.from(word, (letter, index) => likeLetter(letter, index, attempt)).join(''));

  return {
    word: (word) => {
      const originals = Array.from(word);
      const plain = Array.from(plainWord(originals.map(folded).join('')));
      return originals.map((original, index) => dressed(original, plain[index] ?? 'a')).join('');
    },
    digits: (digits) => {
      if (digits.length < 3) return digits;
      const leading = /^0*/.exec(digits)?.[0].length ?? 0;
      if (leading === digits.length) return digits;
      // Behind too many zeros there is no room for another number.
      const zeros = Math.min(leading, Math.max(1, digits.length - 4));
      const kept = leading === 0 ? 0 : zeros;
      const draw = (): string => digits.slice(0, kept) + randomDigits(digits.length - kept);
      return standIn('digits', digits, draw);
    },
    grouped: (number) => {
      const digits = number.replace(/\D/g, '');
      const rest = Math.min(5, Math.max(0, digits.length - 7));
      const spelt = (drawn: string): string => {
        const others = Array.from(digits.slice(0, rest) + drawn);
        return number.replace(/\d/g, () => others.shift() ?? '0');
      };
      // Zeros are no padding here: none stays for its own sake.
      const draw = (): string => Array.from(digits.slice(rest), () => String(randomInt(10))).join('');
      const runsOf = (text: string): readonly string[] => text.match(/\d{6,}/g) ?? [];
      const own = runsOf(number);
      const isFree = (drawn: string): boolean => !runsOf(spelt(drawn)).some((run) => avoid.has(run) || own.includes(run));
      return spelt(standIn('grouped', digits.slice(rest), draw, isFree));
    },
    mixed: (text) => {
      if (text.length > longestName) return standIn('mixed', text, () => likeMixed(text));
      // Short ones are names of accounts, which people write in capitals or not.
      const lower = text.toLowerCase();
      const drawn = Array.from(standIn('mixed', lower, () => likeMixed(lower)));
      return Array.from(text, (original, index) => dressed(original, drawn[index] ?? '0')).join('');
    },
    uuid: (uuid) => {
      const drawn = standIn('uuid', uuid.toLowerCase(), () =>
        Array.from(uuid.toLowerCase(), (digit, index) =>
          digit === '-' || index === 14 || index === 19 ? digit : hexDigit(),
        ).join(''),
      );
      return uuid === uuid.toUpperCase() ? drawn.toUpperCase() : drawn;
    },
  };
}

function rotated(letter: string, turn: number): string {
  return pick(letters, (letters.indexOf(letter) + turn) % letters.length);
}

function likeMixed(text: string): string {
  const isHex = /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text) && text.length >= 8;
  return Array.from(text, (character) => {
    if (/\d/.test(character)) return String(randomInt(10));
    const drawn = isHex ? pick('abcdef', randomInt(6)) : pick(letters, randomInt(26));
    return character === character.toLowerCase() ? drawn : drawn.toUpperCase();
  }).join('');
}

function randomDigits(length: number): string {
  return Array.from({ length }, (_, index) => String(index === 0 ? randomInt(1, 10) : randomInt(10))).join('');
}

function hexDigit(): string {
  return randomInt(16).toString(16);
}

function pick(from: string, index: number): string {
  return from.charAt(index);
}

/** Pronounceable while that is possible: there are few words of two or three letters. */
function likeLetter(letter: string, index: number, attempt: number): string {
  const script = otherScripts.find(({ is }) => is.test(letter));
  if (script !== undefined) return String.fromCodePoint(script.from + randomInt(script.count));
  if (attempt > tries / 4) return pick(letters, randomInt(letters.length));
  return index % 2 === 0 ? pick(consonants, randomInt(consonants.length)) : pick(vowels, randomInt(vowels.length));
}

const otherScripts = [
  { is: /\p{Script=Cyrillic}/u, from: 0x0430, count: 32 },
  { is: /\p{Script=Greek}/u, from: 0x03b1, count: 17 },
  { is: /\p{Script=Hebrew}/u, from: 0x05d0, count: 27 },
  { is: /\p{Script=Arabic}/u, from: 0x0628, count: 18 },
  { is: /\p{Script=Han}/u, from: 0x4e00, count: 2_000 },
  { is: /\p{Script=Hiragana}/u, from: 0x3042, count: 60 },
  { is: /\p{Script=Katakana}/u, from: 0x30a2, count: 60 },
  { is: /\p{Script=Hangul}/u, from: 0xac00, count: 2_000 },
] as const;

const single: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', ð: 'd', þ: 't', ß: 's', ł: 'l', đ: 'd', ı: 'i', œ: 'o' };

/** `Løvås` and the `lovas` of an address are one name. */
function folded(letter: string): string {
  const lower = letter.toLowerCase();
  const bare = single[lower] ?? lower.normalize('NFD').replace(/\p{M}+/gu, '');
  return bare.length === 1 ? bare : lower;
}

const marked: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  d: 'ð',
  e: 'é',
  i: 'í',
  l: 'ł',
  n: 'ñ',
  o: 'ø',
  r: 'ř',
  s: 'š',
  t: 'ť',
  u: 'ü',
  z: 'ž',
};

/** Case and foreign letters stay where they were: they are what breaks encodings. */
function dressed(original: string, plain: string): string {
  const isMarked = /\p{Script=Latin}/u.test(original) && !/[a-z]/i.test(original);
  const letter = isMarked ? (marked[plain] ?? plain) : plain;
  return original === original.toLowerCase() ? letter : letter.toUpperCase();
}
