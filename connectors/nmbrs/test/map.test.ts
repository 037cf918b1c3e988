import type { Employee, EmployeeStatus } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { entriesOfNow } from '../src/history.ts';
import { toEmployee } from '../src/map.ts';
import { NmbrsRecord } from '../src/schema.ts';

const today = '2026-11-22';

/** A record of the documented form with these histories, as of today. */
function map(basicInfo: object, histories: object = {}): Partial<Employee> {
  const person = { employeeId: 'e-1', info: [{ basicInfo: { employeeType: 'payroll', ...basicInfo }, contactInfo: {} }] };
  const record = NmbrsRecord.parse({
    person,
    company: { companyId: 'c-1', name: 'Fernhollow B.V.' },
    employments: [],
    ...histories,
  });
  return toEmployee(record, { config: {}, today, note: () => undefined }) as Partial<Employee>;
}

const from = (startDate: unknown, endDate?: unknown) => ({ startDate, ...(endDate !== undefined && { endDate }) });
const of = (year: number | string, period: number | string, description: string, createdAt?: string) => ({
  period: { year, period },
  description,
  ...(createdAt !== undefined && { createdAt }),
});

describe('status: the type with the employment that counts', () => {
  test.each<[string, string, readonly object[], EmployeeStatus]>([
    ['the word in another case', 'Payroll', [from('2020-01-01T00:00:00', null)], 'active'],
    ['the last day is today', 'payroll', [from('2020-01-01', '2026-11-22T00:00:00')], 'active'],
    ['the last day was yesterday', 'payroll', [from('2020-01-01', '2026-11-21T00:00:00')], 'terminated'],
    ['a fixed term that ends ahead', 'external', [from('2020-01-01', '2027-01-31')], 'active'],
    [
      'works, with the next employment entered',
      'payroll',
      [from('2027-01-01', null), from('2020-01-01', '2026-12-31')],
      'active',
    ],
    ['left, and comes back', 'payroll', [from('2020-01-01', '2024-12-31'), from('2027-01-01', null)], 'preboarding'],
    ['two employments that ended', 'payroll', [from('2022-01-01', '2023-12-31'), from('2020-01-01', '2021-12-31')], 'terminated'],
    ['a new hire whose first day has come', 'newHire', [from('2026-11-02', null)], 'preboarding'],
    ['a new hire without an employment', 'newHire', [], 'preboarding'],
    ['a former one without an employment', 'formerExternal', [], 'terminated'],
    ['a former one who works again', 'formerPayroll', [from('2026-01-01', null)], 'active'],
    ['a former one whose end was not delivered', 'formerPayroll', [from('2020-01-01')], 'unknown'],
    ['an end that was not delivered', 'payroll', [from('2020-01-01')], 'active'],
    ['an end that cannot be read', 'payroll', [from('2020-01-01', 'soon')], 'unknown'],
    ['a beginning that was not delivered', 'payroll', [from(undefined, null)], 'unknown'],
    ['called off before it began', 'payroll', [from('2026-10-01', '2026-09-30')], 'terminated'],
    ['called off before it begins', 'payroll', [from('2026-12-01', '2026-11-01')], 'preboarding'],
    ['a word of tomorrow', 'seconded', [from('2020-01-01', '2021-12-31')], 'unknown'],
    ['an applicant', 'applicant', [], 'unknown'],
    ['an empty word', '', [from('2020-01-01', null)], 'unknown'],
  ])('%s', (_, employeeType, employments, status) => {
    expect(map({ employeeType }, { employments }).status).toBe(status);
  });

  test('employments that may not be read: not even a former one is a leaver', () => {
    expect(map({ employeeType: 'formerPayroll' }, { employments: undefined })).toMatchObject({ status: 'unknown' });
  });
});

