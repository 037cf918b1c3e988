import { readEmployees, type EmployeeDraft, type EmployeeField, type IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { simployer } from '../src/index.ts';
import { joinerOf } from '../src/map.ts';
import { SimployerRecord } from '../src/schema.ts';

const today = '2026-11-22';

interface Row {
  readonly quirk: string;
  readonly employee?: Readonly<Record<string, unknown>>;
  /** What stands beside the employee. */
  readonly relations?: Readonly<Record<string, readonly unknown[]>>;
  readonly gives: EmployeeDraft;
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const types = [
  { id: 't1', name: 'Part time' },
  { id: 't2', name: 'Full time' },
];
const employment = (typeId: string, startDate: string, endDate?: string, more: object = {}) => ({
  ...{ employeeId: '1', typeId, country: 'SE', startDate: `${startDate}T00:00:00.000Z` },
  ...(endDate !== undefined && { endDate: `${endDate}T00:00:00.000Z` }),
  ...more,
});
const history = (...rows: readonly object[]) => ({ employmentType: types, employment: rows });

const rows: readonly Row[] = [
  {
    quirk: 'keys without a value are absent rather than null: nothing is cleared',
    gives: { status: 'active', startDate: undefined, terminationDate: undefined, department: undefined, managerId: undefined },
  },
  {
    quirk: 'the login name is often an e-mail address and never takes its place',
    employee: { userName: 'vera@lindhagen.example' },
    gives: { workEmail: undefined },
  },
  {
    quirk: 'types of absence are overridden by policies that the API does not show: leave is no status',
    relations: { leave: [{ employeeId: '1', typeId: 'l1', status: 'APPROVED', duration: 'longer' }] },
    gives: { status: 'active' },
  },
  {
    quirk: 'the employment that runs counts, whatever the order of the rows',
    relations: history(
      employment('t1', '2027-01-01'),
      employment('t2', '2024-01-01'),
      employment('t1', '2020-01-01', '2023-12-31'),
    ),
    gives: { employmentType: 'full_time', startDate: '2024-01-01' },
  },
  {
    quirk: 'none runs: the next one to come',
    relations: history(
      employment('t2', '2028-01-01'),
      employment('t1', '2027-01-01'),
      employment('t2', '2020-01-01', '2023-12-31'),
    ),
    gives: { employmentType: 'part_time', startDate: '2027-01-01', status: 'preboarding' },
  },
  {
    quirk: 'all are over: the one that ended last; its end ends nobody of whom no end is stated',
    relations: history(employment('t2', '2021-01-01', '2023-12-31'), employment('t1', '2018-01-01', '2020-12-31')),
    gives: { employmentType: 'full_time', status: 'active', terminationDate: undefined },
  },
  {
    quirk: 'an effective end goes before the end in the contract',
    relations: history(
      employment('t2', '2021-01-01', '2027-12-31', { effectiveEndDate: '2025-06-30T00:00:00.000Z' }),
      employment('t1', '2019-01-01', '2026-12-31'),
    ),
    gives: { employmentType: 'part_time' },
  },
  {
    quirk: 'the employment type of the employee goes before that of the employment',
    employee: { employmentTypeId: 't1' },
    relations: history(employment('t2', '2024-01-01')),
    gives: { employmentType: 'part_time', employmentTypeLabel: 'Part time' },
  },
  {
    quirk: 'a word of the company stays a label',
    employee: { employmentTypeId: 't9' },
    relations: { employmentType: [{ id: 't9', name: 'Provanställning' }] },
    gives: { employmentType: undefined, employmentTypeLabel: 'Provanställning' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'an employment of somebody else in the same page is nobody else’s',
    relations: history({ ...employment('t2', '2024-01-01'), employeeId: '2' }),
    gives: { startDate: undefined, employmentType: undefined },
  },
  {
    quirk: 'an end before the only employment known is that of an earlier one',
    employee: { endDate: '2018-12-31T00:00:00.000Z', hireDate: '2016-01-01T00:00:00.000Z' },
    relations: history(employment('t2', '2020-01-01', '2026-11-21')),
    gives: { status: 'terminated', startDate: '2020-01-01', terminationDate: '2026-11-21' },
  },
  {
    quirk: 'an end of the later employment that cannot be read is not none',
    employee: { endDate: '2018-12-31T00:00:00.000Z', hireDate: '2016-01-01T00:00:00.000Z' },
    relations: history(employment('t2', '2020-01-01', undefined, { endDate: 'next summer' })),
    gives: { status: 'active', startDate: '2020-01-01', terminationDate: undefined },
    notes: [['terminationDate', 'unreadable']],
  },
  {
    quirk: 'an end after the start of the employment stands, also where the employment has none',
    employee: { endDate: '2026-11-21T00:00:00.000Z', hireDate: '2020-01-01T00:00:00.000Z' },
    relations: history(employment('t2', '2020-01-01')),
    gives: { status: 'terminated', terminationDate: '2026-11-21' },
  },
  {
    quirk: 'an end without any start decides nothing by itself',
    employee: { endDate: '2026-11-21T00:00:00.000Z' },
    gives: { status: 'unknown', terminationDate: '2026-11-21' },
    notes: [['status', 'unreadable']],
  },
  {
    quirk: 'an employment to come after an end that is ahead starts nothing yet',
    employee: { endDate: '2026-12-31T00:00:00.000Z', hireDate: '2020-01-01T00:00:00.000Z' },
    relations: history(employment('t2', '2027-01-01')),
    gives: { status: 'active', startDate: '2020-01-01', terminationDate: '2026-12-31' },
  },
  {
    quirk: 'who is to begin after an end that is ahead may still be here',
    employee: { endDate: '2026-12-31T00:00:00.000Z', hireDate: '2027-03-01T00:00:00.000Z' },
    gives: { status: 'unknown', startDate: '2027-03-01', terminationDate: '2026-12-31' },
  },
  {
    quirk: 'inactive without any date is stated',
    employee: { active: false },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'inactive with null for an end, too',
    employee: { active: false, hireDate: '2020-01-01T00:00:00.000Z', endDate: null },
    gives: { status: 'terminated', terminationDate: null },
  },
  {
    quirk: 'inactive on the last day is left until the day after',
    employee: { active: false, hireDate: '2020-01-01T00:00:00.000Z', endDate: '2026-11-22T00:00:00.000Z' },
    gives: { status: 'unknown', terminationDate: '2026-11-22' },
  },
  {
    quirk: 'midnight in Sweden is evening of the day before in UTC',
    employee: { hireDate: '2024-02-28T23:00:00.000Z', endDate: '2027-06-30T22:00:00Z' },
    gives: { startDate: '2024-02-29', terminationDate: '2027-07-01' },
  },
  {
    quirk: 'midnight of an office in Finland or in India',
    employee: { hireDate: '2024-06-30T21:00:00.000Z', endDate: '2027-06-30T18:30:00.000Z' },
    gives: { startDate: '2024-07-01', terminationDate: '2027-07-01' },
  },
  {
    quirk: 'midnight of an office in America, and a day without time',
    employee: { hireDate: '2024-07-01T05:00:00.000Z', endDate: '2027-07-01' },
    gives: { startDate: '2024-07-01', terminationDate: '2027-07-01' },
  },
  {
    quirk: 'the last moment of a day is that day',
    employee: { hireDate: '2024-07-01T12:00:00.000Z', endDate: '2027-06-30T23:59:59.999Z' },
    gives: { startDate: '2024-07-01', terminationDate: '2027-06-30' },
  },
  {
    quirk: 'a day that does not exist is noted and becomes no other one',
    employee: { hireDate: '2026-02-30T23:00:00.000Z', endDate: '2026-13-01T22:00:00.000Z' },
    gives: { startDate: undefined, terminationDate: undefined },
    notes: [
      ['startDate', 'unreadable'],
      ['terminationDate', 'unreadable'],
    ],
  },
  {
    quirk: 'the cost center of the employee goes before that of the department',
    employee: { costCenterId: 'k1', departmentId: 'd1' },
    relations: {
      department: [{ id: 'd1', name: 'Produktion', effectiveCostCenterId: 'k2' }],
      costCenter: [{ id: 'k1', code: '100', name: 'Gemensamt' }],
      effectiveCostCenter: [{ id: 'k2', code: '210' }],
    },
    gives: { costCenter: { id: 'k1', name: '100' }, department: { id: 'd1', name: 'Produktion' } },
  },
  {
    quirk: 'the one in effect of a department goes before its own, and one without a code by its name',
    employee: { departmentId: 'd1' },
    relations: {
      department: [{ id: 'd1', name: 'Produktion', costCenterId: 'k1', effectiveCostCenterId: 'k2' }],
      effectiveCostCenter: [{ id: 'k2', code: '', name: 'Verkstan' }],
    },
    gives: { costCenter: { id: 'k2', name: 'Verkstan' } },
  },
  {
    quirk: 'the first of several teams',
    relations: {
      teamReference: [
        { teamId: 'g3', employeeId: '2' },
        { teamId: 'g2', employeeId: '1' },
        { teamId: 'g1', employeeId: '1' },
      ],
      team: [{ id: 'g2', name: 'Montering' }],
    },
    gives: { team: { id: 'g2', name: 'Montering' } },
  },
  { quirk: 'in no team', relations: { teamReference: [] }, gives: { team: null } },
  { quirk: 'references that are not delivered say nothing of teams', relations: { team: [] }, gives: { team: undefined } },
  {
    quirk: 'a company without a legal name goes by its name',
    employee: { companyId: 'c1' },
    relations: { company: [{ id: 'c1', name: 'Lindhagen', legalName: '' }] },
    gives: { legalEntity: { id: 'c1', name: 'Lindhagen' } },
  },
  {
    quirk: 'an office has no country: that of the employment counts',
    employee: { officeId: 'o1' },
    relations: {
      office: [{ id: 'o1', name: 'Bergen', timezone: 'Europe/Oslo' }],
      employment: [{ employeeId: '1', country: 'NO' }],
    },
    gives: { workLocation: { id: 'o1', name: 'Bergen', country: 'NO', timeZone: 'Europe/Oslo' } },
  },
  {
    quirk: 'a country without an office',
    employee: { employmentCountry: 'DK' },
    gives: { workLocation: { name: null, country: 'DK' } },
  },
  {
    quirk: 'the phone number without blanks, else as it was typed',
    employee: { workPhoneSanitized: '', workPhone: '031-000 12' },
    gives: { phone: '031-000 12' },
  },
  {
    quirk: 'a value of a custom field that is an object is noted and left out',
    employee: { custom: { locker: { floor: 2 }, __proto__: 'not a key', shoes: 43 } },
    gives: { customFields: { shoes: 43 } },
    notes: [['customFields', 'unreadable']],
  },
  {
    quirk: 'ids may be numbers',
    employee: { id: 7, managerEmployeeId: 3, departmentId: 4 },
    relations: { department: [{ id: 4, name: 'Ledning' }] },
    gives: { id: '7', managerId: '3', department: { id: '4', name: 'Ledning' } },
  },
  {
    quirk: 'rows that are none break nothing',
    employee: { officeId: 'o1' },
    relations: { office: [null, 'o1', 3, []], employment: [null], teamReference: [null], department: [{}] },
    gives: { workLocation: { id: 'o1', name: null }, team: null },
  },
];

describe('quirks of Simployer', () => {
  test.each(rows)('$quirk', ({ employee, relations, gives, notes = [] }) => {
    const noted: [EmployeeField, IssueKind][] = [];
    const record = joinerOf(relations, today)({ id: '1', active: true, ...employee });
    const mapped = simployer.map(SimployerRecord.parse(record), {
      config: { token: 'token-of-nobody', environment: 'production' },
      today,
      note: (field, kind) => noted.push([field, kind]),
    });
    expect(mapped).toMatchObject(gives);
    for (const [field, value] of Object.entries(gives)) {
      if (value === undefined) expect(mapped[field as EmployeeField]).toBeUndefined();
    }
    expect(noted).toEqual(notes);
  });
});

test.each(['', 'Bearer eyJ.token', 'two\nlines', 'tab\tbed', 'öl'])(
  'the token %j is refused before anything is sent',
  (token) => {
    expect(() => readEmployees(simployer, { config: { token } })).toThrow('config.token');
  },
);

describe('error bodies', () => {
  const codeOf = (body: unknown) => simployer.errors?.describe?.({ status: 400, headers: {}, request: '/employee', body })?.code;
  test('the word is one of a few', () => {
    expect(codeOf({ statusCode: 401, message: 'secret', error: 'Unauthorized' })).toBe('Unauthorized');
  });
  test.each([['text'], [null], [{ statusCode: 400, message: ['filters.vera'], error: 'vera@hem.example' }]])(
    '%j says nothing',
    (body) => {
      expect(codeOf(body)).toBeUndefined();
    },
  );
});
