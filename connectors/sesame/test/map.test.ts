import type { EmployeeDraft, EmployeeField, IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { sesame } from '../src/index.ts';
import { Assignation, SesameRecord } from '../src/schema.ts';

const today = '2026-11-22';

type Rows = readonly Readonly<Record<string, unknown>>[];

interface Given {
  readonly employee?: object;
  readonly listedAs?: string;
  readonly contracts?: Rows | null | undefined;
  readonly chartManager?: unknown;
  readonly approvers?: Rows;
  readonly departments?: Rows;
  readonly offices?: Rows;
}

function mapped({ employee, approvers, departments, offices, ...parts }: Given) {
  const notes: (readonly [EmployeeField, IssueKind])[] = [];
  const own = (rows: Rows | undefined) => rows && new Map([['a', rows]]);
  const lists = { approvers: own(approvers), departments: own(departments), offices: own(offices) };
  const person = { id: 'a', status: 'active', ...employee };
  const record = SesameRecord.parse({ employee: person, contracts: [], ...parts, ...lists });
  const draft = sesame.map(record, {
    config: { token: 'x', region: 'eu1', contracts: 'read', managers: 'approvers' },
    today,
    note: (field, kind) => {
      notes.push([field, kind]);
    },
  });
  return { draft, notes };
}

const open = { startAt: '2020-01-01', endAt: null };

type Row = readonly [quirk: string, given: Given, gives: EmployeeDraft];

const rows: readonly Row[] = [
  [
    'empty text is none',
    { employee: { email: '', firstName: '', phone: '', personalMail: null } },
    { workEmail: null, firstName: null, phone: null, personalEmail: null },
  ],
  [
    'what is missing stays absent',
    {},
    { workEmail: undefined, legalEntity: undefined, department: undefined, managerId: undefined, customFields: undefined },
  ],
  ['the code is a number on the wire, and may be null', { employee: { code: 17 } }, { employeeNumber: '17' }],
  [
    'clocked in or out says nothing of the employment',
    { employee: { workStatus: 'remote' }, contracts: [open] },
    { status: 'active' },
  ],
  ['contractId is a text of the company and no contract', { employee: { contractId: 'K-9' } }, { startDate: null }],
  [
    'createdAt is no first day',
    { employee: { createdAt: '2021-02-01T09:00:00+01:00' } },
    { startDate: null, terminationDate: null },
  ],
  [
    'a second family name stays out of the last name',
    { employee: { lastName: 'Ibarra', secondLastName: 'Sáez' } },
    { lastName: 'Ibarra' },
  ],
  ['the work phone counts, else the other one', { employee: { workPhone: '', phone: '600' } }, { phone: '600' }],
  [
    'the title of the person counts, else that of the contract',
    { employee: { jobChargeName: '' }, contracts: [{ ...open, jobChargeName: 'Hilador' }] },
    { jobTitle: 'Hilador' },
  ],
  [
    'a contract of today counts before one to come',
    { contracts: [{ startAt: '2027-01-01' }, open] },
    { startDate: '2020-01-01', status: 'active' },
  ],
  [
    'a contract to come counts before one that is over',
    { contracts: [{ startAt: '2027-01-01' }, { startAt: '2020-01-01', endAt: '2021-01-01' }] },
    { startDate: '2027-01-01' },
  ],
  [
    'the days under their older names',
    { contracts: [{ startDate: '2020-01-01', endDate: '2027-01-01' }] },
    { startDate: '2020-01-01', terminationDate: '2027-01-01' },
  ],
  [
    'an end that is ahead ends nobody',
    { contracts: [{ startAt: '2020-01-01', endAt: '2026-11-23' }] },
    { status: 'active', terminationDate: '2026-11-23' },
  ],
  [
    'an end that has passed ends nobody who is active: it is none',
    { contracts: [{ startAt: '2020-01-01', endAt: '2026-11-21' }] },
    { status: 'active', terminationDate: null },
  ],
  [
    'inactive before the first day is to come',
    { employee: { status: 'inactive' }, contracts: [{ startAt: '2027-01-01' }] },
    { status: 'preboarding' },
  ],
  [
    'inactive between two contracts has left',
    { employee: { status: 'inactive' }, contracts: [{ startAt: '2020-01-01', endAt: '2021-01-01' }, { startAt: '2027-01-01' }] },
    { status: 'terminated' },
  ],
  ['active before the first day is to come', { contracts: [{ startAt: '2026-11-23' }] }, { status: 'preboarding' }],
  ['active from the first day', { contracts: [{ startAt: today }] }, { status: 'active' }],
  ['another word is unknown', { employee: { status: 'suspended' } }, { status: 'unknown' }],
  ['contracts that were not found', { contracts: null }, { status: 'unknown', startDate: undefined, terminationDate: undefined }],
  [
    'contracts that were left out',
    { employee: { status: 'inactive' }, contracts: undefined },
    { status: 'terminated', startDate: undefined, employmentTypeLabel: undefined },
  ],
  [
    'a contract without a first day leaves the status unknown',
    { contracts: [{ endAt: null }] },
    { status: 'unknown', startDate: undefined },
  ],
  [
    'the filter counts where the word is missing',
    { employee: { status: undefined }, listedAs: 'inactive' },
    { status: 'terminated' },
  ],
  ['the word counts before the filter', { employee: { status: 'active' }, listedAs: 'inactive' }, { status: 'active' }],
  [
    'somebody in no department and no office',
    { departments: [], offices: [], approvers: [] },
    { department: null, workLocation: null, managerId: null },
  ],
  [
    'of several departments the oldest counts, of several offices the latest, in whatever order',
    {
      departments: [
        { department: { id: 'd2', name: 'Tinte' }, createdAt: '2024-01-01T10:00:00+01:00' },
        { department: { id: 'd1', name: 'Hilado' }, createdAt: '2022-01-01T10:00:00+01:00' },
      ],
      offices: [
        { office: { id: 'o2', name: 'Ordizia' }, createdAt: '2024-01-01T10:00:00+01:00' },
        { office: { id: 'o1', name: 'Tolosa' }, createdAt: '2022-01-01T10:00:00+01:00' },
      ],
    },
    { department: { id: 'd1', name: 'Hilado' }, workLocation: { id: 'o2', name: 'Ordizia' } },
  ],
  [
    'who approves time off counts before who approves clock-ins, the lowest order first',
    {
      approvers: [
        { permission: 'check', order: 0, manager: { id: 'm1' } },
        { permission: 'vacation', order: 1, manager: { id: 'm2' } },
        { permission: 'vacation', order: 0, manager: { id: 'm3' } },
      ],
    },
    { managerId: 'm3' },
  ],
  [
    'without anybody for time off it is who approves clock-ins; other matters say nothing',
    {
      approvers: [
        { permission: 'expenses', order: 0, manager: { id: 'm1' } },
        { permission: 'vacation', order: 0, manager: null },
        { permission: 'check', order: 1, manager: { id: 'm2' } },
      ],
    },
    { managerId: 'm2' },
  ],
  ['whoever stands above in the chart', { chartManager: { id: 'm4' } }, { managerId: 'm4' }],
  ['nobody above in the chart', { chartManager: null }, { managerId: null }],
  [
    'a type of contract in our own words',
    { contracts: [{ ...open, contractTypeName: 'Full time' }] },
    { employmentType: 'full_time', employmentTypeLabel: 'Full time' },
  ],
  [
    'custom fields go by slug',
    {
      employee: {
        customFields: [
          { name: 'Talla', slug: 'cf_talla', value: 'M' },
          { name: 'no slug', slug: '', value: 'x' },
        ],
      },
    },
    { customFields: { cf_talla: 'M' } },
  ],
  ['times have an offset', { employee: { updatedAt: '2026-04-02T12:00:00+02:00' } }, { updatedAt: '2026-04-02T10:00:00Z' }],
  [
    'an IBAN is written with blanks',
    { employee: { accountNumber: 'ES91 2100 0418 4502 0005 1332', bic: '' } },
    { bankAccount: { iban: 'ES9121000418450200051332' } },
  ],
  ['a local account number', { employee: { accountNumber: '0002180070' } }, { bankAccount: { accountNumber: '0002180070' } }],
  ['no account number, whatever the bank', { employee: { accountNumber: '', bic: 'CAIXESBBXXX' } }, { bankAccount: null }],
];

describe('quirks', () => {
  test.each(rows)('%s', (_, given, gives) => {
    expect(mapped(given).draft).toMatchObject(gives);
  });

  test('a type of contract in words of the account is noted and stays a label', () => {
    const { draft, notes } = mapped({ contracts: [{ ...open, contractTypeName: 'Indefinido' }] });
    expect(draft).toMatchObject({ employmentType: undefined, employmentTypeLabel: 'Indefinido' });
    expect(notes).toEqual([['employmentType', 'unknown_value']]);
  });

  test('of people within assignations nothing but the id is kept, least of all their bank accounts', () => {
    const person = { id: 'b', email: 'b@alcor.example', accountNumber: '0002180070' };
    expect(Assignation.parse({ employee: person, manager: person })).toEqual({ employee: { id: 'b' }, manager: { id: 'b' } });
  });

  test('an IBAN with wrong check digits is noted and is no local number', () => {
    const { draft, notes } = mapped({ employee: { accountNumber: 'ES00 2100 0418 4502 0005 1332' } });
    expect(draft.bankAccount).toBeUndefined();
    expect(notes).toEqual([['bankAccount', 'invalid']]);
  });
});
