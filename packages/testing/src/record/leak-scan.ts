import type { Employee } from '@rollcall/core';
import type { Body, Exchange } from '../replay/exchange.ts';
import { eachLeaf } from './walk-body.ts';

/** What must be found nowhere. */
export interface Needles {
  /** Looked for in every byte, in all encodings: secrets, addresses, numbers, whole names. */
  readonly strong: ReadonlySet<string>;
  /** Single words and numbers of everything that was replaced: looked for among the values of answers and employees. */
  readonly words: ReadonlySet<string>;
  /** Names of people, also looked for among names of members. */
  readonly names: ReadonlySet<string>;
}

export interface LeakScan {
  readonly files: number;
  readonly bytes: number;
  /** Values that were looked for, and the spellings of them. */
  readonly values: number;
  readonly spellings: number;
  readonly words: number;
  /** Where something was found: file and place, never what. */
  readonly found: readonly string[];
}

/** What will be written, by name of file. */
export type Files = ReadonlyMap<string, string>;

export interface ScanOptions {
  readonly needles: Needles;
  /** Words that were left on purpose. */
  readonly kept: ReadonlySet<string>;
  readonly hasKey: (key: string) => boolean;
}

/** Looks for everything real in everything that is about to be written. */
export function scanForLeaks(files: Files, { needles, kept, hasKey }: ScanOptions): LeakScan {
  const found = new Set<string>();
  let spellings = 0;
  const variants = [...needles.strong].map((needle) => spellingsOf(needle));
  for (const { folded, exact } of variants) spellings += folded.length + exact.length;
  for (const [name, content] of files) {
    const lower = content.toLowerCase();
    if (
      variants.some(({ folded, exact }) => folded.some((one) => holds(lower, one)) || exact.some((one) => content.includes(one)))
    )
      found.add(`${name}: a whole value`);
    for (const place of wordsFoundIn(content, { needles, kept, hasKey })) found.add(`${name}: ${place}`);
  }
  return {
    files: files.size,
    bytes: [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0),
    values: needles.strong.size,
    spellings,
    words: needles.words.size,
    found: [...found],
  };
}

function wordsFoundIn(content: string, { needles, kept, hasKey }: ScanOptions): readonly string[] {
  const found: string[] = [];
  const look = (text: string, place: string, words: ReadonlySet<string>): void => {
    if (kept.has(text.trim().toLowerCase())) return;
    if (decodings(text).some((one) => runsOf(one).some((run) => words.has(run)))) found.push(place);
  };
  const lookThrough = (body: Body): void => {
    const onKey = (key: string): void => {
      if (!hasKey(key)) look(key, 'a name of a member', needles.names);
    };
    eachLeaf(
      body,
      ({ path, value }) => {
        if (value !== null && typeof value !== 'boolean') look(String(value), path, needles.words);
      },
      onKey,
    );
  };
  const parsed = parse(content);
  if (isExchanges(parsed)) {
    for (const { response, headers } of parsed) {
      lookThrough(response);
      for (const [name, value] of Object.entries(headers ?? {}))
        if (name !== 'content-type') look(value, `header ${name}`, needles.names);
    }
  } else for (const employee of employeesIn(parsed)) lookThrough(employee);
  return found;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

function isExchanges(content: unknown): content is readonly Exchange[] {
  return Array.isArray(content);
}

/** Of cases that were recorded; our own words for status and type are nobody's. */
function employeesIn(content: unknown): readonly Body[] {
  const { cases = {} } = (content ?? {}) as { readonly cases?: Record<string, { recorded?: string; employees?: Employee[] }> };
  return Object.values(cases)
    .filter(({ recorded }) => recorded !== undefined)
    .flatMap(({ employees = [] }) => employees.map(({ status: _, employmentType: __, ...rest }) => rest as unknown as Body));
}

/** A number is not found inside of a longer one, nor a word inside of another. */
function holds(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const isPart = (edge: string, character: string): boolean => /[\p{L}\p{N}]/u.test(edge) && /[\p{L}\p{N}]/u.test(character);
    const before = isPart(text.charAt(at - 1), needle.charAt(0));
    const after = isPart(text.charAt(at + needle.length), needle.at(-1) ?? '');
    if (!before && !after) return true;
  }
  return false;
}

function spellingsOf(needle: string): { readonly folded: readonly string[]; readonly exact: readonly string[] } {
  const lower = needle.toLowerCase();
  const ascii = lower.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const numbered = lower.replace(/[^ -~]/gu, (character) => `&#${String(character.codePointAt(0))};`);
  const folded = [
    lower,
    encodeURIComponent(lower).toLowerCase(),
    encodeURIComponent(encodeURIComponent(lower)).toLowerCase(),
    lower.replaceAll(' ', '+'),
    JSON.stringify(lower).slice(1, -1),
    ascii,
    numbered,
    lower.replaceAll('&', '&amp;'),
    Buffer.from(needle).toString('hex'),
  ];
  const exact = [needle, lower, needle.toUpperCase()].flatMap((spelling) => base64Of(spelling));
  return { folded: [...new Set(folded)], exact: [...new Set(exact)].filter((one) => one.length > 4) };
}

/** As base64 has it, wherever in a longer text it begins. */
function base64Of(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const written = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((offset * 8) / 6);
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    const inner = written.slice(first, whole);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** A text, and what it says when it is decoded. */
function decodings(text: string, depth = 0): readonly string[] {
  if (depth > 2) return [text];
  const decoded: string[] = [];
  if (/%[0-9a-f]{2}/i.test(text)) decoded.push(unescaped(text));
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}={0,2}/g)) {
    const inside = Buffer.from(run, 'base64').toString('utf8');
    if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}\s]{5,}$/u.test(inside)) decoded.push(inside);
  }
  return [text, ...decoded.flatMap((one) => decodings(one, depth + 1))];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Words and numbers of a text, in lower case. */
export function runsOf(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([run]) => run.toLowerCase());
}
