import { discoverFields, employmentTypes, type EmployeeDraft } from '@rollcall/core';
import { replay } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { sympa } from '../src/index.ts';
import { aliases } from '../src/manifest.ts';

const config = { apiKey: 'c0ffee5f1c71', apiSecret: 'canary-secret-of-lehtola', interfaceName: 'RollcallEmployees' };
const table = ['startDate', 'jobTitle', 'department', 'managerId', 'managerEmail', 'employmentType', 'country'];

/** As the layout of an interface with all aliases has them. */
const places = new Map<string, readonly string[]>([
  ['id', ['employeeId']],
  ['terminationDate', ['employment.endDate']],
  ['workLocation', ['employment.location']],
  ['updatedAt', ['modified']],
  ['rowValidFrom', aliases.rowValidFrom],
  ['rowValidTo', aliases.rowValidTo],
  ...table.map((field) => [field, [`employment.${field}`]] as const),
]);

type Row = Readonly<Record<string, unknown>>;

function mapped(
  rows: unknown,
  more: { readonly own?: readonly (readonly [string, readonly string[]])[]; readonly person?: Row } = {},
) {
  const noted: string[] = [];
  const record = {
    person: { employeeId: '901', employment: rows, ...more.person },
    places: new Map([...places, ...(more.own ?? [])]),
    further: [],
  };
  const employee: EmployeeDraft = sympa.map(sympa.record.parse(record), {
    config,
    today: '2026-11-22',
    note: (field) => noted.push(field),
  });
  return { employee, noted };
}

const row = (jobTitle: string, rowValidFrom: unknown, rowValidTo: unknown, more: Row = {}): Row => ({
  jobTitle,
  rowValidFrom,
  rowValidTo,
  ...more,
});

describe('the row that counts', () => {
  test.each<[string, unknown, unknown]>([
    [
      'the one that is valid today, whatever the order',
      [row('B', '2021-01-01', null), row('A', '2010-01-01', '2020-12-31')],
      'B',
    ],
    ['its last day is included', [row('A', '2010-01-01', '2026-11-22'), row('B', '2026-11-23', null)], 'A'],
    ['else the nearest to come', [row('C', '2028-01-01', null), row('B', '2027-01-01', null), row('A', null, '2020-12-31')], 'B'],
    ['else the latest past', [row('A', '2010-01-01', '2015-12-31'), row('B', '2016-01-01', '2020-12-31')], 'B'],
    ['of two alike the first', [row('A', '2010-01-01', null), row('B', '2010-01-01', null)], 'A'],
    ['without any validity the first', [{ jobTitle: 'A' }, { jobTitle: 'B' }], 'A'],
    [
      'without any validity the first of employments that run, whichever began last',
      [
        { jobTitle: 'C', startDate: '2027-01-01', endDate: null },
        { jobTitle: 'A', startDate: '2018-01-01', endDate: null },
        { jobTitle: 'B', startDate: '2020-01-01', endDate: null },
      ],
      'A',
    ],
    [
      'without any validity an employment to come goes before one that is over',
      [
        { jobTitle: 'A', startDate: '2010-01-01', endDate: '2015-12-31' },
        { jobTitle: 'B', startDate: '2027-01-01', endDate: null },
      ],
      'B',
    ],
    [
      'of two that are valid the one whose employment runs: who gave up a second job is no leaver',
      [row('A', '2018-01-01', null, { endDate: null }), row('B', '2024-01-01', null, { endDate: '2025-06-30' })],
      'A',
    ],
    [
      'an earlier row without the last day keeps no leaver',
      [row('A', '2018-01-01', '2020-12-31', { endDate: null }), row('B', '2021-01-01', null, { endDate: '2025-06-30' })],
      'B',
    ],
    [
      'without validity by the employment in it: who was employed again is no leaver',
      [
        { jobTitle: 'A', startDate: '2010-01-01', endDate: '2015-12-31' },
        { jobTitle: 'B', startDate: '2022-01-01', endDate: null },
      ],
      'B',
    ],
    [
      'validity goes before the employment',
      [row('A', '2010-01-01', null, { endDate: '2020-12-31' }), row('B', '2027-01-01', null)],
      'A',
    ],
    ['timestamps', [row('A', '2010-01-01T00:00:00Z', '2020-12-31T00:00:00Z'), row('B', '2021-01-01T00:00:00+02:00', null)], 'B'],
    [
      'other aliases',
      [
        { jobTitle: 'A', validFrom: '2010-01-01', validTo: '2020-12-31' },
        { jobTitle: 'B', validFrom: '2021-01-01' },
      ],
      'B',
    ],
    [
      'labels of Sympa',
      [
        { jobTitle: 'A', Rivi_voimassa_alkaen_pvm: '2010-01-01', Rivi_voimassa_asti_pvm: '2020-12-31' },
        { jobTitle: 'B', Rivi_voimassa_alkaen_pvm: '2021-01-01', Rivi_voimassa_asti_pvm: null },
      ],
      'B',
    ],
    ['a table that is one object', { jobTitle: 'A' }, 'A'],
    ['a table without rows', [], undefined],
    ['an empty table', null, undefined],
  ])('%s', (_, rows, jobTitle) => {
    expect(mapped(rows).employee.jobTitle).toBe(jobTitle);
  });

  test.each([
    ['Giltig_från', 'Giltig_till'],
    ['employment.Giltig_från', 'employment.Giltig_till'],
  ])('by the names that the customer gave: %s', (from, to) => {
    const rows = [
      { jobTitle: 'A', Giltig_från: '2010-01-01', Giltig_till: '2020-12-31' },
      { jobTitle: 'B', Giltig_från: '2021-01-01', Giltig_till: null },
    ];
    const own = [
      ['rowValidFrom', [from]],
      ['rowValidTo', [to]],
    ] as const;
    expect(mapped(rows, { own }).employee.jobTitle).toBe('B');
  });
});

