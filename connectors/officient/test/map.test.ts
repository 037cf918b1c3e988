import { employeeSchema, type EmployeeDraft, type EmployeeField } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { officient } from '../src/index.ts';

type Json = Readonly<Record<string, unknown>>;

const employed = { employment: { first_employment_date: '2020-01-06', last_employment_date: null } };

function mapped(person: Json, listed?: Json): { readonly employee: EmployeeDraft; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const record = officient.record.parse({ person: { id: 1, ...person }, ...(listed && { listed }) });
  const draft = officient.map(record, {
    config: { clientId: '504990', clientSecret: 'secret-of-nobody' },
    today: '2026-11-22',
    note: (field: EmployeeField, kind) => notes.push(`${field} ${kind}`),
  });
  employeeSchema.parse(Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)));
  return { employee: draft, notes };
}

describe('status by the two flags', () => {
  test.each([
    ['neither', undefined, undefined, 'active'],
    ['both no', 0, 0, 'active'],
    ['both yes', 1, 1, 'terminated'],
    ['archived only', 1, 0, 'terminated'],
    ['deleted only', 0, 1, 'terminated'],
    ['texts', '0', '0', 'active'],
    ['a text that says yes', '1', '0', 'terminated'],
    ['booleans', false, false, 'active'],
    ['a boolean that says yes', true, false, 'terminated'],
    ['null', null, null, 'active'],
    ['an empty text', '', 0, 'active'],
    ['a number that is neither', 2, 0, 'unknown'],
    ['a word', 'soon', 0, 'unknown'],
    ['a word beside a yes', 'soon', 1, 'terminated'],
  ])('%s', (_, archived, deleted, expected) => {
    expect(mapped({ deleted, ...employed }, { archived }).employee.status).toBe(expected);
  });
});

describe('status by the days', () => {
  test.each([
    ['begun', '2020-01-06', null, 'active'],
    ['begins tomorrow', '2026-11-23', null, 'preboarding'],
    ['begins today', '2026-11-22', null, 'active'],
    ['the last day was yesterday', '2020-01-06', '2026-11-21', 'terminated'],
    ['the last day is today', '2020-01-06', '2026-11-22', 'active'],
    ['the last day is ahead', '2020-01-06', '2027-01-31', 'active'],
    ['the last day belongs to an employment before the first', '2020-01-06', '2019-06-30', 'active'],
    ['an impossible last day, as in the example of the vendor', '2020-01-06', '2020-14-01', 'unknown'],
    ['no last day delivered', '2020-01-06', undefined, 'unknown'],
    ['no first day delivered beside a last one', undefined, '2021-01-31', 'unknown'],
    ['zeros for none', '2020-01-06', '0000-00-00', 'active'],
    ['an empty text for none', '2020-01-06', '', 'active'],
    ['with a time', '2020-01-06 00:00:00', '2026-11-21 00:00:00', 'terminated'],
  ])('%s', (_, first_employment_date, last_employment_date, expected) => {
    const employment = { first_employment_date, last_employment_date };
    expect(mapped({ deleted: 0, employment }, { archived: 0 }).employee.status).toBe(expected);
  });

  test('archived people have left, whatever their days say', () => {
    for (const last_employment_date of [null, '2027-01-31', '2020-14-01', undefined])
      expect(mapped({ employment: { last_employment_date } }, { archived: 1 }).employee.status).toBe('terminated');
    expect(mapped({ deleted: 1 }).employee.status).toBe('terminated');
  });

  test('hidden days leave everything open', () => {
    expect(mapped({ deleted: 0 }, { archived: 0 }).employee.status).toBe('unknown');
  });
});

describe('names', () => {
  test.each([
    ['both parts', { first_name: 'Jan', last_name: 'van den Berg', name: 'Jan Berg' }, 'Jan', 'van den Berg'],
    ['one part', { first_name: 'Jan', last_name: '', name: 'Jan Berg' }, 'Jan', null],
    ['a whole name', { name: 'Jan van den Berg' }, 'Jan', 'van den Berg'],
    ['a whole name beside empty parts', { first_name: '', last_name: null, name: 'Jan  Berg' }, 'Jan', 'Berg'],
    ['one word', { name: 'Madou' }, 'Madou', null],
    ['nothing', { name: '' }, undefined, undefined],
    ['all empty', { first_name: '', last_name: '', name: '' }, null, null],
  ])('%s', (_, person, firstName, lastName) => {
    const { employee } = mapped(person);
    expect([employee.firstName, employee.lastName]).toEqual([firstName, lastName]);
  });

  test('the name of the list stands in', () => {
    expect(mapped({}, { name: 'Jan Berg' }).employee).toMatchObject({ firstName: 'Jan', lastName: 'Berg' });
  });
});

