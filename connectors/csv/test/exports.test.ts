import { describe, expect, test } from 'vitest';
import { proposed } from '../src/layout.ts';
import { complaintOf, readFile } from './support/read-file.ts';
import { partsOf, sheetXml, xlsxOf } from './support/xlsx-of.ts';
import { zipOf } from './support/zip-of.ts';

const idsAndStatus = async (content: string, config: Record<string, unknown> = {}): Promise<readonly string[]> =>
  (await readFile(content, { config })).employees.map(({ id, status }) => `${id} ${status}`);

describe('columns as HR systems name them', () => {
  test('a sign for "number" makes another column of it', () => {
    expect(proposed(['Employee #', 'Position #', 'Department #', 'Mitarbeiter #', 'Phone №'])).toEqual([
      'employeeNumber',
      undefined,
      undefined,
      undefined,
      'phone',
    ]);
  });

  test.each([
    ['Sage in French', 'Code salarié, Nom, Prénom, Mail, Date entrée, Date sortie, Service, Emploi'],
    ['A3 in Spanish', 'Código empleado, Apellidos, Nombre, Email, Fecha alta, Fecha baja, Departamento, Puesto'],
    ['DATEV in German', 'Personal-Nr., Familienname, Vorname, E-Mail, Eintrittsdatum, Ausscheidedatum, Abteilung, Tätigkeit'],
    ['Symfonia in Polish', 'Nr ewid., Nazwisko, Imię, E-mail, Data zatrudnienia, Data zwolnienia, Dział, Stanowisko'],
  ])('%s', (_system, header) => {
    const fields = [
      'employeeNumber',
      'lastName',
      'firstName',
      'workEmail',
      'startDate',
      'terminationDate',
      'department',
      'jobTitle',
    ];
    expect(proposed(header.split(', '))).toEqual(fields);
  });

  test.each([
    [
      'ends of contracts',
      'Vertragsende, Ende Probezeit, Probezeitende, Zatrudniony do, Anställd till, Ansatt til, Fecha de terminación',
    ],
    ['their starts', 'Début de contrat, Vertragsbeginn'],
    ['a badge, which gets lost', 'Badge number'],
    ['birthdays and notices', 'Geburtsdatum, Fecha de nacimiento, Date de naissance, Kündigungsdatum'],
  ])('%s are none of ours', (_what, header) => {
    expect(proposed(header.split(', ')).every((column) => column === undefined)).toBe(true);
  });

  test('an end of a contract or of a probation beside the last day ends nobody', async () => {
    const file =
      'Personalnummer;Nachname;Ende Probezeit;Geburtsdatum;Vertragsende;Austrittsdatum\n1;Ash;01.05.2019;01.01.1980;31.12.2025;\n';
    expect(await idsAndStatus(file)).toEqual(['1 active']);
  });
});

test('managers of BambooHR are known by their number', async () => {
  const file = 'Employee #,Last Name,Reporting to,Supervisor EID\n12,Ash,,\n13,Birch,"Ash, Ann",12\n';
  const { employees, report } = await readFile(file);
  expect(employees.map(({ managerId }) => managerId)).toEqual([null, '12']);
  expect(report.warnings.join()).toContain('"Reporting to" seems to hold names');
});

