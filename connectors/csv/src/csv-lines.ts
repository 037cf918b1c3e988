import { Readable, pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { at, fileError, settingError } from './file-error.ts';
import type { Cell, Lines } from './table.ts';
import { encodingOf, textOf, type Encoding } from './text-of.ts';

const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export interface CsvSettings {
  readonly encoding: 'auto' | Encoding;
  readonly delimiter: 'auto' | keyof typeof delimiters;
}

// Far beyond any person; a quote that is never closed ends here.
const maxRecordSize = 1_000_000;
export const maxColumns = 1000;

/** The rows of a text file, parsed while they are read; the bytes alone are held. */
export function csvLines(bytes: Buffer, settings: CsvSettings): Lines {
  const encoding = settings.encoding === 'auto' ? encodingOf(bytes) : settings.encoding;
  const [head = ''] = textOf(bytes, encoding);
  if (/^\s*</.test(head)) throw fileError('is a web page or XML, not a table', 'Export it as CSV or XLSX.');
  const [named = '', sign] = /^sep=([,;\t|])\r?\n?/i.exec(head) ?? [];
  const chosen = settings.delimiter === 'auto' ? undefined : delimiters[settings.delimiter];
  const delimiter = chosen ?? sign ?? delimiterOf(head);
  return {
    isEnded: [10, 13].includes(bytes.findLast((byte) => byte !== 0) ?? 10),
    read: () => rowsOf(withoutStart(textOf(bytes, encoding), named.length), delimiter),
  };
}

async function* rowsOf(text: Iterable<string>, delimiter: string): AsyncGenerator<readonly Cell[], void, void> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // What stands behind so many columns is one cell, and its size counts.
    ignore_last_delimiters: maxColumns + 2,
    max_record_size: maxRecordSize,
  });
  // What breaks the text breaks the parser, and so the loop.
  pipeline(Readable.from(text), parser, () => undefined);
  try {
    for await (const row of parser) yield row as string[];
  } catch (error) {
    throw brokenRow(error);
  }
}

/** What the parser says quotes the cell; its code and where it stands do not. */
function brokenRow(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('records' in error)) return error;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : undefined;
  const where = at(Number(error.records) + 1, column);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return fileError(`${where}: is longer than ${String(maxRecordSize)} characters; is a quote not closed?`);
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fileError(`${where}: a quote is not closed, or the file was cut off`);
  return fileError(`${where}: a quote stands within the text of a cell; it must be doubled, and the cell quoted`);
}

function* withoutStart(parts: Iterable<string>, length: number): Generator<string, void, void> {
  let left = length;
  for (const part of parts) {
    yield part.slice(left);
    left = 0;
  }
}

/** What stands between the names of the columns. */
function delimiterOf(head: string): string {
  const line = /^\s*((?:"[^"]*"|[^"\r\n])*)/.exec(head)?.[1] ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = Object.values(delimiters).map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most);
  if (most === 0) return ',';
  if (best.length === 1 && best[0] !== undefined) return best[0].sign;
  throw settingError('delimiter', 'cannot be told from the first row', 'Choose what stands between the columns of the file.');
}