describe('status', () => {
  test.each<[string, unknown, string]>([
    ['begun and open', { startDate: '2020-01-01', endDate: null }, 'active'],
    ['the last day is included', { startDate: '2020-01-01', endDate: '2026-11-22T00:00:00Z' }, 'active'],
    ['the day is the one written', { startDate: '2020-01-01', endDate: '2026-11-21T23:30:00-05:00' }, 'terminated'],
    ['not begun', { startDate: '2026-11-23', endDate: null }, 'preboarding'],
    ['a row that leaves out the last day, which others have', { startDate: '2020-01-01' }, 'active'],
    ['a row to come that leaves it out', { startDate: '2026-11-23' }, 'preboarding'],
    ['an end that cannot be read', { startDate: '2020-01-01', endDate: '31.12.' }, 'unknown'],
    ['neither start nor end', { startDate: null, endDate: null }, 'unknown'],
    ['an end in the past without a start', { endDate: '2020-01-01' }, 'unknown'],
    ['no row', [], 'unknown'],
  ])('%s', (_, rows, status) => {
    expect(mapped(rows).employee.status).toBe(status);
  });
});

describe('other fields', () => {
  test('a manager by id goes before one by address', () => {
    const both = { managerId: ' 900 ', managerEmail: 'p900@lehtola.example' };
    expect(mapped(both).employee).toMatchObject({ managerId: '900', managerEmail: undefined });
    expect(mapped({ ...both, managerId: '' }).employee).toMatchObject({ managerId: null, managerEmail: 'p900@lehtola.example' });
  });

  test.each<[string, Row, unknown]>([
    ['a code', { location: 'Vaasa', country: 'FI' }, { name: 'Vaasa', country: 'FI' }],
    ['a country in Finnish', { location: 'Vaasa', country: 'Suomi' }, { name: 'Vaasa', country: 'FI' }],
    ['what is no country is noted and left out', { location: 'Vaasa', country: 'Pohjola' }, { name: 'Vaasa' }],
    ['a country alone', { country: 'Finland' }, { name: null, country: 'FI' }],
    ['neither', { location: null, country: null }, null],
    ['nothing delivered', {}, undefined],
  ])('the place of work: %s', (_, rows, workLocation) => {
    expect(mapped(rows).employee.workLocation).toEqual(workLocation);
  });

  test('our own words for the type of employment, in any spelling, and those of a company as a label', () => {
    expect(employmentTypes).toContain(mapped({ employmentType: 'Part-time' }).employee.employmentType);
    const { employee, noted } = mapped({ employmentType: 'Määräaikainen' });
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Määräaikainen' });
    expect(noted).toContain('employmentType');
  });

  test('times are written in UTC, and one without a zone is noted', () => {
    expect(mapped([], { person: { modified: '2026-10-30T10:12:00+02:00' } }).employee.updatedAt).toBe('2026-10-30T08:12:00Z');
    expect(mapped([], { person: { modified: '2026-10-30T10:12:00' } })).toMatchObject({ noted: ['updatedAt'] });
  });
});

describe('the fields that exist', () => {
  const of = (declarations: string): string =>
    `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Sympa.Model">${declarations}</Schema></edmx:DataServices></edmx:Edmx>`;
  const card = '<Property Name="employeeId" Type="Edm.String"/>';
  const column = '<Property Name="Työsuhteen_alkupvm" Type="Edm.Date"/>';
  const sets =
    '<EntityContainer Name="C"><EntitySet Name="RollcallEmployees" EntityType="Sympa.Model.Employee"/></EntityContainer>';
  const found = [
    { name: 'employeeId', type: 'Edm.String' },
    { name: 'Työsuhde.Työsuhteen_alkupvm', type: 'Edm.Date' },
  ];
  test.each([
    [
      'tables as complex types',
      `<EntityType Name="Employee">${card}<Property Name="Työsuhde" Type="Collection(Sympa.Model.Työsuhde)"/></EntityType><ComplexType Name="Työsuhde">${column}</ComplexType>`,
      found,
    ],
    [
      'tables as navigation properties',
      `<EntityType Name="Employee">${card}<NavigationProperty Name="Työsuhde" Type="Collection(Sympa.Model.Row)"/></EntityType><EntityType Name="Row">${column}</EntityType>`,
      found,
    ],
    [
      'a table of which nothing is said',
      `<EntityType Name="Employee">${card}<Property Name="Työsuhde" Type="Collection(Edm.Untyped)"/></EntityType>`,
      [
        { name: 'employeeId', type: 'Edm.String' },
        { name: 'Työsuhde', type: 'Collection(Edm.Untyped)' },
      ],
    ],
  ])('%s', async (_, declarations, fields) => {
    expect(await fieldsBy(declarations + sets)).toEqual(fields);
  });

  test('a type of the name of the interface, where no sets are listed', async () => {
    expect(await fieldsBy(`<EntityType Name="RollcallEmployees">${card}</EntityType>`)).toEqual(found.slice(0, 1));
  });

  function fieldsBy(declarations: string) {
    const exchange = {
      scope: 'https://api.sympahr.net:443',
      method: 'GET',
      path: '/api/$metadata',
      reqheaders: { accept: 'application/xml' },
      status: 200,
      response: of(declarations),
      headers: { 'content-type': 'application/xml' },
    };
    return replay([exchange], () => discoverFields(sympa, { config }));
  }
});
