import { describe, expect, test } from 'vitest';
import { readFile } from './support/read-file.ts';

async function statusOf(columns: Readonly<Record<string, string>>, config: Record<string, unknown> = {}) {
  const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(',');
  const file = `ID,Last name,${quoted(Object.keys(columns))}\n1,Ash,${quoted(Object.values(columns))}\n`;
  const { employees, report } = await readFile(file, { config });
  return { status: employees[0]?.status, issues: report.issues, employee: employees[0] };
}

describe('the status', () => {
  test.each([
    ['Active', 'active'],
    ['AKTIV ', 'active'],
    ['actif', 'active'],
    ['Attivo', 'active'],
    ['Actief', 'active'],
    ['Ativo', 'active'],
    ['Elternzeit', 'leave'],
    ['on leave', 'leave'],
    ['Not started', 'preboarding'],
    ['Noch nicht eingetreten', 'preboarding'],
    ['Left', 'terminated'],
    ['Ausgeschieden', 'terminated'],
    ['Sorti', 'terminated'],
    ['Baja', 'terminated'],
    ['Uit dienst', 'terminated'],
    ['slutat', 'terminated'],
  ])('%s is %s', async (word, status) => {
    expect(await statusOf({ Status: word })).toMatchObject({ status, issues: [] });
  });

  test.each(['notice period', 'on hold', '1', 'true'])(
    'S3 %s is no word that is known: unknown, and said with its row',
    async (word) => {
      const { status, issues } = await statusOf({ Status: word });
      expect(status).toBe('unknown');
      expect(issues).toMatchObject([{ field: 'status', kind: 'unknown_value', where: ['row 2'] }]);
      expect(JSON.stringify(issues)).not.toContain(word.length > 4 ? word : 'nothing');
    },
  );

  test.each(['gekündigt', 'Resigned'])('S3 %s is notice, which ends nobody', async (word) => {
    expect(await statusOf({ Status: word })).toMatchObject({ status: 'unknown', issues: [] });
    expect(await statusOf({ Status: word, 'Last day': '2099-01-31' })).toMatchObject({ status: 'unknown', issues: [] });
  });

  test('S3 an empty status is unknown', async () => {
    expect(await statusOf({ Status: '', 'Last day': '' })).toMatchObject({ status: 'unknown', issues: [] });
  });

  test('words of the customer go first', async () => {
    const config = { statusWords: 'Gekündigt=active, Ruhend=terminated' };
    expect(await statusOf({ Status: 'gekuendigt' }, config)).toMatchObject({ status: 'unknown' });
    expect(await statusOf({ Status: 'GEKÜNDIGT' }, config)).toMatchObject({ status: 'active' });
    expect(await statusOf({ Status: 'ruhend' }, config)).toMatchObject({ status: 'terminated' });
  });

  test.each([
    ['S1', 'active', '2026-11-01', 'terminated'],
    ['S1', 'active', '2026-11-02', 'active'],
    ['S1', 'active', '2027-01-01', 'active'],
    ['S1', 'left', '2027-01-01', 'active'],
    ['S1', 'left', '2026-11-02', 'active'],
    ['S1', 'left', '2026-11-01', 'terminated'],
    ['S1', 'left', '', 'terminated'],
    ['S3', 'left', '01/11/2027', 'unknown'],
    ['S3', 'left', '#REF!', 'unknown'],
    ['S1', 'on leave', '2027-01-01', 'leave'],
  ])('%s %s with the last day "%s" is %s', async (_rule, word, lastDay, status) => {
    expect(await statusOf({ Status: word, 'Last day': lastDay })).toMatchObject({ status });
  });

  test.each([
    [{ 'Start date': '2020-01-01', 'Last day': '' }, 'active'],
    [{ 'Start date': '2026-11-03', 'Last day': '' }, 'preboarding'],
    [{ 'Start date': '2020-01-01', 'Last day': '2026-11-01' }, 'terminated'],
    [{ 'Start date': '2026-11-02', 'Last day': '2025-01-01' }, 'active'],
    [{ 'Last day': '2026-11-01' }, 'terminated'],
    [{ 'Last day': '' }, 'active'],
    [{ 'Last day': 'soon' }, 'unknown'],
    [{ 'Start date': 'soon', 'Last day': '2026-11-01' }, 'unknown'],
    [{ 'Start date': '2020-01-01' }, 'unknown'],
    [{ Team: 'Blue' }, 'unknown'],
  ])('S1 without a word, by %j it is %s', async (columns, status) => {
    expect(await statusOf(columns)).toMatchObject({ status });
  });

  test.each([
    [{ Team: 'Blue' }, 'active'],
    [{ 'Start date': '2026-12-01' }, 'preboarding'],
    [{ 'Last day': '2026-10-01' }, 'terminated'],
    [{ 'Last day': 'soon' }, 'unknown'],
    [{ Status: 'hm' }, 'unknown'],
    [{ Status: '' }, 'unknown'],
  ])('S3 whoever is listed works here where the customer says so: %j is %s', async (columns, status) => {
    expect(await statusOf(columns, { listed: 'active' })).toMatchObject({ status });
  });
});

