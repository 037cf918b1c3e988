import { describe, expect, test } from 'vitest';
import { csvLines } from '../src/csv-lines.ts';
import { complaintOf, readFile } from './support/read-file.ts';

const idsOf = async (content: string | Buffer, config: Record<string, unknown> = {}): Promise<unknown> => {
  const { error, employees } = await readFile(content, { config });
  return error ?? employees.map(({ id, lastName }) => `${id} ${String(lastName)}`);
};

describe('what Excel and others write', () => {
  test.each([
    ['a comma', 'ID,Last name\n1,Ash\n'],
    ['a semicolon', 'ID;Last name\n1;Ash\n'],
    ['a tab', 'ID\tLast name\n1\tAsh\n'],
    ['a pipe', 'ID|Last name\n1|Ash\n'],
    ['the line that names the sign', 'sep=;\r\nID;Last name\r\n1;Ash\r\n'],
    ['another sign in a quoted name', 'ID;"Last name"\n1;Ash\n'],
    ['CRLF', 'ID,Last name\r\n1,Ash\r\n'],
    ['CR', 'ID,Last name\r1,Ash\r'],
    ['mixed line ends', 'ID,Last name\r\n1,Ash\n\r\n'],
    ['a byte order mark', '\ufeffID,Last name\n1,Ash\n'],
    ['a byte order mark before a quote', '\ufeff"ID","Last name"\n1,Ash\n'],
    ['blank rows', '\n  \nID,Last name\n\n1,Ash\n,\n\n'],
    ['columns without anything', 'ID,Last name,,\n1,Ash,,\n'],
    ['more of them than the header has', 'ID,Last name\n1,Ash,,,,\n'],
    ['a column without a name and without values', 'ID,,Last name\n1,,Ash\n'],
    ['a line break within a name', '"ID","Last\r\nname"\n1,Ash\n'],
    ['blanks around', ' ID , Last name \n 1 , Ash \n'],
  ])('%s', async (_what, content) => {
    expect(await idsOf(content)).toEqual(['1 Ash']);
  });

  test('quotes, delimiters and line breaks within a cell', async () => {
    expect(await idsOf('ID,Last name\n1,"A ""B"", C"\n2,"D\r\nE"\n')).toEqual(['1 A "B", C', '2 D\r\nE']);
  });

  test('a delimiter that was chosen is the one', async () => {
    const content = 'ID;Last name, first name;X, Y\n1;Ash;\n';
    expect(await complaintOf(content)).toBe('ConfigError: config.delimiter cannot be told from the first row');
    expect((await readFile(content, { config: { delimiter: 'semicolon' } })).employees).toHaveLength(1);
  });

  test.each([
    ['utf8', 'auto'],
    ['utf16le', 'utf-16le'],
    ['latin1', 'auto'],
    ['latin1', 'windows-1252'],
    ['latin1', 'iso-8859-15'],
  ] as const)('letters in %s, with the encoding %s', async (written, encoding) => {
    expect(await idsOf(Buffer.from('ID,Last name\n1,Größe\n', written), { encoding })).toEqual(['1 Größe']);
  });

  test('Polish in its old encodings is asked about, and read where it is chosen', async () => {
    const inWindows = Buffer.concat([
      Buffer.from('ID,Last name\n1,Wa'),
      Buffer.from([0xb3, 0xea]),
      Buffer.from('cki\n2,'),
      Buffer.from([0x9c, 10]),
    ]);
    expect(await complaintOf(inWindows)).toBe(
      'ConfigError: config.encoding cannot be told from the file: it may be windows-1250',
    );
    expect(await idsOf(inWindows, { encoding: 'windows-1250' })).toEqual(['1 Wałęcki', '2 ś']);
    expect(await idsOf(inWindows.subarray(0, -4), { encoding: 'iso-8859-2' })).toEqual(['1 Wałęcki']);
    expect(await idsOf(Buffer.from('ID,Last name\n1,Gr\x9a\xa7e\n', 'latin1'), { encoding: 'macintosh' })).toEqual(['1 Größe']);
  });

  test('the euro sign tells Windows from ISO', async () => {
    const file = (byte: number): Buffer => Buffer.concat([Buffer.from('ID,Last name\n1,'), Buffer.from([byte, 10])]);
    expect(await idsOf(file(0x80))).toEqual(['1 €']);
    expect(await idsOf(file(0xa4), { encoding: 'iso-8859-15' })).toEqual(['1 €']);
  });

  test.each([
    ['partly UTF-8 and partly not', Buffer.concat([Buffer.from('ID,Last name\n1,Größe\n2,'), Buffer.from([0xf6, 10])]), 'auto'],
    ['UTF-8 that ends within a letter', Buffer.from('ID,Last name\n1,Gr\u00f6').subarray(0, -1), 'auto'],
    ['not the one that was chosen', Buffer.from('ID,Last name\n1,Größe\n', 'latin1'), 'utf-8'],
    ['half of a UTF-16 letter', Buffer.from('ID,Last name\n1,Ash\n', 'utf16le').subarray(0, -1), 'utf-16le'],
  ])('an encoding that is %s is asked about, and no name is garbled', async (_what, content, encoding) => {
    const { employees, error } = await readFile(content, { config: { encoding } });
    expect(error).toMatchObject({ name: 'ConfigError', problems: [{ field: 'config.encoding' }] });
    expect(JSON.stringify(employees)).not.toMatch(/Ã|\ufffd/);
  });
});

