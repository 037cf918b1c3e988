import { readEmployees, type EmployeeDraft } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { afas } from '../src/index.ts';
import { AfasRecord } from '../src/schema.ts';

const config = { environmentNumber: '20834', environmentType: 'production', token: 'C0FFEE0417AA5F1C'.repeat(4) } as const;

type Units = Readonly<Record<string, object>>;

/** The employee of some rows, and the fields that were noted. */
function mapped(rows: readonly object[], units?: Units): { readonly employee: EmployeeDraft; readonly noted: readonly string[] } {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const whole = rows.map((row) => ({
    EmployeeId: '00117',
    EmploymentStart: '2020-03-02T00:00:00Z',
    EmploymentEnd: null,
    ...row,
  }));
  const chart = units && new Map(Object.entries(units).map(([Unitd, unit]) => [Unitd, [{ Unitd, ...unit }]]));
  const record = AfasRecord.parse({ rows: whole, units: chart });
  return { employee: afas.map(record, { config, today: '2026-11-22', note }), noted };
}

const person = (row: object, units?: Units): EmployeeDraft => mapped([row], units).employee;

describe('names', () => {
  const names = { PrefixBirthName: 'van der', BirthName: 'Linde', PrefixPartner: 'de', BirthNamePartner: 'Graaf' };
  test.each([
    ['0', 'van der Linde'],
    ['1', 'de Graaf - van der Linde'],
    ['2', 'de Graaf'],
    ['3', 'van der Linde - de Graaf'],
    [3, 'van der Linde - de Graaf'],
    [null, 'van der Linde'],
    [undefined, 'van der Linde'],
  ])('name use %s', (NameUse, lastName) => {
    expect(person({ ...names, NameUse }).lastName).toBe(lastName);
  });

  test('an unknown name use is noted and not guessed', () => {
    const { employee, noted } = mapped([{ ...names, NameUse: '7' }]);
    expect(employee.lastName).toBeUndefined();
    expect(noted).toContain('lastName');
  });

  test.each([
    ['the name of a partner that is not entered', { ...names, NameUse: '2', BirthNamePartner: null }, 'van der Linde'],
    ['both names without that of the partner', { ...names, NameUse: '1', BirthNamePartner: '' }, 'van der Linde'],
    ['nothing but a prefix', { PrefixBirthName: 'van', BirthName: null, NameUse: '0' }, null],
    ['a birth name that is not delivered', { NameUse: '0' }, undefined],
    ['a field of its own', { ...names, NameUse: '1', LastName: 'Lindegraaf' }, 'Lindegraaf'],
  ])('%s', (_, row, lastName) => {
    expect(person(row).lastName).toBe(lastName);
  });

  test('the usual name goes before the initials', () => {
    expect(person({ FirstName: 'Jet', Initials: 'H.A.' }).firstName).toBe('Jet');
    expect(person({ FirstName: '', Initials: 'H.A.' }).firstName).toBe('H.A.');
  });
});

describe('employments and functions', () => {
  const employment = (from: string, until: string | null, job: string, more: object = {}): object => ({
    EmploymentStart: `${from}T00:00:00Z`,
    EmploymentEnd: until && `${until}T00:00:00Z`,
    FunctionDesc: job,
    ...more,
  });
  test.each([
    [
      'the one that runs, whatever the order',
      [employment('2021-01-01', null, 'B'), employment('2010-01-01', '2020-12-31', 'A')],
      'B',
      'active',
    ],
    [
      'of two that run the later',
      [employment('2010-01-01', null, 'A'), employment('2021-01-01', '2027-01-01', 'B')],
      'B',
      'active',
    ],
    ['the next to come', [employment('2010-01-01', '2020-12-31', 'A'), employment('2026-11-23', null, 'B')], 'B', 'preboarding'],
    [
      'the latest that ended',
      [employment('2010-01-01', '2020-12-31', 'A'), employment('2021-01-01', '2026-11-21', 'B')],
      'B',
      'terminated',
    ],
    [
      'the earlier one when it ended later',
      [employment('2010-01-01', '2024-12-31', 'A'), employment('2012-01-01', '2013-12-31', 'B')],
      'A',
      'terminated',
    ],
    [
      'of functions without days the last row',
      [employment('2010-01-01', null, 'A'), employment('2010-01-01', null, 'B')],
      'B',
      'active',
    ],
    [
      'of functions with days the one that began last',
      [
        employment('2010-01-01', null, 'A', { FunctionStart: '2020-01-01T00:00:00Z' }),
        employment('2010-01-01', null, 'B', { FunctionStart: '2012-01-01T00:00:00Z' }),
        employment('2010-01-01', null, 'C', { FunctionStart: '2027-01-01T00:00:00Z' }),
      ],
      'A',
      'active',
    ],
  ])('%s', (_, rows, jobTitle, status) => {
    expect(mapped(rows).employee).toMatchObject({ jobTitle, status });
  });
});

