import { hasLongNumber } from './has-long-number.ts';

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown;

export type ParsedJson =
  { readonly value: unknown; readonly problem?: undefined } | { readonly problem: 'malformed' | 'truncated' };

/**
 * Reads JSON that a vendor sent. Integers beyond 2^53 become texts with all their digits (ids); `__proto__` is dropped.
 * Never throws, and never repeats the text: the parser's own messages quote it.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { value: needsCare(text) ? parse(text, careful) : parse(text) };
  } catch (error) {
    return { problem: isTruncated(error, text) ? 'truncated' : 'malformed' };
  }
}

// Numbers with 16 digits and more may be unsafe; `__proto__` may be spelt with an escape.
function needsCare(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u005') || hasLongNumber(text);
}

const careful: Reviver = (key, value, { source }) => {
  if (key === '__proto__') return undefined;
  const unsafe = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return unsafe && source !== undefined && /^-?\d+$/.test(source) ? source : value;
};

// A text that stopped is worth another try, a text that is something else is not.
function isTruncated(error: unknown, text: string): boolean {
  const message = error instanceof SyntaxError ? error.message : '';
  if (message.startsWith('Unexpected end') || message.startsWith('Unterminated')) return true;
  const position = / at position (\d+)/.exec(message)?.[1];
  return position !== undefined && Number(position) >= text.trimEnd().length;
}
