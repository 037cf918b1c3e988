import { employeeSchema, type EmployeeDraft, type EmployeeField } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { personio } from '../src/index.ts';
import type { Named } from '../src/schema.ts';

type Json = Readonly<Record<string, unknown>>;

interface Mapped {
  readonly employee: EmployeeDraft;
  readonly notes: readonly string[];
}

const nobody = new Map<string, Named>();
const organisation = {
  departments: new Map([['611', { name: 'Bindery' }]]),
  teams: new Map([['6201', { name: 'Night Shift' }]]),
  legalEntities: new Map([['81', { name: 'Lanternfold Verlag GmbH' }]]),
  workplaces: new Map([['9301', { name: 'Lübeck' }]]),
  costCenters: new Map([
    ['cc-1', { name: 'Binding' }],
    ['cc-2', { name: 'Sales' }],
  ]),
};
const withoutNames = { departments: nobody, teams: nobody, legalEntities: nobody, workplaces: nobody, costCenters: nobody };

function mapped(person: Json, employments: readonly Json[] | null = [], attributes?: Record<string, string>): Mapped {
  return mapRecord({ person: { id: '1', ...person }, employments, organisation }, attributes);
}

function mapRecord(record: unknown, attributes?: Record<string, string>): Mapped {
  const notes: string[] = [];
  const employee = personio.map(personio.record.parse(record), {
    config: { clientId: 'c', clientSecret: 's', ...(attributes && { attributes }) },
    today: '2026-11-21',
    note: (field: EmployeeField, kind) => notes.push(`${field} ${kind}`),
  });
  employeeSchema.parse(Object.fromEntries(Object.entries(employee).filter(([, value]) => value !== undefined)));
  return { employee, notes };
}

const employed = (employment: Json, person: Json = {}): EmployeeDraft => mapped(person, [employment]).employee;

describe('which employment counts', () => {
  const ended = { status: 'INACTIVE', employment_start_date: '2010-01-01', employment_end_date: '2012-12-31' };
  const rows: readonly (readonly [string, readonly Json[], string | null | undefined])[] = [
    ['none', [], undefined],
    ['the only one', [ended], '2010-01-01'],
    ['the running one of a rehire', [{ status: 'ACTIVE', employment_start_date: '2020-01-01' }, ended], '2020-01-01'],
    ['the running one wherever it stands', [ended, { status: 'LEAVE', employment_start_date: '2009-01-01' }], '2009-01-01'],
    [
      'the one ahead of somebody who will return',
      [ended, { status: 'ONBOARDING', employment_start_date: '2027-01-01' }],
      '2027-01-01',
    ],
    [
      'the running one, although another is to come',
      [
        { status: 'ACTIVE', employment_start_date: '2014-01-01' },
        { status: 'ONBOARDING', employment_start_date: '2027-01-01' },
      ],
      '2014-01-01',
    ],
    [
      'of two running ones that with the latest start',
      [
        { status: 'ACTIVE', employment_start_date: '2014-01-01' },
        { status: 'ACTIVE', employment_start_date: '2019-01-01' },
      ],
      '2019-01-01',
    ],
    [
      'the running one, although another of a later start still says ACTIVE after its last day',
      [
        { status: 'ACTIVE', employment_start_date: '2024-01-01', employment_end_date: '2026-11-20' },
        { status: 'ACTIVE', employment_start_date: '2019-01-01' },
      ],
      '2019-01-01',
    ],
    [
      'the one that starts today, although the one that ended yesterday still says ACTIVE',
      [
        { status: 'ONBOARDING', employment_start_date: '2026-11-21' },
        { status: 'ACTIVE', employment_start_date: '2019-01-01', termination: { termination_date: '2026-11-20' } },
      ],
      '2026-11-21',
    ],
    ['none runs: the first, which is the most recent', [{ ...ended, employment_start_date: '2011-01-01' }, ended], '2011-01-01'],
  ];
  test.each(rows)('%s', (_, employments, start) => {
    expect(mapped({}, employments).employee.startDate).toBe(start);
  });

  test('a change from one employment to the next ends nobody', () => {
    const next = { status: 'ONBOARDING', employment_start_date: '2026-11-21' };
    const last = { status: 'ACTIVE', employment_start_date: '2019-01-01', employment_end_date: '2026-11-20' };
    expect(mapped({}, [next, last]).employee).toMatchObject({ status: 'preboarding', terminationDate: undefined });
  });

  test('an employment needs no id: no field is declared required', () => {
    expect(employed({ status: 'ACTIVE' }).status).toBe('active');
  });
});

