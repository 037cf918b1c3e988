import type { EmployeeDraft } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { irisCascade } from '../src/index.ts';
import { CascadeRecord } from '../src/schema.ts';

const config = { clientId: 'larkhill-client-key-0042', clientSecret: 'larkhill-canary-secret-8853' };

interface Rest {
  readonly jobs?: readonly object[];
  readonly nodes?: readonly { readonly Id: string; readonly [name: string]: unknown }[];
  readonly bankDetails?: readonly object[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** The employee of one record, and the fields that were noted. */
function mapped(members: object, { nodes, fields = {}, ...lists }: Rest = {}) {
  const noted: string[] = [];
  const note = (field: string): unknown => noted.push(field);
  const record = CascadeRecord.parse({
    employee: { Id: 'e-1', EmploymentLeftDate: null, ...members },
    ...lists,
    ...(nodes && { nodes: new Map(nodes.map((node) => [node.Id, node])) }),
  });
  const employee = irisCascade.map(record, { config: { ...config, fields }, today: '2026-11-22', note });
  return { employee, noted };
}

const person = (members: object, rest?: Rest): EmployeeDraft => mapped(members, rest).employee;

const mail = (Ownership: string | null, Value: unknown) => ({ Ownership, Value });
const line = (Ownership: string, Type: string, Value: unknown) => ({ Ownership, Type, Value });

describe('addresses and numbers', () => {
  test.each([
    ['no list', undefined, undefined],
    ['null', null, null],
    ['an empty list', [], null],
    ['an empty value', [mail('Organization', '')], null],
    ['a blank value', [mail('Organization', '  ')], null],
    ['a value that is null', [mail('Organization', null)], null],
    ['an entry that is null', [null], null],
    ['a private address alone', [mail('Personal', 'wren@post.example')], null],
    ['an address of nobody', [mail(null, 'wren@post.example')], null],
    [
      'the first one that is filled in',
      [mail('Organization', ''), mail('Organization', 'a@x.example'), mail('Organization', 'b@x.example')],
      'a@x.example',
    ],
  ])('work address of %s', (_about, Emails, address) => {
    expect(person({ Emails }).workEmail).toBe(address);
  });

  test.each([
    ['the mobile before the landline', [line('Organization', 'Landline', '01'), line('Organization', 'Mobile', '07')], '07'],
    [
      'the landline where the mobile is empty',
      [line('Organization', 'Mobile', ''), line('Organization', 'Landline', '01')],
      '01',
    ],
    ['the landline alone', [line('Organization', 'Landline', '01')], '01'],
    ['never a private number', [line('Personal', 'Mobile', '07')], null],
    ['an empty list', [], null],
    ['null', null, null],
    ['no list', undefined, undefined],
  ])('phone: %s', (_about, Phones, number) => {
    expect(person({ Phones }).phone).toBe(number);
  });

  test('a record with a text in place of the list is quarantined, and it is known whose it is', () => {
    const record = { employee: { Id: 'e-1', Emails: 'wren@larkhill.example' } };
    expect(CascadeRecord.safeParse(record).success).toBe(false);
    const unchecked = record as unknown as CascadeRecord;
    expect(irisCascade.map(unchecked, { config, today: '2026-11-22', note: () => undefined }).id).toBe('e-1');
  });

  test('KnownAs may be null', () => {
    expect(person({ KnownAs: null }).preferredName).toBeNull();
  });
});

describe('which of the jobs counts', () => {
  const job = (JobTitle: string, StartDate: string, EndDate: string | null, Active = false) => ({
    EmployeeId: 'e-1',
    JobTitle,
    StartDate: `${StartDate}T00:00:00Z`,
    EndDate: EndDate === null ? null : `${EndDate}T00:00:00Z`,
    Active,
  });

  test.each([
    ['the active one', [job('now', '2020-01-01', null, true), job('next', '2027-01-01', null)], 'now'],
    [
      'of two side by side the one that began last',
      [job('second', '2024-01-01', null, true), job('first', '2020-01-01', null, true)],
      'second',
    ],
    [
      'the active one, whatever the dates say',
      [job('open', '2025-01-01', null), job('active', '2020-01-01', '2026-06-30', true)],
      'active',
    ],
    ['of a starter the next one', [job('later', '2028-01-01', null), job('first', '2027-01-01', null)], 'first'],
    ['of a leaver the last one', [job('last', '2020-01-01', '2024-06-30'), job('first', '2015-01-01', '2019-12-31')], 'last'],
    [
      'where none is active yet the one that runs',
      [job('old', '2020-01-01', '2026-11-21'), job('new', '2026-11-22', null)],
      'new',
    ],
    ['of somebody who returns the next one', [job('old', '2020-01-01', '2024-06-30'), job('new', '2027-01-01', null)], 'new'],
  ])('%s', (_about, jobs, title) => {
    expect(person({}, { jobs }).jobTitle).toBe(title);
    expect(person({}, { jobs: jobs.toReversed() }).jobTitle).toBe(title);
  });

  test('somebody without any job has no title, and no empty one', () => {
    expect(person({}, { jobs: [] })).toMatchObject({ jobTitle: undefined, managerId: undefined, status: 'active' });
  });

  test('the cost centre of the job, else the one of the employee', () => {
    const jobs = [{ EmployeeId: 'e-1', CostCentre: 'CC-2' }];
    expect(person({ CostCentre: 'CC-1' }, { jobs }).costCenter).toEqual({ name: 'CC-2' });
    expect(person({ CostCentre: 'CC-1' }, { jobs: [{ EmployeeId: 'e-1', CostCentre: '' }] }).costCenter).toEqual({
      name: 'CC-1',
    });
    expect(person({ CostCentre: 'CC-1' }).costCenter).toEqual({ name: 'CC-1' });
    expect(person({ CostCentre: null }, { jobs: [{ EmployeeId: 'e-1', CostCentre: null }] }).costCenter).toBeNull();
  });

  test.each([
    ['Full Time', 'full_time'],
    ['part-time', 'part_time'],
    ['Fixed Term', 'fixed_term'],
    [null, null],
    ['', null],
  ])('the contract %j is a word of the company', (Contract, type) => {
    expect(person({}, { jobs: [{ EmployeeId: 'e-1', Contract }] }).employmentType).toBe(type);
  });

  test('another contract is noted and kept as label', () => {
    const { employee, noted } = mapped({}, { jobs: [{ EmployeeId: 'e-1', Contract: 'Zero Hours' }] });
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Zero Hours' });
    expect(noted).toEqual(['employmentType']);
  });

  test('the later change of employee and job', () => {
    const jobs = [{ EmployeeId: 'e-1', LastModifiedOn: '2026-11-02T10:00:00Z' }];
    expect(person({ LastModifiedOn: '2026-10-01T00:00:00Z' }, { jobs }).updatedAt).toBe('2026-11-02T10:00:00Z');
    expect(person({ LastModifiedOn: '2026-11-05T00:00:00Z' }, { jobs }).updatedAt).toBe('2026-11-05T00:00:00Z');
  });
});

describe('the hierarchy', () => {
  const at = (HierarchyNodeId: unknown) => [{ EmployeeId: 'e-1', HierarchyNodeId }];
  const nodes = [
    { Id: 'n1', ParentId: null, Level: 1, Title: 'Larkhill' },
    { Id: 'n2', ParentId: 'n1', Level: '2', Title: 'Growing', Disabled: true },
    { Id: 'n3', ParentId: 'n2', Level: 3, Title: 'Glasshouse' },
    { Id: 'n8', ParentId: 'n7', Level: 3, Title: 'Cut off' },
    { Id: 'top', ParentId: '', Level: 1, Title: 'Another company' },
    { Id: 'a', ParentId: 'b', Level: 3, Title: 'Loop' },
    { Id: 'b', ParentId: 'a', Level: 4, Title: 'Loop' },
  ];

  test.each([
    ['where the job stands', 'n3', { id: 'n3', name: 'Glasshouse' }],
    ['a node out of use keeps its name', 'n2', { id: 'n2', name: 'Growing' }],
    ['a node that is not in the list', 'n9', { id: 'n9', name: null }],
    ['a job without a place', null, null],
    ['an empty id', '', null],
    ['a place that was not delivered', undefined, undefined],
  ])('department: %s', (_about, id, department) => {
    expect(person({}, { jobs: at(id), nodes }).department).toEqual(department);
  });

  test('without the hierarchy departments have no names', () => {
    expect(person({}, { jobs: at('n3') }).department).toEqual({ id: 'n3', name: null });
  });

  test('nothing but the department without chosen levels', () => {
    const { division, team, legalEntity, workLocation } = person({}, { jobs: at('n3'), nodes });
    expect([division, team, legalEntity, workLocation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test.each([
    ['on the way up', 'n3', '2', { id: 'n2', name: 'Growing' }],
    ['at the place of the job', 'n3', '3', { id: 'n3', name: 'Glasshouse' }],
    ['below the place of the job', 'n2', '3', null],
    ['of a root whose parent is an empty text', 'top', '2', null],
    ['of a way up that is cut off', 'n8', '2', undefined],
    ['of a loop', 'b', '2', undefined],
    ['of a node that is not in the list', 'n9', '2', undefined],
    ['of a job without a place', null, '2', null],
    ['of a place that was not delivered', undefined, '2', undefined],
  ])('a chosen level %s', (_about, id, level, group) => {
    expect(person({}, { jobs: at(id), nodes, fields: { department: level } }).department).toEqual(group);
    expect(person({}, { jobs: at(id), nodes, fields: { workLocation: level } }).workLocation).toEqual(group);
  });
});

describe('dates and ids', () => {
  test('continuous service may be older than the employment, and the last working date earlier than its end', () => {
    const members = {
      EmploymentStartDate: '2022-03-01T00:00:00Z',
      ContinuousServiceDate: '2010-03-01T00:00:00Z',
      LastWorkingDate: '2026-10-01T00:00:00Z',
      EmploymentLeftDate: '2026-12-31T00:00:00Z',
    };
    expect(person(members)).toMatchObject({ status: 'active', startDate: '2022-03-01', terminationDate: '2026-12-31' });
  });

  test.each([['2022-03-01T00:00:00Z'], ['2022-03-01T00:00:00.000+00:00'], ['2022-03-01T00:00:00+01:00'], ['2022-03-01']])(
    'the day of %s',
    (EmploymentStartDate) => {
      expect(person({ EmploymentStartDate }).startDate).toBe('2022-03-01');
    },
  );

  test('an end without a start that may be read is no leaver', () => {
    expect(person({ EmploymentLeftDate: '2024-01-31T00:00:00Z' }).status).toBe('unknown');
    expect(person({ EmploymentLeftDate: '2024-01-31T00:00:00Z', EmploymentStartDate: null }).status).toBe('terminated');
  });

  test('special categories of data are in no field', () => {
    const members = { Ethnicity: 'E', Religion: 'R', NationalInsuranceNumber: 'QQ123456C', Gender: 'G', MaritalStatus: 'M' };
    expect(person(members)).toEqual(person({}));
  });

  test('an id may be a number', () => {
    expect(person({ Id: 42 }).id).toBe('42');
  });
});

test.each([
  ['a documented code', '401-000-0003: no permission', '401-000-0003'],
  ['a telephone number of the same form', 'call 020-555-0142', undefined],
])('the code of an error: %s', (_about, description, code) => {
  const detail = irisCascade.errors?.describe?.({ status: 401, headers: {}, body: { description }, request: '/jobs' });
  expect(detail?.code).toBe(code);
});