describe('who has left, and who has not', () => {
  test('S3 beside a word that is not known a last day that has passed ends nobody, and the row is told', async () => {
    const { employees, issues } = await readFile(
      'ID;Nachname;Status;Eintritt;Austritt\n1;Ash;Wiedereinstieg;01.01.2020;30.09.2026\n',
    );
    expect(employees).toMatchObject([{ id: '1', status: 'unknown' }]);
    expect(issues).toMatchObject([{ field: 'status', kind: 'unknown_value' }]);
  });

  test.each(['Austritt', 'gekündigt', ''])('V1 a last day that has passed is stated, beside "%s"', async (word) => {
    const header = 'ID;Nachname;Status;Eintritt;Austritt';
    const rows = [
      `1;Ash;${word};01.01.2020;30.09.2026`,
      `2;Birch;${word};01.01.2020;02.11.2026`,
      `3;Cole;${word};01.01.2020;`,
      `4;Dill;${word};soon;30.09.2026`,
      `5;Elm;${word};01.01.2026;30.09.2025`,
    ];
    expect(await idsAndStatus([header, ...rows, ''].join('\n'))).toEqual([
      '1 terminated',
      '2 unknown',
      '3 unknown',
      '4 unknown',
      '5 unknown',
    ]);
  });

  test.each(['01.01.1900', '1900-01-01', '1753-01-01', '0001-01-01', '00.01.1900'])(
    'S3 %s stands for no day at all: it ends nobody',
    async (day) => {
      const { employees, issues } = await readFile(`ID;Nachname;Austritt\n1;Ash;${day}\n`);
      expect(employees).toEqual([{ id: '1', lastName: 'Ash', status: 'unknown' }]);
      expect(issues).toMatchObject([{ field: 'terminationDate', kind: 'unreadable' }]);
    },
  );

  test('S3 an empty day that a formula of a spreadsheet made a zero ends nobody', async () => {
    const zero = { raw: '<c r="C2" s="1"><v>0</v></c>' };
    const { employees } = await readFile(
      xlsxOf([
        ['ID', 'Nachname', 'Austritt'],
        [1, 'Ash', zero],
      ]),
      { name: 'people.xlsx' },
    );
    expect(employees).toMatchObject([{ id: '1', status: 'unknown' }]);
  });

  test.each(['1', 'true'])('days counted from 1904 (%s) are the days that the spreadsheet shows', async (flag) => {
    const parts = partsOf({
      People: sheetXml([
        ['ID', 'Nachname', 'Austritt'],
        [1, 'Ash', { raw: '<c r="C2" s="1"><v>45000</v></c>' }],
      ]),
    });
    const workbook = (parts.get('xl/workbook.xml') ?? '').replace('<sheets>', `<workbookPr date1904="${flag}"/><sheets>`);
    parts.set('xl/workbook.xml', workbook);
    const file = zipOf([...parts].map(([name, content]) => ({ name, content })));
    const { employees } = await readFile(file, { name: 'people.xlsx' });
    expect(employees).toMatchObject([{ status: 'active', terminationDate: '2027-03-16' }]);
  });

  test('S1 who was hired again has not left by the last day before that', async () => {
    const header = 'Employee ID,Last name,Worker status,Hire date,Rehire date,Termination date';
    const rows = [
      '1,Ash,Active,2015-01-01,2022-01-01,2020-12-31',
      '2,Birch,Active,2015-01-01,,2020-12-31',
      '3,Cole,Active,2015-01-01,2022-01-01,2025-12-31',
      '4,Dill,Active,2015-01-01,soon,2020-12-31',
    ];
    const { employees } = await readFile([header, ...rows, ''].join('\n'));
    expect(employees.map(({ status, startDate }) => [status, startDate])).toEqual([
      ['active', '2022-01-01'],
      ['terminated', '2015-01-01'],
      ['terminated', '2022-01-01'],
      ['unknown', undefined],
    ]);
  });

  test('S3 "dimesso" may mean that notice was given: unknown', async () => {
    expect(await idsAndStatus('ID;Cognome;Stato\n1;Ash;Dimesso\n')).toEqual(['1 unknown']);
  });
});

describe('rows that are no people', () => {
  test.each([
    'Summe;;;;',
    'Gesamt: 2;;;;',
    'TOTAL;2;;;',
    'Razem;;;;12',
    'Somme :;2;2;;',
    '2 Mitarbeiter;;;;',
    '2;;;;',
    ';Summe;;;',
  ])('V2 "%s" is reported with its row, and nobody is missing while it is there', async (row) => {
    const file = `Personalnummer;Nachname;E-Mail;Status;Gehalt\n1;Ash;ash@tidewell.example;aktiv;1\n${row}\n`;
    const { employees, report } = await readFile(file, { config: { everybody: 'yes' }, people: 2 });
    expect(employees.map(({ id }) => id)).toEqual(['1']);
    expect(report).toMatchObject({ outcome: 'partial', quarantined: [{ where: 'row 3' }] });
  });

  test('who is stated to have left has, even where all else was deleted', async () => {
    expect(await idsAndStatus('ID;Nachname;E-Mail;Status;Austritt\n1;;;;30.09.2026\n2;;;ausgeschieden;\n')).toEqual([
      '1 terminated',
      '2 terminated',
    ]);
  });

  test('a name that begins like a total is one', async () => {
    expect(await idsAndStatus('ID;Nachname;Status\nTotal-E-17;Ash;aktiv\n')).toEqual(['Total-E-17 active']);
  });
});