describe('status', () => {
  const rows: readonly (readonly [string, Json, Json, string])[] = [
    ['UNSPECIFIED falls back to the person', { status: 'UNSPECIFIED' }, { status: 'INACTIVE' }, 'terminated'],
    ['absent falls back to the person', {}, { status: 'ACTIVE' }, 'active'],
    ['null falls back to the person', { status: null }, { status: 'ACTIVE' }, 'active'],
    ['unspecified everywhere is unknown', { status: 'UNSPECIFIED' }, { status: 'UNSPECIFIED' }, 'unknown'],
    ['absent everywhere is unknown', {}, {}, 'unknown'],
    ['an unknown word is unknown and does not fall back', { status: 'PAUSED' }, { status: 'ACTIVE' }, 'unknown'],
    [
      'ONBOARDING with a start in the past stays',
      { status: 'ONBOARDING', employment_start_date: '2026-01-01' },
      {},
      'preboarding',
    ],
    ['ACTIVE without dates stays', { status: 'ACTIVE' }, {}, 'active'],
    [
      'ACTIVE with a start ahead stays: an administrator set it',
      { status: 'ACTIVE', employment_start_date: '2027-01-01' },
      {},
      'active',
    ],
    ['ACTIVE on the last day stays', { status: 'ACTIVE', termination: { termination_date: '2026-11-21' } }, {}, 'active'],
    [
      'ACTIVE after the last day has ended',
      { status: 'ACTIVE', termination: { termination_date: '2026-11-20' } },
      {},
      'terminated',
    ],
    ['LEAVE after the last day has ended', { status: 'LEAVE', employment_end_date: '2026-11-20' }, {}, 'terminated'],
    ['a last day ahead ends nothing', { status: 'ACTIVE', termination: { termination_date: '2026-11-22' } }, {}, 'active'],
    ['the end of a fixed term ends nothing', { status: 'ACTIVE', contract_end_date: '2026-01-31' }, {}, 'active'],
    [
      'the last working day ends nothing',
      { status: 'ACTIVE', termination: { termination_date: '2026-12-31', last_working_day: '2026-11-01' } },
      {},
      'active',
    ],
    [
      'the day on which notice was given ends nothing',
      { status: 'ACTIVE', termination: { termination_date: '2026-12-31', terminated_at: '2026-09-01' } },
      {},
      'active',
    ],
    [
      'an end before the start is an earlier one and ends nothing',
      { status: 'ACTIVE', employment_start_date: '2026-05-01', employment_end_date: '2024-12-31' },
      {},
      'active',
    ],
  ];
  test.each(rows)('%s', (_, employment, person, status) => {
    expect(employed(employment, person).status).toBe(status);
  });

  test('an unknown word is noted', () => {
    expect(mapped({}, [{ status: 'PAUSED' }]).notes).toEqual(['status unknown_value']);
  });

  test('without any employment the status is the one of the person', () => {
    expect(mapped({ status: 'INACTIVE' }, []).employee.status).toBe('terminated');
  });

  test('employments that could not be found make nobody a leaver, whatever the person says', () => {
    expect(mapped({ status: 'INACTIVE' }, null).employee.status).toBe('unknown');
    expect(mapped({ status: 'ACTIVE' }, null).employee.status).toBe('unknown');
  });
});

describe('termination date', () => {
  const rows: readonly (readonly [string, Json, string | null | undefined])[] = [
    ['over the end date', { employment_end_date: '2027-12-31', termination: { termination_date: '2027-03-31' } }, '2027-03-31'],
    ['the end date without a termination', { employment_end_date: '2027-12-31', termination: null }, '2027-12-31'],
    ['the end date with an empty termination', { employment_end_date: '2027-12-31', termination: {} }, '2027-12-31'],
    ['never the end of a fixed term', { contract_end_date: '2027-12-31', employment_end_date: null }, null],
    ['never the last working day', { termination: { last_working_day: '2027-03-12' } }, undefined],
    ['an empty end date says that there is none', { employment_end_date: null }, null],
    ['an empty termination date says so too', { termination: { termination_date: null } }, null],
    ['no termination says so too', { termination: null }, null],
    ['not delivered is absent', { status: 'ACTIVE' }, undefined],
  ];
  test.each(rows)('%s', (_, employment, date) => {
    expect(employed(employment).terminationDate).toBe(date);
  });
});