describe('what breaks a file is told with its place, and never with a value', () => {
  test.each([
    ['a quote that is not closed', 'ID,Last name\n1,Ash\n2,"Secret\n3,Cole\n', 'row 3, column B: a quote is not closed'],
    ['a quote within a cell', 'ID,Last name\n1,Se"cret\n', 'row 2, column B: a quote stands within the text'],
    ['text behind a quote', 'ID,Last name\n1,"Sec"ret\n', 'row 2, column B: a quote stands within the text'],
    ['cells too few', 'ID,Last name,Team\n1,Ash,\n\n2,Secret\n', 'row 4: has 2 of 3 cells'],
    ['cells too many', 'ID,Last name\n1,Ash,Secret\n', 'row 2, column C: has a value in a column without a name'],
    ['a value without a name', 'ID,,Last name\n1,Secret,Ash\n', 'row 2, column B: has a value in a column without a name'],
    ['an unquoted line break', 'ID,Last name,Team\n1,Se\ncret,Blue\n', 'row 2: has 2 of 3 cells'],
    ['a row behind one with line breaks', 'ID,Last name\n"1\n\n",Ash\n2\n', 'row 3: has 1 of 2 cells'],
    ['a web page', '<!doctype html><html>Secret</html>', 'is a web page'],
    ['a byte of nothing', 'ID,Last name\n1,Sec\0ret\n', 'holds bytes that are no text'],
    [
      'UTF-16 without its mark',
      Buffer.from('ID,Last name\n1,Secret\n', 'utf16le').toString('latin1'),
      'holds bytes that are no text',
    ],
    ['control characters', 'ID,Last\u0007name\n1,Secret\n', 'row 1, column B: is no name of a column'],
    ['another kind of file', 'PK\u0003\u0004Secret', 'is an archive'],
  ])('%s', async (_what, content, complaint) => {
    const said = await complaintOf(content);
    expect(said).toContain(`ConfigError: file ${complaint}`);
    expect(said).not.toMatch(/Sec|cret/);
  });

  test.each([
    ['nothing at all', '', 'the file is empty'],
    ['blank rows', '\n\n,,\n', 'the file is empty'],
    ['a header and nobody', 'ID,Last name\n', 'holds a header and nobody'],
    ['a header without its end', 'ID,Last na', 'holds a header and nobody'],
  ])('V2 %s shows nobody, and proves nothing', async (_what, content, because) => {
    const { report } = await readFile(content, {
      config: { everybody: 'yes', headcount: '1', columns: { lastName: 'Last na' } },
      people: 0,
    });
    const other = await readFile(content, { config: { everybody: 'yes' }, people: 0 });
    expect([report.outcome, other.report.outcome]).toEqual(['partial', 'partial']);
    expect([report, other.report].some((each) => each.outcome === 'partial' && each.because.includes(because))).toBe(true);
  });

  test('an abort ends the read with its reason', async () => {
    const controller = new AbortController();
    const reason = new TypeError('enough');
    async function* slowly(): AsyncGenerator<Uint8Array, void, void> {
      yield Buffer.from('ID,Last name\n');
      controller.abort(reason);
      await Promise.resolve();
      yield Buffer.from('1,Ash\n');
    }
    const { error, report } = await readFile(slowly(), { signal: controller.signal });
    expect(error).toBe(reason);
    expect(report.outcome).toBe('partial');
  });

  test('a stream is read once, and that is enough', async () => {
    async function* stream(): AsyncGenerator<Uint8Array, void, void> {
      for (const byte of Buffer.from('ID,Last name,Employee number,Manager number\na,Größe,1,\nb,Ash,2,1\n')) {
        await Promise.resolve();
        yield Uint8Array.of(byte);
      }
    }
    const { employees } = await readFile(stream());
    expect(employees).toMatchObject([{ lastName: 'Größe' }, { managerId: 'a' }]);
  });

  test('rows are handed on while the file is parsed: those before a broken one have come', async () => {
    const rows = Array.from({ length: 5000 }, (_row, index) => `${String(index)},Ash\n`);
    const { employees, error, report } = await readFile(`ID,Last name\n${rows.join('')}5000\n`, {
      config: { everybody: 'yes' },
      people: 5001,
    });
    expect(error).toMatchObject({ name: 'ConfigError', message: 'file row 5002: has 1 of 2 cells, or the file was cut off' });
    expect(employees.length).toBeGreaterThanOrEqual(3000);
    expect(report.outcome).toBe('partial');
  });

  test('of a file that is left early the rest is not parsed', async () => {
    const lines = csvLines(Buffer.from('1,Ash\n'.repeat(400_000)), { delimiter: 'comma', encoding: 'utf-8' });
    let count = 0;
    for await (const row of lines.read()) {
      count += row.length / 2;
      if (count === 10) break;
    }
    expect(count).toBe(10);
  });
});
