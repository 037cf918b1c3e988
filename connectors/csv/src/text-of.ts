import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { fileError, settingError } from './file-error.ts';

/** As a `TextDecoder` knows them. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'iso-8859-15',
  'iso-8859-2',
  'macintosh',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const partSize = 64 * 1024;
const hint = 'Choose the encoding that the file was saved in, or save it as "CSV UTF-8".';

/**
 * The encoding that the first bytes name; else UTF-8, where all bytes are it; else that of Windows for Western Europe.
 * @throws ConfigError for a file that is partly UTF-8, as it was cut off or put together, and for one with signs within words,
 *   as Polish looks in the wrong encoding: a choice would garble names
 */
export function encodingOf(bytes: Buffer): Encoding {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  if (isUtf8(bytes)) return 'utf-8';
  const isCut = [1, 2, 3].some((length) => (bytes.at(-length) ?? 0) >= 0xc0 && isUtf8(bytes.subarray(0, -length)));
  const isMixed = /[^\0-\x7f\ufffd]/.test(bytes.toString('utf8'));
  const isCentral = /\p{L}[£¥¯³¹¿]\p{L}/u.test(bytes.toString('latin1'));
  if (!isCut && !isMixed && !isCentral) return 'windows-1252';
  const guess = isCentral ? 'it may be windows-1250' : 'it is UTF-8 in part, or was cut off';
  throw settingError('encoding', `cannot be told from the file: ${guess}`, hint);
}

/** The text of a file, part by part. */
export function* textOf(bytes: Buffer, encoding: Encoding): Generator<string, void, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += partSize) {
    const isLast = start + partSize >= bytes.length;
    const text = decoded(decoder, bytes.subarray(start, start + partSize), isLast);
    if (text.includes('\0')) throw fileError('holds bytes that are no text', hint);
    if (text !== '') yield text;
  }
}

function decoded(decoder: TextDecoder, part: Uint8Array, isLast: boolean): string {
  try {
    return decoder.decode(part, { stream: !isLast });
  } catch {
    throw settingError('encoding', `is ${decoder.encoding}, which the file is not, or it was cut off`, hint);
  }
}
