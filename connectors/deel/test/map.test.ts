import type { EmployeeDraft, EmployeeField, IssueKind } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { deel } from '../src/index.ts';
import { toEmployee } from '../src/map.ts';
import { DeelPerson } from '../src/schema.ts';

const today = '2026-11-21';
const settings = { token: 'token-of-nobody', environment: 'production', employeeNumber: 'worker_id' } as const;

interface Row {
  readonly quirk: string;
  readonly person: Readonly<Record<string, unknown>>;
  readonly gives: EmployeeDraft;
  readonly config?: { readonly employeeNumber: 'external_id' };
  readonly notes?: readonly (readonly [EmployeeField, IssueKind])[];
}

const live = { is_ended: false, start_date: '2024-01-01', termination_last_day: null };
const away = { leave_type: 'LONG_TERM_LEAVE', start_date: '2026-09-01', name: 'Parental leave' };
const ended = { is_ended: true, start_date: '2020-01-01', termination_last_day: '2023-12-31T00:00:00.000Z' };

const rows: readonly Row[] = [
  {
    quirk: 'the primary address is the log-in, often a private one: never the work address',
    person: { emails: [{ type: 'primary', value: 'kim@post.example' }] },
    gives: { workEmail: null, personalEmail: null },
  },
  {
    quirk: 'the e-mail of an employment is the private one too, whatever its description says',
    person: { emails: [{ type: 'work', value: null }], employments: [{ ...live, email: 'kim@post.example', work_email: null }] },
    gives: { workEmail: null },
  },
  {
    quirk: 'contractors and workers of record have their work address in the employment only',
    person: { emails: [{ type: 'work', value: '' }], employments: [{ ...live, work_email: 'Kim@Tannhof.example' }] },
    gives: { workEmail: 'kim@tannhof.example' },
  },
  {
    quirk: 'the work address of an ended employment is not that of the live one',
    person: { emails: [], employments: [{ ...ended, work_email: 'old@tannhof.example' }, live] },
    gives: { workEmail: null },
  },
  {
    quirk: 'addresses that are not delivered are absent, not empty',
    person: {},
    gives: { workEmail: undefined, personalEmail: undefined },
  },
  {
    quirk: 'worker_id is text here and a number in direct_manager, who is named by id',
    person: { worker_id: '40007', direct_manager: { id: 'm-1', worker_id: 40001, first_name: 'Reto', last_name: 'Amsler' } },
    gives: { employeeNumber: '40007', managerId: 'm-1' },
  },
  {
    quirk: 'worker_id as a number, as the personal read writes it',
    person: { worker_id: 40007 },
    gives: { employeeNumber: '40007' },
  },
  { quirk: 'nobody above', person: { direct_manager: null }, gives: { managerId: null } },
  { quirk: 'a manager who may not be seen is absent', person: {}, gives: { managerId: undefined } },
  { quirk: 'no department is an empty object', person: { department: {} }, gives: { department: null } },
  { quirk: 'no department is null', person: { department: null }, gives: { department: null } },
  { quirk: 'a department that is not delivered is absent', person: {}, gives: { department: undefined } },
  {
    quirk: 'an id beyond 2^53 that came as a number is refused, not rounded',
    person: { client_legal_entity: { id: 9_007_199_254_740_993, name: 'Tannhof Brot AG' } },
    gives: { legalEntity: { name: 'Tannhof Brot AG' } },
    notes: [['legalEntity', 'unreadable']],
  },
  { quirk: 'an id of many digits stays exact text', person: { id: '9007199254740993' }, gives: { id: '9007199254740993' } },
  {
    quirk: 'the country is the person’s own: it stands in where there is no place of work',
    person: { work_location: null, country: 'PT' },
    gives: { workLocation: { name: null, country: 'PT' } },
  },
  { quirk: 'no place and no country', person: { work_location: null, country: null }, gives: { workLocation: null } },
  {
    quirk: 'hiring_type says who employs: the type stays open and the word is the label',
    person: { hiring_type: 'eor' },
    gives: { employmentType: null, employmentTypeLabel: 'eor' },
  },
  ...['contractor', 'hris_direct_contractor', 'contractor_outside_deel'].map((word): Row => {
    const gives = { employmentType: 'contractor', employmentTypeLabel: word } as const;
    return { quirk: `${word} is a contractor`, person: { hiring_type: word }, gives };
  }),
  {
    quirk: 'a new hiring type is noted and kept as label',
    person: { hiring_type: 'astronaut' },
    gives: { employmentType: undefined, employmentTypeLabel: 'astronaut' },
    notes: [['employmentType', 'unknown_value']],
  },
  {
    quirk: 'person_status comes first',
    person: { person_status: 'ACTIVE', hiring_status: 'inactive' },
    gives: { status: 'active' },
  },
  {
    quirk: 'an unknown person_status is not overruled by an older word',
    person: { person_status: 'RETIRED', hiring_status: 'inactive' },
    gives: { status: 'unknown' },
    notes: [['status', 'unknown_value']],
  },
  {
    quirk: 'new_hiring_status goes before hiring_status',
    person: { person_status: null, new_hiring_status: 'active', hiring_status: 'inactive' },
    gives: { status: 'active' },
  },
  ...['draft', 'pending_invite', 'invited', 'in_review', 'quote_requires_changes', 'onboarding', 'onboarding_overdue'].map(
    (word): Row => ({ quirk: `${word} has not started`, person: { hiring_status: word }, gives: { status: 'preboarding' } }),
  ),
  ...['active', 'offboarding', 'onboarded'].map((word): Row => {
    const person = { hiring_status: word, start_date: '2026-12-01' };
    return { quirk: `${word} with a start ahead has not started`, person, gives: { status: 'preboarding' } };
  }),
  {
    quirk: 'no status at all says nothing',
    person: { start_date: '2024-01-01' },
    gives: { status: 'unknown', terminationDate: undefined },
  },
  {
    quirk: 'ACTIVE beside a start ahead works already: the start is that of the next contract',
    person: { person_status: 'ACTIVE', start_date: '2027-01-01', employments: [live, { ...live, start_date: '2027-01-01' }] },
    gives: { status: 'active', startDate: '2027-01-01' },
  },
  {
    quirk: 'the last day is included, and its time of day is none',
    person: { person_status: 'OFFBOARDING', direct_employee_termination_last_day: '2026-11-21T00:00:00.000Z' },
    gives: { status: 'active', terminationDate: '2026-11-21' },
  },
  {
    quirk: 'a last day that has passed ends somebody whom Deel still calls OFFBOARDING',
    person: { person_status: 'OFFBOARDING', direct_employee_termination_last_day: '2026-11-20T00:00:00.000Z' },
    gives: { status: 'terminated', terminationDate: '2026-11-20' },
  },
  {
    quirk: 'the single read writes the last day as a plain day',
    person: { hiring_status: 'offboarding', direct_employee_termination_last_day: '2026-12-31' },
    gives: { status: 'active', terminationDate: '2026-12-31' },
  },
  {
    quirk: 'the last day of an ended employment ends nobody who has a live one',
    person: { person_status: 'ACTIVE', start_date: '2020-01-01', employments: [ended, live] },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'nor does the same day at the top, though the live employment began before it',
    person: {
      person_status: 'ACTIVE',
      start_date: '2020-01-01',
      direct_employee_termination_last_day: '2026-06-30T00:00:00.000Z',
      employments: [{ ...ended, termination_last_day: '2026-06-30T00:00:00.000Z' }, live],
    },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'nor a day at the top that lies before the live employment',
    person: {
      hiring_status: 'active',
      start_date: '2020-01-01',
      direct_employee_termination_last_day: '2023-12-31T00:00:00.000Z',
      employments: [live],
    },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'ended employments alone end nobody whom Deel calls ACTIVE',
    person: { person_status: 'ACTIVE', employments: [ended] },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'who works beyond a planned completion is not ended by the other contract',
    person: {
      person_status: 'ACTIVE',
      employments: [
        { ...live, completion_date: '2026-01-31' },
        { ...live, start_date: '2023-01-01', termination_last_day: '2026-06-30' },
      ],
    },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'completion_date is planned: it ends nobody who works',
    person: { person_status: 'ACTIVE', completion_date: '2026-01-31', employments: [{ ...live, completion_date: '2026-01-31' }] },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'somebody who left without a last day ended with the contract',
    person: {
      person_status: 'INACTIVE',
      employments: [{ ...ended, termination_last_day: null, completion_date: '2025-03-31T10:00:00Z' }],
    },
    gives: { status: 'terminated', terminationDate: '2025-03-31' },
  },
  {
    quirk: 'a cancelled contractor was completed before the start: that is no last day',
    person: { person_status: 'INACTIVE', start_date: '2025-07-25', completion_date: '2025-07-19T13:06:30.918Z' },
    gives: { status: 'terminated', startDate: '2025-07-25', terminationDate: null },
  },
  {
    quirk: 'of two ended employments the later counts, in whatever order they come',
    person: {
      person_status: 'INACTIVE',
      employments: [{ ...ended, start_date: '2024-05-01', termination_last_day: '2025-04-30T00:00:00.000Z' }, ended],
    },
    gives: { status: 'terminated', terminationDate: '2025-04-30' },
  },
  {
    quirk: 'of somebody who left the latest last day counts, though a draft is still open',
    person: {
      person_status: 'INACTIVE',
      employments: [ended, { is_ended: false, start_date: null, termination_last_day: null }],
    },
    gives: { status: 'terminated', terminationDate: '2023-12-31' },
  },
  {
    quirk: 'NOT_STARTED after the start: the onboarding is late',
    person: { person_status: 'NOT_STARTED', start_date: '2026-11-01' },
    gives: { status: 'preboarding' },
  },
  ...['CANCELED', 'FAILED'].map((word): Row => {
    const lastDay = { direct_employee_termination_last_day: '2026-01-31T00:00:00.000Z' };
    const person = { person_status: 'ACTIVE', active_worker_termination_status: word, ...lastDay };
    return { quirk: `a ${word} termination ends nobody`, person, gives: { status: 'active', terminationDate: null } };
  }),
  {
    quirk: 'a last day ahead ends nobody, even of a completed termination',
    person: {
      person_status: 'OFFBOARDING',
      active_worker_termination_status: 'COMPLETED',
      employments: [{ ...live, termination_last_day: '2027-01-31T00:00:00.000Z' }],
    },
    gives: { status: 'active', terminationDate: '2027-01-31' },
  },
  {
    quirk: 'a last day that cannot be read ends nobody and is noted',
    person: { person_status: 'ACTIVE', direct_employee_termination_last_day: 'soon' },
    gives: { status: 'active', terminationDate: undefined },
    notes: [['terminationDate', 'unreadable']],
  },
  {
    quirk: 'without is_ended an employment is taken for a live one',
    person: { employments: [{ start_date: '2024-01-01', team: { id: 384_149, name: 'Ledger' } }] },
    gives: { team: { id: '384149', name: 'Ledger' } },
  },
  { quirk: 'a person without a contract has no team', person: { employments: [] }, gives: { team: null } },
  { quirk: 'employments that are not delivered say nothing', person: {}, gives: { team: undefined, terminationDate: undefined } },
  {
    quirk: 'external_id is the number where the customer says so',
    person: { worker_id: '40007', external_id: 'T-007' },
    config: { employeeNumber: 'external_id' },
    gives: { employeeNumber: 'T-007' },
  },
  {
    quirk: 'an external id that nobody entered is none, and worker_id does not stand in',
    person: { worker_id: '40007', external_id: null },
    config: { employeeNumber: 'external_id' },
    gives: { employeeNumber: null },
  },
  ...['termination_last_day', 'worker_termination_last_date_of_work'].map((member): Row => {
    const person = { person_status: 'OFFBOARDING', [member]: '2026-10-31T00:00:00.000Z' };
    const gives = { status: 'terminated', terminationDate: '2026-10-31' } as const;
    return { quirk: `${member} has been seen at the top as well`, person, gives };
  }),
  {
    quirk: 'somebody who has yet to start is not ended by a day behind them, wherever it stands',
    person: {
      person_status: 'NOT_STARTED',
      start_date: '2020-01-01',
      direct_employee_termination_last_day: '2023-12-31T00:00:00.000Z',
      employments: [
        { ...ended, termination_last_day: null },
        { is_ended: false, start_date: null },
      ],
    },
    gives: { status: 'preboarding', terminationDate: null },
  },
  {
    quirk: 'the same where only the older word is delivered',
    person: { hiring_status: 'onboarding', start_date: '2020-01-01', direct_employee_termination_last_day: '2023-12-31' },
    gives: { status: 'preboarding', terminationDate: null },
  },
  {
    quirk: 'the planned completion of somebody who left before it keeps nobody',
    person: {
      person_status: 'INACTIVE',
      completion_date: '2027-03-31T10:00:00Z',
      employments: [{ ...ended, termination_last_day: null, completion_date: '2027-03-31T10:00:00Z' }],
    },
    gives: { status: 'terminated', terminationDate: null },
  },
  {
    quirk: 'a last day of an earlier employment is passed over for the completion of the last one',
    person: {
      person_status: 'INACTIVE',
      start_date: '2024-05-01',
      employments: [ended, { is_ended: true, start_date: '2024-05-01', completion_date: '2025-04-30T00:00:00Z' }],
    },
    gives: { status: 'terminated', terminationDate: '2025-04-30' },
  },
  {
    quirk: 'an empty text is no last day',
    person: {
      person_status: 'ACTIVE',
      direct_employee_termination_last_day: '',
      employments: [{ ...live, termination_last_day: '' }],
    },
    gives: { status: 'active', terminationDate: null },
  },
  {
    quirk: 'an empty person_status is none: the older words count',
    person: { person_status: '', new_hiring_status: '', hiring_status: 'inactive' },
    gives: { status: 'terminated' },
  },
  { quirk: 'words in another case are the same', person: { person_status: 'inactive' }, gives: { status: 'terminated' } },
  ...(
    [
      ['a long leave that runs is a leave', { end_date: '2027-02-28' }, 'leave'],
      ['its last day is included', { end_date: '2026-11-21T00:00:00.000Z' }, 'leave'],
      ['a leave without an end goes on', {}, 'leave'],
      ['a leave that is over', { end_date: '2026-11-20' }, 'active'],
      ['a leave that is ahead', { start_date: '2026-11-22' }, 'active'],
      ['a short absence is a holiday', { leave_type: 'SHORT_TERM_LEAVE' }, 'active'],
    ] as const
  ).map(([quirk, more, status]): Row => {
    return { quirk, person: { person_status: 'ACTIVE', personal: { ooo: { ...away, ...more } } }, gives: { status } };
  }),
  {
    quirk: 'who has left is not on leave',
    person: { person_status: 'INACTIVE', personal: { ooo: away } },
    gives: { status: 'terminated' },
  },
  {
    quirk: 'the number at work goes before the others',
    person: {
      personal: {
        phone_numbers: [
          { type: 'PERSONAL', dial_code: '+41', phone_number: '790000001' },
          { type: 'WORK', dial_code: '+41', phone_number: '440000002' },
        ],
      },
    },
    gives: { phone: '+41 440000002' },
  },
  {
    quirk: 'an empty number is passed over, and one that has its dial code is left as it is',
    person: {
      personal: {
        phone_numbers: [
          { type: 'WORK', dial_code: '+41', phone_number: '' },
          { type: 'HOME', dial_code: '+41', phone_number: '+41 44 000 00 03' },
        ],
      },
    },
    gives: { phone: '+41 44 000 00 03' },
  },
  { quirk: 'no number', person: { personal: { phone_numbers: [] } }, gives: { phone: null } },
  { quirk: 'null for numbers', person: { personal: { phone_numbers: null } }, gives: { phone: null } },
  { quirk: 'numbers that were not asked for', person: {}, gives: { phone: undefined } },
  {
    quirk: 'custom fields by their name; empty text is none',
    person: {
      custom_fields: [
        { name: 'Locker', value: 'B-12' },
        { name: 'Shift', value: '' },
        { name: 'Union', value: null },
      ],
    },
    gives: { customFields: { Locker: 'B-12', Shift: null, Union: null } },
  },
  {
    quirk: 'of several accounts the active one',
    person: {
      banks: [
        { status: 'archived', account_number: '00000001' },
        { status: 'active', account_number: '00000002', sort_code: '000000', swift_bic: 'TANNCHZZ', full_name: 'Kim Egli' },
      ],
    },
    gives: { bankAccount: { accountNumber: '00000002', sortCode: '000000', bic: 'TANNCHZZ', holder: 'Kim Egli' } },
  },
  { quirk: 'no account', person: { banks: [] }, gives: { bankAccount: null } },
  {
    quirk: 'a wrong IBAN is left out and noted',
    person: { banks: [{ iban: 'CH00 0000 0000 0000 0000 0' }] },
    gives: { bankAccount: undefined },
    notes: [['bankAccount', 'invalid']],
  },
];

describe('quirks of a record', () => {
  test.each(rows)('$quirk', ({ person, gives, config, notes = [] }) => {
    const found: [EmployeeField, IssueKind][] = [];
    const note = (field: EmployeeField, kind: IssueKind): void => {
      found.push([field, kind]);
    };
    const draft = toEmployee(DeelPerson.parse({ id: 'p-1', ...person }), { config: { ...settings, ...config }, today, note });
    const fields = Object.keys(gives) as (keyof EmployeeDraft)[];
    expect(Object.fromEntries(fields.map((field) => [field, draft[field]]))).toEqual(gives);
    expect(found).toEqual(notes);
  });

  test('the manifest claims what the map gives, and nothing else', () => {
    const draft = toEmployee(DeelPerson.parse({ id: 'p-1' }), { config: settings, today, note: () => undefined });
    expect(Object.keys(draft).sort()).toEqual([...deel.manifest.fields].sort());
  });
});
