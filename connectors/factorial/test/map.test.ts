import type { EmployeeDraft, EmployeeField, IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { factorial } from '../src/index.ts';
import { manifest } from '../src/manifest.ts';
import { FactorialRecord } from '../src/schema.ts';

const today = '2026-11-22';
type Rows = readonly Readonly<Record<string, unknown>>[];

interface Given {
  readonly employee?: Readonly<Record<string, unknown>>;
  readonly contracts?: Rows;
  readonly shares?: Rows;
  readonly values?: Rows;
  readonly fields?: Rows;
  readonly places?: Rows;
  readonly teams?: Rows;
}

function mapped({ employee = {}, contracts = [], shares, values, fields, places, teams }: Given) {
  const notes: (readonly [EmployeeField, IssueKind])[] = [];
  const own = (rows: Rows | undefined) => rows && new Map([['7', rows]]);
  const byId = (rows: Rows | undefined) => rows && new Map(rows.map((row) => [String(row['id']), row]));
  const lists = {
    contracts: own(contracts),
    shares: own(shares),
    values: own(values),
    fields: byId(fields),
    locations: byId(places),
    teams: byId(teams),
  };
  const record = FactorialRecord.parse({ employee: { id: '7', active: true, terminated_on: null, ...employee }, ...lists });
  const draft = factorial.map(record, {
    config: { apiKey: 'x' },
    today,
    note: (field, kind) => {
      notes.push([field, kind]);
    },
  });
  return { draft, notes };
}

const hired = { effective_on: '2020-01-01', starts_on: '2020-01-01', job_title: 'Rigger' };

type Row = readonly [quirk: string, given: Given, gives: EmployeeDraft];

const rows: readonly Row[] = [
  [
    'the reference calls email personal, and it is the work address',
    { employee: { email: 'a@velerias.example', login_email: 'b@velerias.example' } },
    { workEmail: 'a@velerias.example' },
  ],
  [
    'without it the address of the session counts',
    { employee: { email: '', login_email: 'b@velerias.example' } },
    { workEmail: 'b@velerias.example' },
  ],
  [
    'the personal and the communications address are never taken for it',
    {
      employee: { email: null, login_email: null, personal_email: 'c@correo.example', communications_email: 'd@correo.example' },
    },
    { workEmail: null, personalEmail: 'c@correo.example' },
  ],
  ['an id of an older version is a number', { employee: { id: 7, manager_id: 8 } }, { id: '7', managerId: '8' }],
  ['an identifier of the company may be a number', { employee: { company_identifier: 31 } }, { employeeNumber: '31' }],
  [
    'no contract version: no first day, no title, the status of the flag',
    { contracts: [] },
    { startDate: null, jobTitle: null, status: 'active' },
  ],
  [
    'the latest version that holds counts, in whatever order',
    { contracts: [{ ...hired, effective_on: '2025-01-01', job_title: 'Foreman' }, hired] },
    { jobTitle: 'Foreman', startDate: '2020-01-01' },
  ],
  [
    'a version that begins today holds',
    { contracts: [hired, { ...hired, effective_on: today, job_title: 'Foreman' }] },
    { jobTitle: 'Foreman' },
  ],
  [
    'a version to come does not hold yet',
    { contracts: [hired, { ...hired, effective_on: '2026-11-23', job_title: 'Foreman' }] },
    { jobTitle: 'Rigger' },
  ],
  [
    'of versions to come the first counts',
    {
      contracts: [
        { effective_on: '2027-06-01', starts_on: '2027-01-01', job_title: 'B' },
        { effective_on: '2027-01-01', starts_on: '2027-01-01', job_title: 'A' },
      ],
    },
    { jobTitle: 'A', status: 'preboarding' },
  ],
  [
    'the first version without a first day holds from the day of hiring',
    { contracts: [{ effective_on: '2027-01-01', starts_on: null }] },
    { startDate: '2027-01-01', status: 'preboarding' },
  ],
  [
    'a first day that cannot be read leaves the status unknown',
    { contracts: [{ ...hired, starts_on: '01/02/2020' }] },
    { startDate: undefined, status: 'unknown' },
  ],
  [
    'ends_on of a contract ends nobody',
    { contracts: [{ ...hired, ends_on: '2024-12-31' }] },
    { status: 'active', terminationDate: null },
  ],
  [
    'a termination that is ahead ends nobody yet',
    { employee: { is_terminating: true, terminated_on: '2026-11-23' }, contracts: [hired] },
    { status: 'active', terminationDate: '2026-11-23' },
  ],
  [
    'the last day still counts, even when the flag is off already',
    { employee: { active: false, terminated_on: today }, contracts: [hired] },
    { status: 'active' },
  ],
  [
    'gone since yesterday, even when the flag is on still',
    { employee: { terminated_on: '2026-11-21' }, contracts: [hired] },
    { status: 'terminated' },
  ],
  [
    'an end that is ahead contradicts the flag',
    { employee: { active: false, terminated_on: '2027-01-31' }, contracts: [hired] },
    { status: 'unknown' },
  ],
  [
    'a contract that is to come contradicts the flag',
    { employee: { active: false }, contracts: [hired, { effective_on: '2027-01-01', starts_on: '2027-01-01' }] },
    { status: 'unknown' },
  ],
  [
    'not active because not begun',
    { employee: { active: false }, contracts: [{ effective_on: '2027-01-01', starts_on: '2027-01-01' }] },
    { status: 'preboarding' },
  ],
  [
    'rehired: the end of the earlier employment is none',
    { employee: { terminated_on: '2024-01-31' }, contracts: [hired, { effective_on: '2025-01-01', starts_on: '2025-01-01' }] },
    { status: 'active', startDate: '2025-01-01', terminationDate: null },
  ],
  [
    'neither a flag nor an end: nobody knows',
    { employee: { active: undefined, terminated_on: undefined } },
    { status: 'unknown' },
  ],
  [
    'the greatest of the shares that run today counts, not the newest',
    {
      shares: [
        { cost_center_id: '1', start_date: '2020-01-01', end_date: null, percentage: 0.6 },
        { cost_center_id: '2', start_date: '2026-01-01', end_date: null, percentage: 0.4 },
      ],
    },
    { costCenter: { id: '1', name: null } },
  ],
  [
    'a share that has ended does not count beside one that runs',
    {
      shares: [
        { cost_center_id: '1', start_date: '2020-01-01', end_date: '2026-11-21', percentage: 1 },
        { cost_center_id: '2', start_date: '2026-11-22', end_date: null, percentage: 0.1 },
      ],
    },
    { costCenter: { id: '2', name: null } },
  ],
  [
    'somebody who left keeps the last share',
    {
      shares: [
        { cost_center_id: '1', start_date: '2018-01-01', end_date: '2019-12-31', percentage: 1 },
        { cost_center_id: '2', start_date: '2020-01-01', end_date: '2024-12-31', percentage: 0.5 },
      ],
    },
    { costCenter: { id: '2', name: null } },
  ],
  [
    'countries are written small, zones may be missing',
    { employee: { location_id: '3' }, places: [{ id: '3', name: 'Porto', country: 'pt', timezone: null }] },
    { workLocation: { id: '3', name: 'Porto', country: 'PT' } },
  ],
  [
    'each type of custom field has a member of its own',
    {
      values: [
        { field_id: '1', value: null, single_choice_value: 'M' },
        { field_id: '2', long_text_value: 'long' },
        { field_id: '3', cents_value: 1250 },
        { field_id: '4', value: true },
        { field_id: '5', value: null },
      ],
      fields: [],
    },
    { customFields: { 1: 'M', 2: 'long', 3: 1250, 4: true, 5: null } },
  ],
  [
    'the slug of a custom field is its key',
    { values: [{ field_id: '1', value: 'M' }], fields: [{ id: '1', slug: 'size', label_text: 'Size' }] },
    { customFields: { size: 'M' } },
  ],
  [
    'without the list of fields nobody knows which key has a slug: custom fields are absent',
    { values: [{ field_id: '1', value: 'M' }] },
    { customFields: undefined },
  ],
  [
    'a name that could not be looked up leaves the id',
    { employee: { location_id: '3', legal_entity_id: 4 } },
    { workLocation: { id: '3', name: null }, legalEntity: { id: '4', name: null } },
  ],
  ['a person in no team and without a share', { teams: [], shares: [] }, { team: null, costCenter: null }],
  [
    'lists that were not read say nothing',
    {},
    { team: undefined, costCenter: undefined, customFields: undefined, workLocation: undefined },
  ],
];

describe('quirks', () => {
  test.each(rows)('%s', (_, given, gives) => {
    expect(mapped(given).draft).toMatchObject(gives);
  });

  test('a bank number of another format is noted and not taken for an IBAN', () => {
    const { draft, notes } = mapped({ employee: { bank_number: '002180701700000001', bank_number_format: 'clabe' } });
    expect(draft.bankAccount).toBeUndefined();
    expect(notes).toEqual([['bankAccount', 'unknown_value']]);
  });

  test('nobody is read with an older version of the API', () => {
    const paths = manifest.endpoints.reads.map((read) => read.split('/')[2]);
    expect(new Set(paths)).toEqual(new Set([manifest.api.version]));
  });
});
