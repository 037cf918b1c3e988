import { describe, expect, test } from 'vitest';
import { complaintOf, readFile, type Setting } from './support/read-file.ts';
import { partsOf, sheetXml, xlsxOf, type XlsxCell } from './support/xlsx-of.ts';
import { zipOf } from './support/zip-of.ts';

const named: Setting = { name: 'People.XLSX' };
const header = ['ID', 'Last name', 'Work email', 'Start date', 'Last day'];
const ash: readonly XlsxCell[] = [1042, 'Ash', 'ash@tidewell.example', new Date('2020-02-29'), null];

describe('XLSX', () => {
  test('cells are what a spreadsheet shows: whole numbers, plain days, text', async () => {
    const { employees, report } = await readFile(
      xlsxOf([header, ash, ['0043', '=1+1', null, new Date('2026-12-01'), null]]),
      named,
    );
    expect(employees).toEqual([
      {
        id: '1042',
        status: 'active',
        workEmail: 'ash@tidewell.example',
        lastName: 'Ash',
        startDate: '2020-02-29',
        terminationDate: null,
      },
      { id: '0043', status: 'preboarding', workEmail: null, lastName: '=1+1', startDate: '2026-12-01', terminationDate: null },
    ]);
    expect(report.issues).toEqual([]);
  });

  test.each([
    ['a day with hours', { raw: '<c r="D2" s="1"><v>43890.75</v></c>' }, '2020-02-29'],
    ['a day a rounding error before midnight', { raw: '<c r="D2" s="1"><v>43889.99999999999</v></c>' }, '2020-02-29'],
    ['a day as text', '29.02.2020', '2020-02-29'],
    ['a day by its ISO form', { raw: '<c r="D2" t="d"><v>2020-02-29</v></c>' }, '2020-02-29'],
  ])('%s', async (_what, cell, day) => {
    const { employees } = await readFile(xlsxOf([header, [1, 'Ash', null, cell, null]]), named);
    expect(employees[0]?.startDate).toBe(day);
  });

  test.each([
    ['a number without the format of a date', 43_890],
    ['a word', 'soon'],
    ['a tick', true],
  ])('%s is no day', async (_what, cell) => {
    const { employees, issues } = await readFile(xlsxOf([header, [1, 'Ash', null, cell, null]]), named);
    expect(employees[0]).not.toHaveProperty('startDate');
    expect(issues).toMatchObject([{ field: 'startDate' }]);
  });

  test.each([
    ['a number that lost its digits', { raw: '<c r="A2"><v>1.23456789012346E+19</v></c>' }],
    ['a fraction', 1042.5],
    ['a tick', true],
    ['an error', { error: '#N/A' }],
    ['nothing', null],
  ])('V2 %s is no id: the row is told, and nobody is missing', async (_what, cell) => {
    const { report } = await readFile(xlsxOf([header, [cell, 'Ash'], ash]), {
      ...named,
      config: { everybody: 'yes' },
      people: 2,
    });
    expect(report).toMatchObject({ outcome: 'partial', quarantined: [{ where: 'row 2', mismatches: [{ path: '$.ID' }] }] });
  });

  test('a formula that failed says nothing, and clears nothing', async () => {
    const { employees, issues } = await readFile(
      xlsxOf([header, [1, 'Ash', { error: '#REF!' }, null, { error: '#N/A' }]]),
      named,
    );
    expect(employees).toEqual([{ id: '1', status: 'unknown', lastName: 'Ash', startDate: null }]);
    expect(issues.map(({ field }) => field)).toEqual(['workEmail', 'terminationDate']);
  });

  test('a formula that was never worked out says nothing; one that gives an empty text is empty', async () => {
    const never = { raw: '<c r="C2"><f>A1&amp;"x"</f></c>' };
    const shared = { raw: '<c r="D2" t="str"><f t="shared" si="0"/></c>' };
    const empty = { raw: '<c r="E2" t="str"><f>IF(A2="","","")</f><v></v></c>' };
    const { employees, issues } = await readFile(xlsxOf([header, [1, 'Ash', never, shared, empty]]), named);
    expect(employees).toEqual([{ id: '1', status: 'active', lastName: 'Ash', terminationDate: null }]);
    expect(issues.map(({ field }) => field)).toEqual(['workEmail', 'startDate']);
  });

  test('rows keep the number that the spreadsheet shows, over blank ones', async () => {
    const { report, employees } = await readFile(xlsxOf([[], header, [], ash, [null, 'Birch'], []]), named);
    expect(employees).toHaveLength(1);
    expect(report.quarantined).toMatchObject([{ where: 'row 5' }]);
  });

  test('another sheet is read by its name; one that does not exist is asked about', async () => {
    const file = xlsxOf([['Notes']], { 'Who & where': [header, ash] });
    const { employees } = await readFile(file, { ...named, config: { sheet: 'Who & where' } });
    expect(employees).toHaveLength(1);
    expect(await complaintOf(file, { ...named, config: { sheet: 'Who' } })).toBe(
      'ConfigError: config.sheet is the name of none of the 2 sheets of the file',
    );
  });

  test('a value beside the named columns is told with its place', async () => {
    expect(await complaintOf(xlsxOf([header, [...ash, null, 'Secret']]), named)).toBe(
      'ConfigError: file row 2, column G: has a value in a column without a name',
    );
  });

  test('strings that are shared, and strings in pieces', async () => {
    const parts = partsOf({ People: sheetXml([]) });
    const cells = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
      '<c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c>',
    ];
    parts.set(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData><row r="1">${cells[0] ?? ''}</row><row r="2">${cells[1] ?? ''}</row></sheetData></worksheet>`,
    );
    parts.set(
      'xl/sharedStrings.xml',
      '<sst><si><t>ID</t></si><si><t>Last name</t></si><si><t>7</t></si><si><r><t>As</t></r><r><t>h</t></r></si></sst>',
    );
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const relations = (parts.get('xl/_rels/workbook.xml.rels') ?? '').replace(
      '</Rel',
      `<Relationship Id="rId98" Type="${type}" Target="sharedStrings.xml"/></Rel`,
    );
    parts.set('xl/_rels/workbook.xml.rels', relations);
    const { employees } = await readFile(zipOf([...parts].map(([name, content]) => ({ name, content }))), named);
    expect(employees).toMatchObject([{ id: '7', lastName: 'Ash' }]);
  });
});

describe('what is no XLSX is told in one sentence', () => {
  const good = xlsxOf([header, ash]);
  test.each([
    ['Excel 97, or a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'is protected by a password, or of Excel 97 to 2003'],
    ['CSV under another name', Buffer.from('ID,Last name\n1,Ash\n'), 'is no XLSX file, whatever its name says'],
    ['nothing', Buffer.alloc(0), 'is no XLSX file, whatever its name says'],
    ['the beginning of one', good.subarray(0, 300), 'is no XLSX file, or a part of it is missing'],
    ['one without its last byte', good.subarray(0, -1), 'is no XLSX file, or a part of it is missing'],
    [
      'one with another middle',
      Buffer.concat([good.subarray(0, 100), Buffer.alloc(50, 1), good.subarray(150)]),
      'is no XLSX file',
    ],
    ['an archive of something else', zipOf([{ name: 'readme.xml', content: '<a/>' }]), 'is no XLSX file that can be read'],
    ['an archive with a password', zipOf([{ name: 'a.xml', content: '<a/>', isEncrypted: true }]), 'is protected by a password'],
    ['an archive of nothing', zipOf([]), 'is no XLSX file'],
  ])('%s', async (_what, content, complaint) => {
    expect(await complaintOf(content, named)).toContain(`ConfigError: file ${complaint}`);
  });
});