describe('team, role and manager', () => {
  test.each([
    ['given', { team: { id: 4, name: 'Atelier' } }, { id: '4', name: 'Atelier' }],
    ['an id as text', { team: { id: '4', name: 'Atelier' } }, { id: '4', name: 'Atelier' }],
    ['without a name', { team: { id: 4 } }, { id: '4', name: null }],
    ['null', { team: null }, null],
    ['an empty list for none', { team: [] }, null],
    ['an empty text for none', { team: '' }, null],
    ['nothing in it', { team: { id: null, name: '' } }, null],
    ['not delivered', {}, undefined],
  ])('team %s', (_, person, expected) => {
    expect(mapped(person).employee.team).toEqual(expected);
  });

  test.each([
    ['a number', { current_reports_to: { person_id: 263 } }, '263'],
    ['a text', { current_reports_to: { person_id: '263' } }, '263'],
    ['beyond 2^53', { current_reports_to: { person_id: '9007199254740993' } }, '9007199254740993'],
    ['0 for none', { current_reports_to: { person_id: 0, person_name: '' } }, null],
    ['null', { current_reports_to: null }, null],
    ['an empty list for none', { current_reports_to: [] }, null],
    ['not delivered', {}, undefined],
  ])('manager %s', (_, person, expected) => {
    expect(mapped(person).employee.managerId).toBe(expected);
  });

  test.each([
    ['the role', { current_role: { name: 'Smid' } }, { role_name: 'Lasser' }, 'Smid'],
    ['the role of the list', { current_role: null }, { role_name: 'Lasser' }, 'Lasser'],
    ['none', { current_role: null }, { role_name: '' }, null],
    ['none, in a single read', { current_role: { name: '' } }, undefined, null],
    ['not delivered', {}, undefined, undefined],
  ])('job title: %s', (_, person, listed, expected) => {
    expect(mapped(person, listed).employee.jobTitle).toBe(expected);
  });
});

describe('custom fields', () => {
  const field = (value: unknown, value_name: unknown = null, custom_field_name: unknown = 'Maat') =>
    mapped({ custom_fields: [{ custom_field_id: 7, custom_field_name, value, value_name }] }).employee.customFields;

  test.each([
    ['a text', 'x', null, { Maat: 'x' }],
    ['a number', 3, null, { Maat: 3 }],
    ['a date', '2026-01-02', null, { Maat: '2026-01-02' }],
    ['an option has its name', '12', 'Large', { Maat: 'Large' }],
    ['an option without a name', '12', '', { Maat: '12' }],
    ['nothing', null, null, { Maat: null }],
    ['zero', 0, null, { Maat: 0 }],
  ])('%s', (_, value, valueName, expected) => {
    expect(field(value, valueName)).toEqual(expected);
  });

  test('a field without a name goes by its id', () => {
    expect(field('x', null, '')).toEqual({ '7': 'x' });
  });

  test('another form than a list is noted', () => {
    const { employee, notes } = mapped({ custom_fields: 'none' });
    expect(employee.customFields).toBeUndefined();
    expect(notes).toContain('customFields unreadable');
  });

  test.each([[null], [undefined]])('%s is not delivered', (custom_fields) => {
    const { employee, notes } = mapped({ custom_fields });
    expect(employee.customFields).toBeUndefined();
    expect(notes.some((note) => note.startsWith('customFields'))).toBe(false);
  });
});

describe('bank account', () => {
  test.each([
    ['in groups of four', 'DE37 9999 9999 0123 4567 89', 'FICTBEBB', { iban: 'DE37999999990123456789', bic: 'FICTBEBB' }],
    ['without a BIC', 'DE37999999990123456789', '', { iban: 'DE37999999990123456789' }],
    ['none', '', '', null],
    ['wrong check digits', 'DE38 9999 9999 0123 4567 89', 'FICTBEBB', undefined],
    ['not delivered', undefined, undefined, undefined],
  ])('%s', (_, bank_account_iban, bank_account_bic, expected) => {
    expect(mapped({ bank_account_iban, bank_account_bic }).employee.bankAccount).toEqual(expected);
  });
});

test('the employee number is that of payroll, and an empty one is none', () => {
  expect(mapped({ linked_payroll_employee_number: '0042' }).employee.employeeNumber).toBe('0042');
  expect(mapped({ linked_payroll_employee_number: '' }).employee.employeeNumber).toBeNull();
  expect(mapped({ linked_payroll_employee_id: '77' }).employee.employeeNumber).toBeUndefined();
});

describe('what a 400 means', () => {
  const describe400 = (body: unknown, request = '/1.0/people/{person_id}/detail') =>
    officient.errors?.describe?.({ status: 400, headers: {}, body, request });

  test.each([
    ['Employee not found or you have no access.', 'gone'],
    ['Invalid employee id', 'gone'],
    ['Invalid access token', 'credentials'],
    ['You do not have access', 'permission'],
    ['Invalid date found : 16/13/1989', undefined],
    [undefined, undefined],
    [{ text: 'Invalid employee id' }, undefined],
    [null, undefined],
  ])('%j', (reason_phrase, means) => {
    expect(describe400({ status_code: 400, reason_phrase })).toEqual({ means });
  });

  test.each([{}, [], null, '', 'Employee not found', '<html></html>'])(
    '%j, with which the reference is silent, says nothing',
    (body) => {
      expect(describe400(body)).toEqual({ means: undefined });
      expect(describe400(body, 'token')).toEqual({ means: 'credentials' });
    },
  );
});