describe('status', () => {
  test.each([
    ['the last day is included', { EmploymentEnd: '2026-11-22T00:00:00Z' }, 'active'],
    ['a day without a time', { EmploymentEnd: '2026-11-21' }, 'terminated'],
    ['the Z means nothing', { EmploymentEnd: '2026-11-21T23:30:00Z' }, 'terminated'],
    ['an end ahead ends nobody, even if blocked', { EmploymentEnd: '2026-12-31T00:00:00Z', Blocked: 1 }, 'active'],
    ['blocked alone says nothing', { Blocked: true }, 'active'],
    ['an end that is not delivered', { EmploymentEnd: undefined }, 'unknown'],
    ['an end that cannot be read', { EmploymentEnd: '[onbekend]' }, 'unknown'],
    ['an empty end is none', { EmploymentEnd: '' }, 'active'],
    ['deceased', { DateDeceased: '2026-11-20T00:00:00Z' }, 'terminated'],
    ['a day of death that cannot be read', { DateDeceased: 'ja' }, 'unknown'],
    ['an empty day of death', { DateDeceased: '' }, 'active'],
  ])('%s', (_, row, status) => {
    expect(person(row).status).toBe(status);
  });
});

describe('managers from the chart', () => {
  const units = {
    TOP: { Manager: '00001', UpperUnit: null },
    MID: { Manager: null, UpperUnit: 'TOP' },
    LOW: { Manager: '00117', UpperUnit: 'MID' },
    A: { Manager: '', UpperUnit: 'B' },
    B: { Manager: null, UpperUnit: 'A' },
    GAP: { Manager: null, UpperUnit: 'ELSEWHERE' },
    NUM: { Manager: 12, UpperUnit: 0 },
  };
  test.each([
    ['the head of the unit', { OrgUnit: 'TOP' }, '00001'],
    ['of a unit without a head the one above', { OrgUnit: 'MID' }, '00001'],
    ['of a head the next one above', { OrgUnit: 'LOW' }, '00001'],
    ['of the head at the top nobody', { OrgUnit: 'TOP', EmployeeId: '00001' }, null],
    ['a chart that goes in circles', { OrgUnit: 'A' }, undefined],
    ['a unit that the chart does not know', { OrgUnit: 'NEW' }, undefined],
    ['a unit above that the chart does not know', { OrgUnit: 'GAP' }, undefined],
    ['nobody without a unit', { OrgUnit: null }, null],
    ['a unit that is not delivered', {}, undefined],
    ['a head as a number', { OrgUnit: 'NUM' }, '12'],
    ['a field with the manager goes first', { OrgUnit: 'TOP', ManagerId: '00050' }, '00050'],
    ['an empty field gives way to the chart', { OrgUnit: 'TOP', ManagerId: '' }, '00001'],
    ['nobody is their own manager', { OrgUnit: 'TOP', ManagerId: '00117' }, '00001'],
  ])('%s', (_, row, managerId) => {
    expect(person(row, units).managerId).toBe(managerId);
  });

  test('a chart that may not be read says nothing, an empty field does', () => {
    expect(person({ OrgUnit: 'TOP' }).managerId).toBeUndefined();
    expect(person({ OrgUnit: 'TOP', ManagerId: null }).managerId).toBeNull();
  });

  test('of a unit with a history the row of today counts', () => {
    const rows = [
      { Unitd: 'TOP', Manager: '00002', StartDate: '2010-01-01T00:00:00Z', EndDate: '2020-12-31T00:00:00Z' },
      { Unitd: 'TOP', Manager: '00003', StartDate: '2021-01-01T00:00:00Z', EndDate: null },
    ];
    const record = AfasRecord.parse({
      rows: [{ EmployeeId: '00117', OrgUnit: 'TOP' }],
      units: new Map([['TOP', rows.toReversed()]]),
    });
    expect(afas.map(record, { config, today: '2026-11-22', note: () => undefined }).managerId).toBe('00003');
  });
});

