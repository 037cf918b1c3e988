import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complaintOf, readFile, type Setting } from './support/read-file.ts';
import { partsOf, sheetXml, xlsxOf } from './support/xlsx-of.ts';
import { zipOf, type ZipEntry } from './support/zip-of.ts';

const named: Setting = { name: 'people.xlsx' };
const header = ['ID', 'Last name'];

describe('hostile CSV', () => {
  test.each([
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_column, index) => `c${String(index)}`).join(',')}\n1,2\n`,
      'has more than 1000 columns',
    ],
    ['a cell of 30 MB', `ID,Last name\n1,${'x'.repeat(30_000_000)}\n`, 'row 2, column B: is longer than 1000000 characters'],
    ['a quote over 30 MB', `ID,Last name\n1,"${'x\n'.repeat(15_000_000)}`, 'row 2, column B: is longer than 1000000 characters'],
    [
      'a cell that no spreadsheet holds',
      `ID,Last name\n1,${'x'.repeat(40_000)}\n`,
      'row 2, column B: is longer than 32767 characters',
    ],
    ['a header of 1 MB', `ID,${'x'.repeat(999_000)}\n1,Ash\n`, 'row 1, column B: is no name of a column'],
    ['a row of 30 million cells', `ID,Last name\n1,Ash${','.repeat(30_000_000)}\n`, 'is longer than 1000000 characters'],
    ['more than may be given', Buffer.alloc(33 * 1024 * 1024, 'x'), 'is larger than 33554432 bytes'],
    ['an XML bomb', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', 'is a web page or XML'],
  ])('%s is refused', async (_what, content, complaint) => {
    expect(await complaintOf(content)).toContain(complaint);
  });

  test('ids of thousands of blanks keep nobody busy', async () => {
    const row = `a${' '.repeat(30_000)}b,Ash\n`;
    const { employees, report } = await readFile(`ID,Last name\n${row.repeat(300)}`);
    expect([employees.length, report.duplicateIds.length]).toEqual([1, 1]);
  });

  test('names that objects have are names like others', async () => {
    const content = '__proto__,constructor,toString,ID,Last name\n{},hasOwnProperty,x,__proto__,__proto__\n';
    const { employees, error } = await readFile(content, { config: { customColumns: ['__proto__', 'constructor'] } });
    expect(error).toBeUndefined();
    expect(employees[0]).toMatchObject({ id: '__proto__', lastName: '__proto__' });
    expect(Object.entries(employees[0]?.customFields ?? {})).toEqual([
      ['__proto__', '{}'],
      ['constructor', 'hasOwnProperty'],
    ]);
    expect(({} as Record<string, unknown>)['{}']).toBeUndefined();
    expect((await readFile('id,last name,status\n1,Ash,__proto__\n')).employees).toMatchObject([{ status: 'unknown' }]);
  });

  test.each(['=cmd|"/C calc"!A0', '+1', '-1', '@SUM(A1)', "=HYPERLINK('https://tidewell.example')"])(
    '%s is text, and is handed on as it is',
    async (formula) => {
      const { employees } = await readFile(`ID,Last name\n1,"${formula.replaceAll('"', '""')}"\n`);
      expect(employees[0]?.lastName).toBe(formula);
    },
  );
});