describe('values that look like others', () => {
  test.each(['30.09.26', '30. September 2026', '46295', 'unbefristet', '-'])(
    '"%s" is no day: it says what one looks like',
    async (day) => {
      const { report } = await readFile(`ID;Nachname;Austritt\n1;Ash;${day}\n`);
      expect(report.issues).toMatchObject([{ expected: 'a day since 1930 such as 2026-11-22 or 22.11.2026', where: ['row 2'] }]);
    },
  );

  test('numbers of a spreadsheet are no days, however large', async () => {
    const rows = [46_295, 20_260_930, 1_790_000_000_000].map((day, index) => [index + 1, 'Ash', day]);
    const { employees, issues } = await readFile(xlsxOf([['ID', 'Nachname', 'Austritt'], ...rows]), { name: 'people.xlsx' });
    expect(employees.every((each) => each.status === 'unknown' && !('terminationDate' in each))).toBe(true);
    expect(issues).toHaveLength(3);
  });

  test('what stands behind a comma may be no first name', async () => {
    const { employees, issues } = await readFile(
      'ID,Full name\n1,"Ann Ash, Jr."\n2,"Ann Ash, PhD"\n3,"Ann Ash, M.Sc."\n4,"van der Ash, Ann"\n',
    );
    expect(employees.map(({ lastName }) => lastName)).toEqual([undefined, undefined, undefined, 'van der Ash']);
    expect(issues).toHaveLength(3);
  });

  test.each(['1.23457E+11', '1,23457E+11', '1E+05'])('V2 %s is what a spreadsheet left of a long number: no id', async (id) => {
    const { employees, report } = await readFile(`ID;Nachname\n${id};Ash\n`);
    expect(employees).toEqual([]);
    expect(report.quarantined).toMatchObject([{ where: 'row 2' }]);
  });

  test('a manager whose number is 0 is none', async () => {
    const { employees } = await readFile('Personalnummer;Nachname;Personalnummer Vorgesetzter\n1;Ash;0\n');
    expect(employees[0]?.managerId).toBeNull();
  });

  test('"Intern" is an internal employee in half of Europe: the type is open, the word stays', async () => {
    const { employees } = await readFile('ID;Nachname;Anstellungsart\n1;Ash;Intern\n2;Birch;Praktikant\n');
    expect(employees.map((each) => [each.employmentType, each.employmentTypeLabel])).toEqual([
      [undefined, 'Intern'],
      ['intern', 'Praktikant'],
    ]);
  });
});

describe('nothing of a person is in what is said', () => {
  const personal = /Ann|Ash|DE89|1042|0049/;
  const person = ['1042', 'Ann Ash', 'DE89370400440532013000', '0049 170 1042'];

  test.each([
    ['people in the first row, beside a word that is known', `${[...person, 'Aktiv'].join(';')}\n1043;x;;;Aktiv\n`, {}],
    ['people in the first row, beside words that suffice', `${[...person, 'ID', 'Team'].join(';')}\n;;;;1;\n`, {}],
    ['a person in a name of a column', 'Dept. of Ann Ash;ID;Team\nx;1;\n', {}],
    ['a column that is missing', 'ID;Nachname;Ann Ash 0049\n1;;x\n', { columns: { status: 'Zustand' } }],
    ['a custom column that is missing', 'ID;Nachname;Ann Ash 0049\n1;;x\n', { customColumns: 'Zustand' }],
    ['a last row without its end', 'ID;Nachname;Ann Ash\n1;x;Ann Ash', { everybody: 'yes', headcount: '1' }],
    ['a long cell', `ID;Nachname\n1;${'Ann Ash '.repeat(6000)}\n`, {}],
    ['a quote', 'ID;Nachname\n1;Ann "Ash" x\n', {}],
    ['values everywhere', `ID;Nachname;E-Mail;Eintritt;Status;Manager ID;Land\n1;x;${'Ann Ash;'.repeat(4)}Ann Ash\n`, {}],
  ])('%s', async (_what, content, config) => {
    const { error, report } = await readFile(content, { config });
    const shown = error instanceof Error ? [error.message, JSON.stringify(error), error.stack] : [];
    const { issues, quarantined, warnings } = report;
    const because = report.outcome === 'partial' ? report.because : '';
    expect([...shown, because, JSON.stringify({ issues, quarantined, warnings })].join('\n')).not.toMatch(personal);
  });

  test('names of sheets may be those of people', async () => {
    const file = xlsxOf([['ID', 'Nachname']], { 'Ann Ash': [[]] });
    expect(await complaintOf(file, { name: 'people.xlsx', config: { sheet: 'Leute' } })).toBe(
      'ConfigError: config.sheet is the name of none of the 2 sheets of the file',
    );
  });

  test('which columns are known is told by name, which are not by their letter', async () => {
    expect(await complaintOf('Vorname;Nachname;Geburtsname;Dienststelle\n')).toContain(
      'no column is known to hold ids or personnel numbers (known: "Vorname" (column A), "Nachname" (column B); not known: columns C, D)',
    );
  });

  test('columns that nobody reads are told by their letter, those that are known are not', async () => {
    const { report } = await readFile('ID;Name;Vorname;Nachname;Gehalt;IBAN;Schuhe;Manager;Chef\n1;;;x;;;;;\n', {
      config: { customColumns: 'Schuhe' },
    });
    expect(report.warnings.filter((warning) => warning.startsWith('not read'))).toEqual([
      'not read, as their names are none of those that are known: column E',
    ]);
  });

  test('rows above the names are told of', async () => {
    const file = 'Mitarbeiterliste Stand 01.11.2026;;\n;;\nPersonalnummer;Nachname;E-Mail\n1;Ash;\n';
    expect(await complaintOf(file)).toBe(
      'ConfigError: file holds no known name of a column in its first row; the names of the columns belong there, with nothing above them',
    );
  });
});