describe('other fields', () => {
  test.each([
    ['in winter', '2026-01-26T16:57:43Z', '2026-01-26T15:57:43Z'],
    ['in summer', '2026-07-26T16:57:43Z', '2026-07-26T14:57:43Z'],
    ['in the hour that comes twice', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z'],
    ['empty', '', null],
    ['unreadable', 'gisteren', undefined],
  ])('times are those of Amsterdam: %s', (_, ModifiedDate, updatedAt) => {
    expect(person({ ModifiedDate }).updatedAt).toBe(updatedAt);
  });

  test('ids are texts with their leading zeros, and may be numbers or letters', () => {
    expect(person({ EmployeeId: ' BERTJE ' })).toMatchObject({ id: 'BERTJE', employeeNumber: 'BERTJE' });
    expect(person({ EmployeeId: 117 })).toMatchObject({ id: '117', employeeNumber: '117' });
  });

  test('the words of a company for the type of employment stay as they are', () => {
    expect(person({ EmploymentTypeDesc: 'Vast dienstverband', EmploymentType: 'V' })).toMatchObject({
      employmentType: undefined,
      employmentTypeLabel: 'Vast dienstverband',
    });
    expect(person({ EmploymentType: 'V' }).employmentTypeLabel).toBe('V');
  });

  test('private telephone numbers are no work phone', () => {
    expect(person({ Mobile: '06-99990001', Phone: '010-9990001' }).phone).toBeUndefined();
  });
});

describe('errors', () => {
  const meant = (status: number, body: unknown, request = '/ProfitRestServices/connectors/{connectorId}') =>
    afas.errors?.describe?.({ status, body, headers: {}, request })?.means;
  test.each([
    [
      'a GetConnector that is not in the app connector',
      401,
      { externalMessage: 'GetConnector not supported for this app or the user is not authorized' },
      'permission',
    ],
    [
      'the same in XML',
      500,
      '<Error><externalMessage>GetConnector niet ondersteund voor deze app</externalMessage></Error>',
      'permission',
    ],
    ['a field that does not exist', 500, { externalMessage: "Connector-veld 'Mail' niet gevonden" }, 'permission'],
    ['a blocked GetConnector', 500, 'This GetConnector (definition) is blocked', 'permission'],
    ['too many columns and rows', 500, { externalMessage: 'Out of String space' }, 'rejected'],
    ['an unexpected failure', 500, { externalMessage: 'Er is een onverwachte fout opgetreden.' }, undefined],
    ['a page of the network in front', 400, '<html></html>', 'unavailable'],
    ['a refused log-in', 400, { error: 'invalid_client' }, undefined],
    ['a token', 401, '', undefined],
  ])('%s', (_, status, body, means) => {
    expect(meant(status, body)).toBe(means);
  });

  test('a token that is not authorised where every token is, is none', () => {
    const body = { externalMessage: 'The token is not authorized' };
    expect(meant(401, body, '/ProfitRestServices/metainfo')).toBeUndefined();
    expect(meant(401, body)).toBe('permission');
  });
});

describe('credentials', () => {
  const refused: Exchange = {
    scope: 'https://20834.resttest.afas.online:443',
    method: 'GET',
    path: '/ProfitRestServices/metainfo',
    status: 401,
    response: '',
  };
  const xml = `<token><version>1</version><data>${config.token}</data></token>`;
  const base64 = Buffer.from(xml).toString('base64');

  test.each([
    ['the XML', xml],
    ['the XML with blanks', xml.replaceAll('><', '> <')],
    ['its digits alone', config.token],
    ['its Base64', base64],
  ])('a token is accepted as %s', async (_, token) => {
    const sent: (string | undefined)[] = [];
    const work = () =>
      Array.fromAsync(
        readEmployees(afas, { config: { environmentNumber: '20834', environmentType: 'test', token }, http: { retries: 0 } }),
      ).catch((error: unknown) => error);
    const onRequest = ({ headers }: { readonly headers: Readonly<Record<string, string>> }) =>
      sent.push(headers['authorization']);
    expect(await replay([refused], work, { onRequest })).toMatchObject({ code: 'credentials_rejected' });
    expect(sent).toEqual([`AfasToken ${base64}`]);
  });

  test('partners name themselves', async () => {
    const exchange = { ...refused, reqheaders: { integrationid: '10417_20834' } };
    const platform = { integrationId: '10417_20834' };
    const options = {
      config: { environmentNumber: '20834', environmentType: 'test', token: xml },
      platform,
      http: { retries: 0 },
    } as const;
    const work = () => Array.fromAsync(readEmployees(afas, options)).catch((error: unknown) => error);
    expect(await replay([exchange], work)).toMatchObject({ code: 'credentials_rejected' });
  });

  test.each([
    ['nothing', {}, 'config.token'],
    ['a client without its secret', { clientId: 'velden-client' }, 'config.clientSecret'],
    ['a secret without its client', { clientSecret: 'velden-secret' }, 'config.clientId'],
  ])('%s is refused at once, by field', (_, given, field) => {
    const start = () => readEmployees(afas, { config: { environmentNumber: '20834', ...given } });
    expect(start).toThrow(expect.objectContaining({ code: 'config_invalid', problems: [expect.objectContaining({ field })] }));
  });
});
