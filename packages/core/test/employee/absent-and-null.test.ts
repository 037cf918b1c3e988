import { describe, expect, expectTypeOf, test } from 'vitest';
import { employeeFields, employeeSchema, type Employee, type EmployeeDraft } from '../../src/index.ts';

const ann = { id: '1', status: 'active' } as const;
const optionalFields = employeeFields.filter((field) => field !== 'id' && field !== 'status');

describe('absent and null stay apart', () => {
  test('an absent key stays absent and a null stays null through parse', () => {
    const parsed = employeeSchema.parse({ ...ann, jobTitle: null });

    expect(Object.keys(parsed).sort()).toEqual(['id', 'jobTitle', 'status']);
    expect(parsed.jobTitle).toBeNull();
  });

  test('an absent key stays absent and a null stays null through JSON', () => {
    const employee: Employee = { ...ann, managerId: null };

    const back = employeeSchema.parse(JSON.parse(JSON.stringify(employee)));

    expect(back).toStrictEqual(employee);
    expect('department' in back).toBe(false);
  });

  test.each(optionalFields)('%s refuses undefined, which JSON cannot keep', (field) => {
    expect(employeeSchema.safeParse({ ...ann, [field]: undefined }).success).toBe(false);
  });

  test.each(['id', 'status'])('%s must be there and is never null', (field) => {
    expect(employeeSchema.safeParse({ ...ann, [field]: null }).success).toBe(false);
    expect(employeeSchema.safeParse({ ...ann, [field]: undefined }).success).toBe(false);
  });

  test('the parts of a group, a location and a bank account refuse undefined too', () => {
    for (const part of [
      { department: { id: undefined, name: 'Sales' } },
      { workLocation: { name: 'Oslo', country: undefined } },
      { bankAccount: { iban: undefined } },
      { customFields: { shoeSize: undefined } },
    ]) {
      expect(employeeSchema.safeParse({ ...ann, ...part }).success).toBe(false);
    }
  });

  test('an employee does not compile with undefined; a draft does', () => {
    expectTypeOf<{ id: string; status: 'active' }>().toExtend<Employee>();
    expectTypeOf<{ id: string; status: 'active'; jobTitle: null }>().toExtend<Employee>();
    expectTypeOf<{ id: string; status: 'active'; jobTitle: undefined }>().not.toExtend<Employee>();
    expectTypeOf<{ id: string; status: 'active'; jobTitle: undefined }>().toExtend<EmployeeDraft>();
    expectTypeOf<{ status: 'active' }>().not.toExtend<Employee>();
    expectTypeOf<{ id: string; status: null }>().not.toExtend<Employee>();
    expectTypeOf<Employee['customFields']>().toEqualTypeOf<
      Record<string, string | number | boolean | string[] | null> | undefined
    >();
  });
});