describe('hostile XLSX', () => {
  const parts = (sheet: string): ZipEntry[] => [...partsOf({ People: sheet })].map(([name, content]) => ({ name, content }));
  const bomb = Buffer.alloc(140 * 1024 * 1024, 32);

  test.each([
    ['that says how large it is', { name: 'xl/sharedStrings.xml', content: bomb }],
    ['that says it is small', { name: 'xl/sharedStrings.xml', content: bomb, claimedSize: 100 }],
  ])('a bomb %s is refused before it fills the memory', async (_what, entry) => {
    const file = zipOf([...parts(sheetXml([header])), entry]);
    expect(file.length).toBeLessThan(1024 * 1024);
    expect(await complaintOf(file, named)).toBe('ConfigError: file unpacks to more than 128 MiB');
  });

  test('parts that are small each, and large together', async () => {
    const part = Buffer.alloc(1024 * 1024, 32);
    const many = Array.from({ length: 140 }, (_part, index) => ({ name: `xl/worksheets/x${String(index)}.xml`, content: part }));
    expect(await complaintOf(zipOf([...parts(sheetXml([header])), ...many]), named)).toContain('unpacks to more than 128 MiB');
    const tiny = Array.from({ length: 1200 }, (_part, index) => ({ name: `x${String(index)}.xml`, content: '' }));
    expect(await complaintOf(zipOf(tiny), named)).toContain('holds 1200 files');
  });

  test('what is no XML is never unpacked', async () => {
    const file = zipOf([...parts(sheetXml([header, [1, 'Ash']])), { name: 'xl/media/photo.png', content: bomb }]);
    expect((await readFile(file, named)).employees).toHaveLength(1);
  });

  const row = (inner: string): string => `<worksheet><sheetData>${inner}</sheetData></worksheet>`;
  test.each([
    [
      'one cell in the last corner',
      row('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'has a sheet of 1048576 rows and 16384 columns',
    ],
    ['a row that no sheet has', row('<row r="9999999"/>'.repeat(2) + '<c r="B1"/>'), 'has a sheet of 9999999 rows'],
    ['a row beyond all numbers', row('<row r="99999999999"></row>'), 'has a cell without a place'],
    ['a column beyond all letters', row('<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>'), 'has a cell without a place'],
    ['a place in disguise', row('<row r="&#57;999999999"></row>'), 'has a cell without a place'],
    ['a place said twice', row('<row r="1" r="999999999"></row>'), 'has a cell without a place'],
    ['rows without end', row('<row/>'.repeat(200_000) + '<c r="CV1"/>'), 'has a sheet of 200000 rows and 100 columns'],
  ])('%s', async (_what, sheet, complaint) => {
    expect(await complaintOf(zipOf(parts(sheet)), named)).toContain(complaint);
  });

  test.each([
    ['elements in elements', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`],
    ['elements that never close', '<a>'.repeat(200_000)],
    ['no XML', 'sheetData '.repeat(1000)],
  ])('%s end in one error, or in nobody', async (_what, sheet) => {
    const { error, employees } = await readFile(zipOf(parts(row(sheet))), named);
    expect(employees).toEqual([]);
    expect(error === undefined || (error instanceof Error && error.name === 'ConfigError')).toBe(true);
  });

  test('entities of a document are not expanded, and none is fetched', async () => {
    const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>';
    const cells = '<c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>&a;&f;</t></is></c>';
    const sheet = sheetXml([header, []])
      .replace('<worksheet', `${declared}<worksheet`)
      .replace('<row r="2">', `<row r="2">${cells}`);
    const { employees } = await readFile(zipOf(parts(sheet)), named);
    expect(employees.map(({ lastName }) => lastName)).toEqual(['&a;&f;']);
  });

  test('paths that lead elsewhere are names, and nothing is written', async () => {
    const traps = [
      '../../rollcall-trap.xml',
      '/tmp/rollcall-trap.xml',
      '__proto__.xml',
      '..\\rollcall-trap.xml',
      '__proto__/x.xml',
    ];
    const file = zipOf([...parts(sheetXml([header, [1, 'Ash']])), ...traps.map((name) => ({ name, content: '<a/>' }))]);
    expect((await readFile(file, named)).employees).toHaveLength(1);
    expect(existsSync('/tmp/rollcall-trap.xml')).toBe(false);
  });

  test('a directory that points outside the file', async () => {
    const file = xlsxOf([header, [1, 'Ash']]);
    for (const [offset, value] of [
      [-6, 0xff_ff_ff_00],
      [-6, 3],
      [-12, 0xffff],
    ] as const) {
      const broken = Buffer.from(file);
      if (offset === -12) broken.writeUInt16LE(value, broken.length + offset);
      else broken.writeUInt32LE(value, broken.length + offset);
      expect(await complaintOf(broken, named)).toMatch(/is no XLSX file|holds \d+ files/);
    }
  });
});
