import { zipOf } from './zip-of.ts';

/** A value of a cell; a Date is written as Excel does, a number with a format. `error` is what a formula that failed leaves. */
export type XlsxCell = string | number | boolean | Date | null | { readonly error: string } | { readonly raw: string };

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function lettersOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

function cellXml(cell: XlsxCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? '1' : '0'}</v></c>`;
  if (cell instanceof Date) return `<c r="${address}" s="1"><v>${String(cell.getTime() / 86_400_000 + 25_569)}</v></c>`;
  if ('error' in cell) return `<c r="${address}" t="e"><f>VLOOKUP(1,A:A,1,0)</f><v>${escaped(cell.error)}</v></c>`;
  return cell.raw;
}

export function sheetXml(rows: readonly (readonly XlsxCell[])[]): string {
  const body = rows.map((cells, index) => {
    const number = String(index + 1);
    return `<row r="${number}">${cells.map((cell, column) => cellXml(cell, lettersOf(column) + number)).join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';

/** The parts of a workbook with these sheets, as XML by path. */
export function partsOf(sheets: Readonly<Record<string, string>>): Map<string, string> {
  const names = Object.keys(sheets);
  const parts = new Map<string, string>();
  const targets = names.map(
    (_name, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${relations}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  );
  const styled = `<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/>`;
  parts.set('xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}${styled}</Relationships>`);
  const list = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  parts.set('xl/workbook.xml', `<workbook xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`);
  parts.set('xl/styles.xml', styles);
  for (const [index, name] of names.entries()) parts.set(`xl/worksheets/sheet${String(index + 1)}.xml`, sheets[name] ?? '');
  return parts;
}

/** A workbook with one sheet, or with several by name. */
export function xlsxOf(
  rows: readonly (readonly XlsxCell[])[],
  more: Readonly<Record<string, readonly (readonly XlsxCell[])[]>> = {},
): Buffer {
  const sheets = Object.entries({ People: rows, ...more }).map(([name, cells]) => [name, sheetXml(cells)] as const);
  return zipOf([...partsOf(Object.fromEntries(sheets))].map(([name, content]) => ({ name, content })));
}