describe('person', () => {
  test('an empty preferred name is none', () => {
    expect(mapped({ preferred_name: '' }).employee.preferredName).toBeNull();
    expect(mapped({ preferred_name: 'Tilly Brandvold' }).employee.preferredName).toBe('Tilly Brandvold');
    expect(mapped({}).employee.preferredName).toBeUndefined();
  });

  test('only the id is delivered: everything else is absent', () => {
    const { employee, notes } = mapped({ employments: [{ id: 'e' }] }, [{ id: 'e' }]);
    expect(Object.fromEntries(Object.entries(employee).filter(([, value]) => value !== undefined))).toEqual({
      id: '1',
      status: 'unknown',
    });
    expect(notes).toEqual([]);
  });

  test('the id may be a number', () => {
    expect(mapped({ id: 9101 }).employee.id).toBe('9101');
  });

  test.each([
    ['the later one is the person', '2026-05-04T10:11:12Z', '2026-05-04T10:11:11.900Z', '2026-05-04T10:11:12Z'],
    ['the later one is the employment', '2026-05-04T10:11:12Z', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    ['offsets are compared as points in time', '2026-05-04T10:00:00Z', '2026-05-04T11:30:00+02:00', '2026-05-04T10:00:00Z'],
    ['only the employment has one', undefined, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    ['only the person has one', '2026-05-04T10:11:12Z', undefined, '2026-05-04T10:11:12Z'],
    ['both are empty', null, null, null],
    ['neither is delivered', undefined, undefined, undefined],
  ])('updatedAt: %s', (_, ofPerson, ofEmployment, later) => {
    const updated = (value: string | null | undefined): Json => (value === undefined ? {} : { updated_at: value });
    expect(employed(updated(ofEmployment), updated(ofPerson)).updatedAt).toBe(later);
  });
});

describe('employment', () => {
  test.each([
    ['EXTERNAL', 'contractor', 'EXTERNAL'],
    ['INTERNAL', null, 'INTERNAL'],
    ['UNSPECIFIED', null, null],
  ])('type %s says who employs, not how', (type, employmentType, employmentTypeLabel) => {
    expect(employed({ type })).toMatchObject({ employmentType, employmentTypeLabel });
  });

  test('an unknown type is noted and keeps its label', () => {
    const { employee, notes } = mapped({}, [{ type: 'LEASED' }]);
    expect(employee).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'LEASED' });
    expect(notes).toEqual(['employmentType unknown_value']);
  });

  test('the supervisor is a person id, as text or number; null at the top', () => {
    expect(employed({ supervisor: { id: 9100 } }).managerId).toBe('9100');
    expect(employed({ supervisor: null }).managerId).toBeNull();
    expect(employed({ supervisor: { id: '' } }).managerId).toBeNull();
    expect(employed({}).managerId).toBeUndefined();
  });

  test('ids of org units are found whether they are text or numbers', () => {
    for (const id of ['611', 611])
      expect(employed({ org_units: [{ type: 'department', id }] }).department).toEqual({ id: '611', name: 'Bindery' });
  });

  test('a department is not taken for a team', () => {
    expect(employed({ org_units: [{ type: 'department', id: '611' }] })).toMatchObject({ team: null });
    expect(employed({ org_units: [{ type: 'team', id: '6201' }] })).toMatchObject({
      department: null,
      team: { id: '6201', name: 'Night Shift' },
    });
  });

  test('the legal entity, never the deprecated sub company', () => {
    expect(employed({ legal_entity: { id: '81' }, sub_company: { id: '47' } }).legalEntity).toEqual({
      id: '81',
      name: 'Lanternfold Verlag GmbH',
    });
    expect(employed({ sub_company: { id: '81' } }).legalEntity).toBeUndefined();
  });

  const weights: readonly (readonly [string, readonly Json[], unknown])[] = [
    ['the heaviest', [{ id: 'cc-1', weight: 30 }, { id: 'cc-2', weight: 70 }], { id: 'cc-2', name: 'Sales' }], // prettier-ignore
    ['the first of equals', [{ id: 'cc-1', weight: 50 }, { id: 'cc-2', weight: 50 }], { id: 'cc-1', name: 'Binding' }], // prettier-ignore
    ['one without a weight', [{ id: 'cc-1' }], { id: 'cc-1', name: 'Binding' }],
    ['none', [], null],
  ];
  test.each(weights)('cost center: %s', (_, centers, costCenter) => {
    expect(employed({ cost_centers: centers }).costCenter).toEqual(costCenter);
  });

  test('names that could not be looked up are null beside their ids', () => {
    const employment = {
      org_units: [
        { type: 'department', id: '611' },
        { type: 'team', id: '6201' },
      ],
      legal_entity: { id: '81' },
      office: { id: '9301' },
      cost_centers: [{ id: 'cc-1', weight: 100 }],
    };
    expect(mapRecord({ person: { id: '1' }, employments: [employment], organisation: withoutNames }).employee).toMatchObject({
      department: { id: '611', name: null },
      team: { id: '6201', name: null },
      legalEntity: { id: '81', name: null },
      workLocation: { id: '9301', name: null },
      costCenter: { id: 'cc-1', name: null },
    });
  });
});

