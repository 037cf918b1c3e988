import type { EmployeeDraft, Issue } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { toEmployee } from '../src/map.ts';
import { BambooRecord } from '../src/schema.ts';

type Note = Pick<Issue, 'field' | 'kind'>;

function mapped(fields: Record<string, unknown>, more: Partial<BambooRecord> = {}, customFields?: readonly string[]) {
  const notes: Note[] = [];
  const record = BambooRecord.parse({ fields: { eeid: '642', status: 'Active', ...fields }, ...more });
  const config = { companyDomain: 'larkmoor', apiKey: 'k', ...(customFields && { customFields }) };
  const employee: EmployeeDraft = toEmployee(record, {
    config,
    today: '2026-11-21',
    note: (field, kind) => notes.push({ field, kind }),
  });
  return { employee, notes };
}

describe('status', () => {
  const rows: readonly (readonly [string, Record<string, unknown>, EmployeeDraft])[] = [
    ['a future starter is Inactive in datasets', { status: 'Inactive', hireDate: '2026-11-22' }, { status: 'preboarding' }],
    ['a future starter who is Active elsewhere', { hireDate: '2026-11-22' }, { status: 'preboarding' }],
    ['somebody who starts today', { hireDate: '2026-11-21' }, { status: 'active' }],
    [
      'a rehire ahead keeps nothing of the earlier end',
      { status: 'Inactive', hireDate: '2027-01-01', terminationDate: '2024-12-31' },
      { status: 'preboarding', startDate: '2027-01-01', terminationDate: null },
    ],
    [
      'a rehired person whose old termination date stayed',
      { hireDate: '2026-01-05', terminationDate: '2024-12-31' },
      { status: 'active', terminationDate: null },
    ],
    ['Inactive with a hire date in the past', { status: 'Inactive', hireDate: '2020-01-01' }, { status: 'terminated' }],
    ['Inactive without any date', { status: 'Inactive', hireDate: null, terminationDate: null }, { status: 'terminated' }],
    [
      'a future termination terminates nobody',
      { hireDate: '2020-01-01', terminationDate: '2026-12-31' },
      { status: 'active', terminationDate: '2026-12-31' },
    ],
    ['the last day is a working day', { hireDate: '2020-01-01', terminationDate: '2026-11-21' }, { status: 'active' }],
    [
      'Active with an end that has passed',
      { hireDate: '2020-01-01', terminationDate: '2026-11-20' },
      { status: 'terminated', terminationDate: '2026-11-20' },
    ],
    ['an end on the first day counts', { hireDate: '2026-11-03', terminationDate: '2026-11-03' }, { status: 'terminated' }],
    ['words are compared without regard to case', { status: 'INACTIVE', hireDate: '2020-01-01' }, { status: 'terminated' }],
    [
      'an absence word of the account is no leave',
      { employmentStatus: 'Sabbatical', hireDate: '2020-01-01' },
      { status: 'active' },
    ],
  ];
  test.each(rows)('%s', (_, fields, expected) => {
    expect(mapped(fields).employee).toMatchObject(expected);
  });

  test('another word is unknown and said', () => {
    const { employee, notes } = mapped({ status: 'Suspended', hireDate: '2020-01-01' });
    expect(employee.status).toBe('unknown');
    expect(notes).toContainEqual({ field: 'status', kind: 'unknown_value' });
  });

  test('without the hire date, Inactive may be a future starter and an end may be of an earlier employment', () => {
    for (const fields of [{ status: 'Inactive' }, { terminationDate: '2020-01-01' }, { status: 'Inactive', hireDate: 'soon' }]) {
      const { employee, notes } = mapped(fields);
      expect(employee.status).toBe('unknown');
      expect(notes).toContainEqual({ field: 'status', kind: 'unreadable' });
    }
    expect(mapped({ status: 'Inactive', terminationDate: '2020-01-01' }).employee.status).toBe('terminated');
    expect(mapped({}).employee.status).toBe('active');
  });
});

