import { readSheet } from 'read-excel-file/universal';
import { fileError, settingError } from './file-error.ts';
import type { Cell, Lines } from './table.ts';
import { pack, unpack } from './zip.ts';

// The reader fills all gaps: one cell in the last corner of a sheet would be 17 thousand million of them.
const maxCells = 10_000_000;

const hint = 'Open it in your spreadsheet program and save it as XLSX.';

/** The rows of one sheet, the first unless another one is named. They are held: the format has its texts apart from its cells. */
export async function xlsxLines(bytes: Buffer, sheet: string | undefined): Promise<Lines> {
  const rows = await rowsOf(checkedArchive(bytes), sheet);
  return {
    isEnded: true,
    *read() {
      for (const row of rows) yield row.map(toCell);
    },
  };
}

async function rowsOf(archive: ArrayBuffer, sheet: string | undefined): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(archive, sheet ?? 1, { trim: false });
  } catch (error) {
    if (error instanceof Error && 'sheets' in error && Array.isArray(error.sheets)) {
      // Sheets may be called like people: their names are not told.
      const problem = `is the name of none of the ${String(error.sheets.length)} sheets of the file`;
      throw settingError('sheet', problem, 'Enter the name of the sheet as it stands at its tab.');
    }
    // What the reader says may quote a cell.
    throw fileError('is no XLSX file that can be read', hint);
  }
}

/** The same archive, without anything of which the reader would make more, or less, than it is. */
function checkedArchive(bytes: Buffer): ArrayBuffer {
  const entries = unpack(bytes);
  for (const [name, content] of entries) {
    if (content.includes('sheetData')) {
      const xml = content.toString('utf8');
      refuseVastness(xml);
      const told = withFailures(xml);
      if (told !== xml) entries.set(name, Buffer.from(told));
    } else if (content.includes('date1904')) {
      // LibreOffice writes `true`, of which the reader knows only `1`: all days would be four years early.
      entries.set(name, Buffer.from(content.toString('utf8').replaceAll(/\bdate1904\s*=\s*(["'])true\1/g, 'date1904="1"')));
    }
  }
  return new Uint8Array(pack(entries)).buffer;
}

const formula = /<((?:[\w.-]+:)?c)\b([^<>]*)>\s*<(?:[\w.-]+:)?f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/(?:[\w.-]+:)?f>)\s*<\/\1>/g;

/** Of a formula that failed, or was never worked out, the reader would say that the cell is empty. */
function withFailures(xml: string): string {
  const worked = xml.replaceAll(formula, (_cell, tag: string, attributes: string) => {
    const others = attributes.replaceAll(/\st\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    return `<${tag}${others} t="str"><v>#N/A</v></${tag}>`;
  });
  return worked.replaceAll(/(<(?:[\w.-]+:)?c\b[^<>]*?\st=["'])e(?=["'])/g, '$1str');
}

function refuseVastness(xml: string): void {
  let tags = 0;
  let last = 0;
  let columns = 1;
  for (const [, , address] of xml.matchAll(/<(?:[\w.-]+:)?row\b|(?:[\s"']|(?<!xmlns):)r\s*=\s*(["'])(.*?)\1/g)) {
    if (address === undefined) {
      tags += 1;
      continue;
    }
    const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(address);
    if (place === null) throw fileError('has a cell without a place in its sheet', hint);
    const [, letters = '', digits = ''] = place;
    const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    last = Math.max(last, Number(digits));
    columns = Math.max(columns, column);
  }
  const rows = Math.max(tags, last);
  if (rows * columns <= maxCells) return;
  const problem = `has a sheet of ${String(rows)} rows and ${String(columns)} columns, most of them empty`;
  throw fileError(problem, 'Copy the rows with people to a new sheet and save that one alone.');
}

/** Days are days at midnight, in no zone; hours and their rounding are cut off. */
function toCell(value: unknown): Cell {
  if (value instanceof Date) {
    const ms = Math.round(value.getTime() / 1000) * 1000;
    return Math.abs(ms) < 8e15 ? new Date(ms).toISOString().slice(0, 10) : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