describe('days', () => {
  test.each([
    ['2026-03-04', undefined, '2026-03-04'],
    ['20260304', undefined, '2026-03-04'],
    ['2026-03-04T00:00:00Z', undefined, '2026-03-04'],
    ['04.03.2026', undefined, '2026-03-04'],
    ['4.3.2026', 'month-first', '2026-03-04'],
    ['04.03.2026 00:00:00', undefined, '2026-03-04'],
    ['04/03/2026', 'day-first', '2026-03-04'],
    ['04/03/2026', 'month-first', '2026-04-03'],
    ['04-03-2026', 'day-first', '2026-03-04'],
    ['4/3/2026 0:00', 'day-first', '2026-03-04'],
    ['', undefined, null],
    ['0000-00-00', undefined, null],
    ['00.00.0000', undefined, null],
  ])('%s (%s) is %s', async (written, dateOrder, day) => {
    const { employee, issues } = await statusOf({ 'Start date': written }, { dateOrder });
    expect(employee?.startDate).toBe(day);
    expect(issues).toEqual([]);
  });

  test.each([
    ['04/03/2026', undefined, 'Order of dates'],
    ['25/03/2026', undefined, 'Order of dates'],
    ['04-03-2026', undefined, 'Order of dates'],
    ['25/03/2026', 'month-first', 'a day since 1930'],
    ['31.02.2026', undefined, 'a day since 1930'],
    ['04.03.26', undefined, 'a day since 1930'],
    ['04/03/26', 'day-first', 'a day since 1930'],
    ['46085', 'day-first', 'a day since 1930'],
    ['4 March 2026', 'day-first', 'a day since 1930'],
    ['04/03.2026', 'day-first', 'a day since 1930'],
  ])('%s (%s) is not guessed at', async (written, dateOrder, expected) => {
    const { employee, issues } = await statusOf({ 'Start date': written }, { dateOrder });
    expect(employee).not.toHaveProperty('startDate');
    expect(issues).toMatchObject([{ field: 'startDate', where: ['row 2'] }]);
    expect(issues[0]?.expected).toContain(expected);
  });
});

describe('other values', () => {
  test('leading zeros, formulas and signs are text and stay text', async () => {
    const file = 'Personnel number,Last name,Phone,Department,Job title\n00042,=1+1,+441134960000,@Sales,-\n';
    const { employees } = await readFile(file);
    expect(employees).toMatchObject([
      {
        id: '00042',
        employeeNumber: '00042',
        lastName: '=1+1',
        phone: '+441134960000',
        department: { name: '@Sales' },
        jobTitle: '-',
      },
    ]);
  });

  test('a formula that failed says nothing, and clears nothing', async () => {
    const { employees, issues, report } = await readFile('ID,Last name,Department,Last day\n1,#NAME?,#NV,#REF!\n#N/A,Ash,,\n');
    expect(employees).toEqual([{ id: '1', status: 'unknown' }]);
    expect(issues.map(({ field }) => field)).toEqual(['lastName', 'terminationDate', 'department']);
    expect(report.quarantined).toMatchObject([{ where: 'row 3' }]);
  });

  test('an id is managed by an id, a number by a number, an address by an address', async () => {
    const { employees } = await readFile(
      'Personalnummer,Name,Vorname,Vorgesetzten-ID,E-Mail Vorgesetzter\n7,Ash,Ann,,\n8,Birch,Ben,7,ann@tidewell.example\n9,Cole,Cy,,ann@tidewell.example\n',
    );
    expect(employees.map(({ managerId, managerEmail }) => [managerId, managerEmail])).toEqual([
      [null, null],
      ['7', undefined],
      [null, 'ann@tidewell.example'],
    ]);
  });

  test('a personnel number of two people is the manager of nobody', async () => {
    const file = 'ID,Last name,Employee number,Manager number\na,Ash,1,\nb,Birch,1,\nc,Cole,3,1\nd,Dill,4,3\n';
    const { employees, issues } = await readFile(file);
    expect(employees.map(({ managerId }) => managerId)).toEqual([null, null, undefined, 'c']);
    expect(issues).toMatchObject([{ employeeId: 'c', field: 'managerId', kind: 'unknown_value' }]);
  });

  test('a personnel number that may be cut is the manager of nobody', async () => {
    const file = 'ID,Last name,Manager number,Employee number\na,Ash,,1\nb,Birch,10,2\nc,Cole,,10';
    const { employees } = await readFile(file);
    expect(employees.map(({ managerId }) => managerId)).toEqual([null, undefined, null]);
    expect((await readFile(`${file}\n`)).employees[1]?.managerId).toBe('c');
  });

  test('ids that are addresses are one in capitals', async () => {
    const file =
      'E-Mail,Name,Vorname,Manager ID\nAnn@tidewell.example,Ash,Ann,\nben@tidewell.example,Birch,Ben,ANN@tidewell.example\n';
    const { employees } = await readFile(file, { config: { columns: { id: 'E-Mail' } } });
    expect(employees[1]?.managerId).toBe(employees[0]?.id);
  });

  test('the number of a phone that is given stands, else that of the mobile one', async () => {
    const { employees } = await readFile('ID,Last name,Phone,Mobile\n1,Ash,+1,+2\n2,Birch,,+2\n3,Cole,,\n');
    expect(employees.map(({ phone }) => phone)).toEqual(['+1', '+2', null]);
  });
});
