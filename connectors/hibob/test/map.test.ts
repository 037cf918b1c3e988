import { readEmployees, type CustomerConfig, type EmployeeDraft, type EmployeeField, type IssueKind } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { hibob } from '../src/index.ts';
import type { manifest } from '../src/manifest.ts';
import { toEmployee } from '../src/map.ts';
import { HibobRecord } from '../src/schema.ts';

const today = '2026-11-21';

interface Row {
  readonly quirk: string;
  readonly person: Readonly<Record<string, unknown>>;
  readonly config?: Partial<CustomerConfig<typeof manifest>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const rows: readonly Row[] = [
  {
    quirk: 'an id beyond 2^53 is kept as text, with all its digits',
    person: { id: '3447112098650011101' },
    gives: { id: '3447112098650011101' },
  },
  {
    quirk: 'the nested form wins over the slash keys',
    person: { id: '1', email: 'new@quillbrook.example', '/root/email': { value: 'old@quillbrook.example' } },
    gives: { workEmail: 'new@quillbrook.example' },
  },
  {
    quirk: 'a nested null is unset, whatever the slash key says',
    person: { id: '1', work: { reportsTo: null, manager: null }, '/work/manager': { value: '2' } },
    gives: { managerId: null },
  },
  {
    quirk: 'the slash key counts where the nested value is missing',
    person: { '/root/id': { value: '1' }, '/work/startDate': { value: '2020-02-03' } },
    gives: { id: '1', startDate: '2020-02-03' },
  },
  {
    quirk: 'slash keys are never custom fields',
    person: { id: '1', '/work/custom/field_1': { value: 'A7' } },
    gives: { customFields: {} },
  },
  {
    quirk: 'a configured custom field is read from the slash key too',
    person: { id: '1', '/work/custom/field_1': { value: 'A7' } },
    config: { customFields: ['work.custom.field_1'] },
    gives: { customFields: { 'work.custom.field_1': 'A7' } },
  },
  {
    quirk: 'configured custom fields that may not be read are absent, not empty',
    person: { id: '1', work: {} },
    config: { customFields: ['work.custom.field_1'] },
    gives: { customFields: undefined },
  },
  {
    quirk: 'fields without permission are missing without a word: absent, not null',
    person: { id: '1' },
    gives: { workEmail: undefined, startDate: undefined, terminationDate: undefined, managerId: undefined, status: 'unknown' },
  },
  {
    quirk: 'the letter case of keys varies: work.startdate',
    person: { id: '1', work: { startdate: '2020-02-03' } },
    gives: { startDate: '2020-02-03' },
  },
  {
    quirk: 'days come from the machine value, not from the words in the account’s own format',
    person: { id: '1', work: { startDate: '2020-02-03' }, humanReadable: { work: { startDate: '03/02/2020' } } },
    gives: { startDate: '2020-02-03' },
  },
  {
    quirk: 'a day in words instead of the machine value is unreadable: 03/02 has two meanings',
    person: { id: '1', work: { startDate: '03/02/2020' } },
    gives: { startDate: undefined },
    notes: [['startDate', 'unreadable']],
  },
  {
    quirk: 'title and department are list ids; their words stand in humanReadable',
    person: {
      id: '1',
      work: { title: '880410044', department: '880420007' },
      humanReadable: { work: { title: 'Tool Maker', department: 'Workshop' } },
    },
    gives: { jobTitle: 'Tool Maker', department: { id: '880420007', name: 'Workshop' } },
  },
  {
    quirk: 'a bare list id is no name',
    person: { id: '1', work: { title: '880410044', department: 880420007 } },
    gives: { jobTitle: undefined, department: { id: '880420007', name: null } },
    notes: [
      ['jobTitle', 'unreadable'],
      ['department', 'unreadable'],
    ],
  },
  {
    quirk: 'old lists use the words as id',
    person: { id: '1', work: { title: 'Tool Maker' } },
    gives: { jobTitle: 'Tool Maker' },
  },
  {
    quirk: 'the site is plain text, its list item is siteId, and neither says a country',
    person: { id: '1', work: { site: 'Porto', siteId: 3310442 } },
    gives: { workLocation: { id: '3310442', name: 'Porto' } },
  },
  {
    quirk: 'reportsTo and manager are the same value: either will do',
    person: { id: '1', work: { reportsTo: { id: '2' } } },
    gives: { managerId: '2' },
  },
  {
    quirk: 'reportsTo under its slash key may have another shape: manager is asked',
    person: { id: '1', '/work/reportsTo': { value: 'Inès Marchetti' }, '/work/manager': { value: '2' } },
    gives: { managerId: '2' },
  },
  {
    quirk: 'the employee number is a number or a text',
    person: { id: '1', work: { employeeIdInCompany: 31 } },
    gives: { employeeNumber: '31' },
  },
  {
    quirk: 'a future hire has no e-mail until one is set, and the private one is not taken for it',
    person: { id: '1', email: null, home: { privateEmail: 'ida@post.example' } },
    gives: { workEmail: null, personalEmail: 'ida@post.example' },
  },
  {
    quirk: 'without a work phone the private mobile is the phone',
    person: { id: '1', work: { workPhone: '' }, home: { mobilePhone: '+351 91 000 0161' } },
    gives: { phone: '+351 91 000 0161' },
  },
  {
    quirk: 'no work phone and no right to see the mobile: nobody knows',
    person: { id: '1', work: { workPhone: null } },
    gives: { phone: undefined },
  },
  {
    quirk: 'the contract counts before the type',
    person: {
      id: '1',
      payroll: { employment: { contract: 'part_time', type: 'temporary' } },
      humanReadable: { payroll: { employment: { contract: 'Part time', type: 'Temporary' } } },
    },
    gives: { employmentType: 'part_time', employmentTypeLabel: 'Part time' },
  },
  {
    quirk: 'an empty contract is none: the type counts',
    person: { id: '1', payroll: { employment: { contract: '', type: 'part_time' } } },
    gives: { employmentType: 'part_time', employmentTypeLabel: 'part_time' },
  },
  {
    quirk: 'a permanent contract says nothing about full or part time',
    person: { id: '1', payroll: { employment: { contract: null, type: 'permanent' } } },
    gives: { employmentType: null, employmentTypeLabel: 'permanent' },
  },
  {
    quirk: 'a contract of the company’s own is kept as a label and noted',
    person: {
      id: '1',
      payroll: { employment: { contract: '880430009' } },
      humanReadable: { payroll: { employment: { contract: 'Zero hours' } } },
    },
    gives: { employmentType: undefined, employmentTypeLabel: 'Zero hours' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'words in another language do not hide a known machine value',
    person: {
      id: '1',
      payroll: { employment: { contract: 'full_time' } },
      humanReadable: { payroll: { employment: { contract: 'Vollzeit' } } },
    },
    gives: { employmentType: 'full_time', employmentTypeLabel: 'Vollzeit' },
  },
];

type StatusRow = readonly [quirk: string, internal: object, status: string, startDate?: string | undefined, words?: string];

const statuses: readonly StatusRow[] = [
  ['hired is not yet employed', { lifecycleStatus: 'hired', status: 'Inactive' }, 'preboarding', '2026-12-01'],
  ['employed, any case', { lifecycleStatus: 'Employed' }, 'active'],
  ['on leave access may be closed', { lifecycleStatus: 'leave', status: 'Inactive' }, 'leave'],
  ['parental leave', { lifecycleStatus: 'parentalLeave' }, 'leave'],
  ['garden leave', { lifecycleStatus: 'garden leave', terminationDate: '2026-12-31' }, 'leave'],
  ['a leave of the company’s own', { lifecycleStatus: 'Study Leave' }, 'leave'],
  ['a leave of the company’s own as a list item', { lifecycleStatus: '771900031' }, 'leave', undefined, 'Study leave'],
  ['a leaver is not on leave', { lifecycleStatus: 'Leaver' }, 'unknown'],
  ['any other word', { lifecycleStatus: 'seconded', status: 'Active' }, 'unknown'],
  ['a bare list item without words', { lifecycleStatus: '771900031', status: 'Active' }, 'unknown'],
  ['terminated', { lifecycleStatus: 'terminated', terminationDate: '2026-10-31' }, 'terminated'],
  ['a future end leaves the lifecycle as it is', { lifecycleStatus: 'employed', terminationDate: '2026-11-22' }, 'active'],
  ['the last day still counts', { lifecycleStatus: 'employed', terminationDate: today }, 'active'],
  ['an end that has passed counts', { lifecycleStatus: 'employed', terminationDate: '2026-11-20' }, 'terminated'],
  [
    'an end before the start is of an earlier employment',
    { lifecycleStatus: 'employed', terminationDate: '2024-01-31' },
    'active',
    '2025-01-01',
  ],
  ['hidden lifecycle: open access is active', { status: 'Active' }, 'active'],
  ['hidden lifecycle: closed access is nobody’s end', { status: 'Inactive' }, 'unknown'],
  ['hidden lifecycle: closed access and a last day ahead', { status: 'Inactive', terminationDate: '2026-12-31' }, 'unknown'],
  [
    'hidden lifecycle: closed access and a last day that has passed',
    { status: 'Inactive', terminationDate: '2026-10-31' },
    'terminated',
  ],
  ['nothing of it may be read', {}, 'unknown'],
];

function map(person: Readonly<Record<string, unknown>>, config: Row['config'] = {}, bankAccounts?: readonly object[]) {
  const notes: [EmployeeField, IssueKind][] = [];
  const employee = toEmployee(HibobRecord.parse({ person, bankAccounts }), {
    config: { serviceUserId: 'SERVICE-4419', token: 'none', environment: 'production', ...config },
    today,
    note: (field, kind) => notes.push([field, kind]),
  });
  return { employee, notes };
}

describe('quirks of people', () => {
  test.each(rows)('$quirk', ({ person, config, gives, notes = [] }) => {
    const mapped = map(person, config);
    for (const [field, value] of Object.entries(gives)) expect(mapped.employee[field as EmployeeField], field).toEqual(value);
    for (const note of notes) expect(mapped.notes).toContainEqual(note);
    if (notes.length === 0) expect(mapped.notes).toEqual([]);
  });
});

describe('status', () => {
  for (const [quirk, internal, status, startDate = '2020-02-03', words] of statuses) {
    test(quirk, () => {
      const humanReadable = words === undefined ? {} : { internal: { lifecycleStatus: words } };
      const { employee, notes } = map({ id: '1', internal, work: { startDate }, humanReadable });
      expect(employee.status).toBe(status);
      const unknownWord = status === 'unknown' && 'lifecycleStatus' in internal;
      expect(notes).toEqual(unknownWord ? [['status', 'unknown_value']] : []);
    });
  }
});

describe('an end that has passed, of somebody whose start may not be read', () => {
  const rows: readonly (readonly [string, object, string])[] = [
    ['who is employed', { lifecycleStatus: 'employed' }, 'unknown'],
    ['who is on leave', { lifecycleStatus: 'leave', status: 'Inactive' }, 'unknown'],
    ['who has open access', { status: 'Active' }, 'unknown'],
    ['who has closed access', { status: 'Inactive' }, 'terminated'],
    ['who is terminated', { lifecycleStatus: 'terminated' }, 'terminated'],
  ];
  test.each(rows)('%s', (_, internal, status) => {
    expect(map({ id: '1', internal: { ...internal, terminationDate: '2024-01-31' } }).employee.status).toBe(status);
  });
});

describe('bank accounts', () => {
  test('not asked for: absent', () => {
    expect(map({ id: '1' }).employee.bankAccount).toBeUndefined();
  });
  test('after one 401 no other is asked for', async () => {
    const answered = { scope: 'https://api.hibob.com:443', headers: { 'content-type': 'application/json' } };
    const employees = ['1', '2', '3', '4', '5'].map((id) => ({ id, internal: { lifecycleStatus: 'employed' } }));
    const exchanges: Exchange[] = [
      { ...answered, method: 'POST', path: '/v1/people/search', status: 200, response: { employees } },
      { ...answered, method: 'GET', path: '/v1/people/1/bank-accounts', status: 401, response: { key: 'unauthorized' } },
    ];
    const config = { serviceUserId: 'SERVICE-4419', token: 'none' };
    const read = () => Array.fromAsync(readEmployees(hibob, { config, fields: ['bankAccount'] }));
    expect(await replay(exchanges, read)).toHaveLength(5);
  });
  test('no rows: none', () => {
    expect(map({ id: '1' }, {}, []).employee.bankAccount).toBeNull();
  });
  test('an account whose IBAN is wrong is noted and left out', () => {
    const { employee, notes } = map({ id: '1' }, {}, [{ iban: 'DE00 9999', bicOrSwift: 'ZZQXDEZZ' }]);
    expect(employee.bankAccount).toBeUndefined();
    expect(notes).toEqual([['bankAccount', 'invalid']]);
  });
});
