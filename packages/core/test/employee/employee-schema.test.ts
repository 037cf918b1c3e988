import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultFields, employeeFields, employeeSchema } from '../../src/index.ts';
import { arbitraryEmployee, plainDay } from '../support/arbitrary-employee.ts';

const ann = { id: '1', status: 'active' } as const;
const accepts = (part: object): boolean => employeeSchema.safeParse({ ...ann, ...part }).success;

describe('the employee schema', () => {
  test('any employee survives JSON unchanged', () => {
    fc.assert(
      fc.property(arbitraryEmployee, (employee) => {
        expect(employeeSchema.parse(JSON.parse(JSON.stringify(employee)))).toStrictEqual(employee);
      }),
    );
  });

  test('every day of the calendar is a day', () => {
    fc.assert(fc.property(plainDay, (day) => accepts({ startDate: day })));
  });

  test.each([
    ['an empty id', { id: '' }],
    ['a number as id', { id: 7 }],
    ['a status of the vendor', { status: 'aktiv' }],
    ['an empty text', { firstName: '' }],
    ['a number as text', { employeeNumber: 12 }],
    ['an unknown employment type', { employmentType: 'freelance' }],
    ['a timestamp as day', { startDate: '2026-05-04T00:00:00Z' }],
    ['a 13th month', { startDate: '2026-13-01' }],
    ['a 31st of April', { terminationDate: '2026-04-31' }],
    ['a 30th of February', { terminationDate: '2024-02-30' }],
    ['a day of month 0', { startDate: '2026-05-00' }],
    ['an instant without zone', { updatedAt: '2026-05-04T10:11:12' }],
    ['an instant with an offset', { updatedAt: '2026-05-04T10:11:12+02:00' }],
    ['a group without a name', { department: { id: '4' } }],
    ['a group that is a text', { department: 'Sales' }],
    ['a country name', { workLocation: { name: 'Oslo', country: 'Norway' } }],
    ['a lower-case country', { workLocation: { name: 'Oslo', country: 'no' } }],
    ['a nested custom value', { customFields: { size: { eu: 42 } } }],
    ['a custom value that is not finite', { customFields: { size: Number.NaN } }],
    ['a mixed list', { customFields: { tags: ['a', 1] } }],
    ['null as custom fields', { customFields: null }],
  ])('refuses %s', (_what, part) => {
    expect(accepts(part)).toBe(false);
  });

  test.each([
    ['a group without id', { department: { name: 'Sales' } }],
    ['a group whose name is not known', { costCenter: { id: '4', name: null } }],
    ['a location with country and zone', { workLocation: { name: null, country: 'NO', timeZone: 'Europe/Oslo' } }],
    ['an instant with fractions', { updatedAt: '2026-05-04T10:11:12.123456789Z' }],
    ['every kind of custom value', { customFields: { a: 'x', b: 1, c: false, d: ['x'], e: null, f: '', g: [] } }],
  ])('accepts %s', (_what, part) => {
    expect(accepts(part)).toBe(true);
  });

  test('what is no field of an employee is dropped', () => {
    expect(employeeSchema.parse({ ...ann, birthDate: '1990-01-01' })).toStrictEqual({ ...ann });
  });

  test('a custom field named __proto__ pollutes nothing', () => {
    const customFields: unknown = JSON.parse('{"__proto__":{"admin":true},"size":42}');

    const parsed = employeeSchema.parse({ ...ann, customFields: { ...(customFields as object) } });

    expect(parsed.customFields).toEqual({ size: 42 });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('the default fields are all fields but the bank account', () => {
    expect(defaultFields).not.toContain('bankAccount');
    expect([...defaultFields, 'bankAccount'].sort()).toEqual([...employeeFields].sort());
  });
});
