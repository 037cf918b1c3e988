import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { employeeFields, type Employee } from '../../src/employee/employee.ts';
import { fieldValues, filterFields, isFilterField } from '../../src/scope/field-values.ts';
import { arbitraryEmployee } from '../support/arbitrary-employee.ts';
import { record } from './people.ts';

describe('S5 the values of a field', () => {
  test.each<[string, Partial<Employee>, string, readonly string[] | undefined]>([
    ['text', { jobTitle: 'Driver' }, 'jobTitle', ['Driver']],
    ['text, empty', { jobTitle: null }, 'jobTitle', []],
    ['text, absent', {}, 'jobTitle', undefined],
    ['a day', { startDate: '2026-01-05' }, 'startDate', ['2026-01-05']],
    ['the status', {}, 'status', ['active']],
    ['an unknown status, which is none', { status: 'unknown' }, 'status', undefined],
    ['the manager', { managerId: '7' }, 'managerId', ['7']],
    ['a group by name', { department: { id: 'd1', name: 'Sales' } }, 'department', ['Sales']],
    ['a group by id', { department: { id: 'd1', name: 'Sales' } }, 'department.id', ['d1']],
    ['a group that is none', { department: null }, 'department', []],
    ['the id of a group that is none', { department: null }, 'department.id', []],
    ['the id that a vendor does not give', { department: { name: 'Sales' } }, 'department.id', undefined],
    ['the name that could not be looked up', { department: { id: 'd1', name: null } }, 'department', undefined],
    ['the name of a group without anything', { department: { name: null } }, 'department', []],
    ['an absent group', {}, 'department.id', undefined],
    ['a location by name', { workLocation: { name: 'Oslo', country: 'NO' } }, 'workLocation', ['Oslo']],
    ['a country', { workLocation: { name: 'Oslo', country: 'NO' } }, 'workLocation.country', ['NO']],
    ['a country that is not given', { workLocation: { name: 'Oslo' } }, 'workLocation.country', undefined],
    ['a country where there is no location', { workLocation: null }, 'workLocation.country', []],
    ['a place of which only the country is known', { workLocation: { name: null, country: 'NO' } }, 'workLocation', undefined],
    ['a zone', { workLocation: { name: null, timeZone: 'Europe/Oslo' } }, 'workLocation.timeZone', ['Europe/Oslo']],
    ['custom text', { customFields: { floor: '3rd' } }, 'customFields.floor', ['3rd']],
    ['custom text, blank', { customFields: { floor: ' ' } }, 'customFields.floor', []],
    ['a custom number', { customFields: { floor: 3 } }, 'customFields.floor', ['3']],
    ['a custom yes or no', { customFields: { remote: false } }, 'customFields.remote', ['false']],
    ['a custom list', { customFields: { tags: ['a', '', 'b'] } }, 'customFields.tags', ['a', 'b']],
    ['an empty custom list', { customFields: { tags: [] } }, 'customFields.tags', []],
    ['a custom field, empty', { customFields: { floor: null } }, 'customFields.floor', []],
    ['a custom field that this record lacks', { customFields: {} }, 'customFields.floor', undefined],
    ['custom fields, absent', {}, 'customFields.floor', undefined],
    ['a vendor key with dots', { customFields: { 'org.unit': 'x' } }, 'customFields.org.unit', ['x']],
    ['a key that every object has', { customFields: {} }, 'customFields.constructor', undefined],
    ['a bank account, which nobody may filter by', { bankAccount: { iban: 'x' } }, 'bankAccount', undefined],
    ['a field that does not exist', {}, 'shoeSize', undefined],
  ])('S5 %s', (_what, facts, field, expected) => {
    expect(fieldValues(record(facts), field)).toEqual(expected);
  });

  test('S5 every field of the schema can be named, bank accounts and bare custom fields cannot', () => {
    const named = employeeFields.filter((field) => field !== 'bankAccount' && field !== 'customFields');
    expect(filterFields).toEqual(expect.arrayContaining(named));
    expect(filterFields.every(isFilterField)).toBe(true);
    for (const field of ['bankAccount', 'bankAccount.iban', 'customFields', 'customFields.', 'Department', 'department.name', ''])
      expect(isFilterField(field)).toBe(false);
    expect(isFilterField('customFields.cost.unit')).toBe(true);
  });

  test('S5 M2 absent is undefined, empty is an empty list, and no value is blank', () => {
    fc.assert(
      fc.property(arbitraryEmployee, fc.constantFrom(...filterFields), (employee, field) => {
        const [name = ''] = field.split('.');
        const delivered = employee[name as keyof Employee];
        const values = fieldValues(employee, field);
        if (delivered === undefined) expect(values).toBeUndefined();
        if (delivered === null) expect(values).toEqual([]);
        expect(values?.every((value) => value.trim() !== '') ?? true).toBe(true);
      }),
    );
  });
});