describe('custom attributes', () => {
  const one = (attribute: Json): Mapped => mapped({ custom_attributes: [{ id: 'dynamic_1', global_id: 'field', ...attribute }] });

  const values: readonly (readonly [string, Json, unknown])[] = [
    ['STRING', { type: 'STRING', label: 'Field', value: 'text' }, 'text'],
    ['a type in lower case', { type: 'string', value: 'text' }, 'text'],
    ['STRING_LIST', { type: 'STRING_LIST', value: ['a', 'b'] }, ['a', 'b']],
    ['an empty list', { type: 'STRING_LIST', value: [] }, []],
    ['a number', { type: 'DOUBLE', value: 0.5 }, 0.5],
    ['a number sent as text stays text', { type: 'INT', value: '17' }, '17'],
    ['a boolean', { type: 'boolean', value: false }, false],
    ['a day stays as it is written', { type: 'DATE', value: '2027-06-30' }, '2027-06-30'],
    ['empty text is none', { type: 'STRING', value: '' }, null],
    ['null is none', { type: 'STRING', value: null }, null],
  ];
  test.each(values)('%s', (_, attribute, value) => {
    expect(one(attribute).employee.customFields).toEqual({ field: value });
  });

  test('a list of objects is noted and left out', () => {
    const { employee, notes } = one({ type: 'UNSPECIFIED', value: [{ name: 'A' }] });
    expect(employee.customFields).toEqual({});
    expect(notes).toEqual(['customFields unreadable']);
  });

  test('without a global id the id is the key', () => {
    for (const global_id of [undefined, null, ''])
      expect(one({ global_id, value: 'x' }).employee.customFields).toEqual({ dynamic_1: 'x' });
  });

  test('an attribute without any id is left out, and its person is not', () => {
    expect(
      mapped({ custom_attributes: [{ value: 'x' }, { id: null, global_id: 'y', value: 'z' }] }).employee.customFields,
    ).toEqual({
      y: 'z',
    });
  });

  test('none readable is absent, none there is empty', () => {
    expect(mapped({}).employee.customFields).toBeUndefined();
    expect(mapped({ custom_attributes: [] }).employee.customFields).toEqual({});
  });

  const iban = 'DE97999999990000012345';
  test.each([
    ['by global id', { global_id: 'iban' }],
    ['by global id in upper case', { global_id: 'IBAN' }],
    ['by id where there is no global id', { id: 'iban', global_id: null }],
  ])('the IBAN %s is the bank account and never a custom field', (_, name) => {
    const { employee } = one({ ...name, value: iban });
    expect(employee.bankAccount).toEqual({ iban });
    expect(employee.customFields).toEqual({});
  });

  test('a wrong IBAN is noted, an empty one is none, a missing one is absent', () => {
    const wrong = one({ global_id: 'iban', value: 'DE00123' });
    expect(wrong.employee.bankAccount).toBeUndefined();
    expect(wrong.notes).toEqual(['bankAccount invalid']);
    expect(one({ global_id: 'iban', value: null }).employee.bankAccount).toBeNull();
    expect(one({ value: 'x' }).employee.bankAccount).toBeUndefined();
  });

  test('fields that the customer mapped, by id or global id', () => {
    const attributes = [
      { id: 'dynamic_1', global_id: 'mobile', value: '+49 451 000' },
      { id: 'dynamic_2', value: 'private@post.example' },
      { id: 'dynamic_3', global_id: 'staff_number', value: 44 },
    ];
    const config = { phone: 'MOBILE', personalEmail: 'dynamic_2', employeeNumber: 'staff_number' };
    expect(mapped({ custom_attributes: attributes }, [], config).employee).toMatchObject({
      phone: '+49 451 000',
      personalEmail: 'private@post.example',
      employeeNumber: '44',
    });
    expect(mapped({ custom_attributes: attributes }).employee).toMatchObject({
      phone: undefined,
      personalEmail: undefined,
      employeeNumber: undefined,
    });
  });
});