describe('fields', () => {
  test('dates without a day are none, in all three spellings', () => {
    for (const none of [null, '', '0000-00-00'])
      expect(mapped({ hireDate: none, terminationDate: none }).employee).toMatchObject({
        startDate: null,
        terminationDate: null,
      });
  });

  test('Terminated is no employment type', () => {
    expect(mapped({ employmentStatus: 'Terminated' })).toMatchObject({
      employee: { employmentType: null, employmentTypeLabel: null },
      notes: [],
    });
  });

  test('a word of the account stays a label and is said', () => {
    const { employee, notes } = mapped({ employmentStatus: 'Furloughed' });
    expect(employee.employmentType).toBeUndefined();
    expect(employee.employmentTypeLabel).toBe('Furloughed');
    expect(notes).toEqual([{ field: 'employmentType', kind: 'unknown_value' }]);
  });

  test('country is the home address and is not used', () => {
    const { employee } = mapped({ jobInformationLocation: 'Leeds', country: 'Iceland' });
    expect(employee.workLocation).toEqual({ name: 'Leeds' });
  });

  test('numbers are taken for text', () => {
    expect(mapped({ eeid: 9, employeeNumber: 6, supervisorEid: 12 }).employee).toMatchObject({
      id: '9',
      employeeNumber: '6',
      managerId: '12',
    });
  });

  test('the home address of mail never stands in for the one at work', () => {
    expect(mapped({ email: null, homeEmail: 'a@post.example' }).employee).toMatchObject({
      workEmail: null,
      personalEmail: 'a@post.example',
    });
  });

  test.each([
    ['work before mobile', { workPhone: '1', mobilePhone: '2' }, '1'],
    ['mobile where there is no work phone', { workPhone: '', mobilePhone: '2' }, '2'],
    ['none only when both are empty', { workPhone: null, mobilePhone: null }, null],
    ['unknown while the mobile phone cannot be read', { workPhone: null }, undefined],
    ['unknown while the work phone cannot be read', { mobilePhone: null }, undefined],
  ])('phone: %s', (_, fields, phone) => {
    expect(mapped(fields).employee.phone).toBe(phone);
  });

  test('a point in time with offset is written in UTC', () => {
    expect(mapped({ lastChanged: '2026-06-02T13:10:19+02:00' }).employee.updatedAt).toBe('2026-06-02T11:10:19Z');
  });

  test('custom fields by the names that were asked for, absent ones left out', () => {
    const names = ['customField4339', 'customField1', 'constructor'];
    expect(mapped({ customField4339: '' }, {}, names).employee.customFields).toEqual({ customField4339: null });
    expect(mapped({ customField4339: 'x' }).employee.customFields).toBeUndefined();
  });
});

describe('manager', () => {
  const idByNumber = new Map([
    ['6', '9'],
    ['40', null],
  ]);

  test('supervisorEid is the id', () => {
    expect(mapped({ supervisorEid: '9', supervisorId: '6' }).employee.managerId).toBe('9');
  });

  test('supervisorId is an employee number and never an id', () => {
    expect(mapped({ supervisorId: '6' }).employee.managerId).toBeUndefined();
    expect(mapped({ supervisorId: '6' }, { idByNumber }).employee.managerId).toBe('9');
    expect(mapped({ supervisorId: 6 }, { idByNumber }).employee.managerId).toBe('9');
    expect(mapped({ supervisorId: null }, { idByNumber }).employee.managerId).toBeNull();
  });

  test('a number of nobody or of two people names no manager', () => {
    for (const supervisorId of ['999', '40']) {
      const { employee, notes } = mapped({ supervisorId }, { idByNumber });
      expect(employee.managerId).toBeUndefined();
      expect(notes).toEqual([{ field: 'managerId', kind: 'unknown_value' }]);
    }
  });
});