describe('histories by payroll period', () => {
  test.each<[string, readonly ReturnType<typeof of>[], string]>([
    ['the newest, in whatever order', [of(2024, 3, 'b'), of(2026, 1, 'c'), of(2019, 12, 'a')], 'c'],
    [
      'of one period the one that was made last',
      [of(2026, 1, 'b', '2026-01-09T08:00:00Z'), of(2026, 1, 'a', '2026-01-02T08:00:00Z')],
      'b',
    ],
    ['of one period without times the later row', [of(2026, 1, 'a'), of(2026, 1, 'b')], 'b'],
    ['this month counts', [of(2026, 10, 'a'), of(2026, 11, 'b')], 'b'],
    ['next month does not yet', [of(2026, 12, 'b'), of(2026, 10, 'a')], 'a'],
    ['next year does not yet', [of(2027, 1, 'b'), of(2026, 10, 'a')], 'a'],
    ['weeks of this year count, whatever their number', [of(2026, 12, 'a'), of(2026, 46, 'b')], 'b'],
    ['weeks of next year do not', [of(2027, 2, 'b'), of(2026, 46, 'a')], 'a'],
    ['with nothing but what is to come the first of it', [of(2027, 6, 'b'), of(2027, 1, 'a')], 'a'],
    ['numbers as text', [of('2024', '3', 'a'), of('2026', '1', 'b')], 'b'],
    ['without a period the oldest', [{ description: 'a' } as ReturnType<typeof of>, of(2026, 1, 'b')], 'b'],
  ])('%s', (_, functions, jobTitle) => {
    expect(map({}, { functions }).jobTitle).toBe(jobTitle);
    expect(entriesOfNow(functions, today).at(-1)?.description).toBe(jobTitle);
  });

  test('an empty history is empty, one that was not read is absent', () => {
    const { jobTitle, department, managerEmail } = map({}, { functions: [], managers: [{ email: '' }] });
    expect([jobTitle, department, managerEmail]).toEqual([null, undefined, null]);
  });
});

describe('names, numbers and kinds', () => {
  test.each([
    ['first name', { firstName: 'Sanne', firstNameInFull: 'Susanna', initials: 'S.' }, { firstName: 'Sanne' }],
    ['the one in full where it is empty', { firstName: ' ', firstNameInFull: 'Susanna' }, { firstName: 'Susanna' }],
    ['initials where both are', { firstName: null, firstNameInFull: '', initials: 'S.' }, { firstName: 'S.' }],
    ['a prefix', { prefix: 'van der', lastName: 'Berg' }, { lastName: 'van der Berg' }],
    ['no prefix', { prefix: '', lastName: 'Berg' }, { lastName: 'Berg' }],
    ['a prefix alone', { prefix: 'van', lastName: '' }, { lastName: null }],
    ['a number', { employeeNumber: 98072 }, { employeeNumber: '98072' }],
    ['a number as text', { employeeNumber: '0098' }, { employeeNumber: '0098' }],
    ['an external', { employeeType: 'external' }, { employmentType: 'contractor' }],
    ['a former external', { employeeType: 'formerExternal' }, { employmentType: 'contractor' }],
  ])('%s', (_, basicInfo, expected) => {
    expect(map(basicInfo)).toMatchObject(expected);
  });

  test.each([
    ['for a fixed time', [{ ...from('2026-01-01', '2026-12-31'), indefinite: false }], 'fixed_term'],
    ['for an indefinite time', [{ ...from('2026-01-01', null), indefinite: true }], null],
    [
      'the running one counts',
      [
        { ...from('2026-01-01', null), indefinite: true },
        { ...from('2025-01-01', '2025-12-31'), indefinite: false },
      ],
      null,
    ],
    ['none', [], null],
    ['not said', [from('2026-01-01', null)], undefined],
    ['not read', undefined, undefined],
  ])('a contract %s', (_, contracts, employmentType) => {
    expect(map({}, { contracts }).employmentType).toBe(employmentType);
  });
});

describe('cost centers and bank accounts', () => {
  const share = (code: string, percentage: number | string, isDefault: boolean, period = 1) => ({
    costCenters: { code, description: `Name of ${code}` },
    percentage,
    default: isDefault,
    period: { year: 2026, period },
  });

  test.each([
    ['the default one', [share('A', 20, true), share('B', 80, false)], 'A'],
    ['without a default the largest share', [share('A', 20, false), share('B', 80, false)], 'B'],
    ['a share as text', [share('A', '20.00', false), share('B', '80.00', false)], 'B'],
    ['of now, not of before', [share('A', 100, true, 1), share('B', 100, false, 6)], 'B'],
    ['of now, not of later', [share('A', 100, false, 1), share('B', 100, true, 12)], 'A'],
  ])('%s', (_, employeeCostCenters, code) => {
    expect(map({}, { employeeCostCenters }).costCenter).toEqual({ id: code, name: `Name of ${code}` });
  });

  const iban = 'NL96FIKT0417164300';
  test.each([
    [
      'the standard one',
      [
        { type: 'bankAccount1', IBAN: 'NL55FIKT0001234567' },
        { type: 'standard', IBAN: iban },
      ],
      { iban },
    ],
    ['without an IBAN its number', [{ type: 'Standard', IBAN: '', number: 5550112233 }], { accountNumber: '5550112233' }],
    ['none but savings', [{ type: 'salarySavings', IBAN: iban }], undefined],
    ['none', [], null],
    ['a wrong IBAN', [{ type: 'standard', IBAN: 'NL00FIKT0417164300' }], undefined],
  ])('bank account: %s', (_, bankAccounts, expected) => {
    expect(map({}, { bankAccounts }).bankAccount).toEqual(expected);
  });
});
