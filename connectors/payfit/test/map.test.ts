import type { EmployeeDraft } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { toEmployee } from '../src/map.ts';
import { Contract, PayfitRecord } from '../src/schema.ts';

const open = { id: 'k1', startDate: '2022-03-25', endDate: null, status: 'ACTIVE' };

function mapped(person: object, contracts: readonly object[] = []): { readonly draft: EmployeeDraft; readonly notes: string[] } {
  const notes: string[] = [];
  const record = PayfitRecord.parse({
    person: { id: 'p1', terminationDate: null, contracts: [open], ...person },
    contracts: new Map([['p1', contracts.map((row) => Contract.parse(row))]]),
    company: { id: 'c1' },
  });
  const note = (field: string, kind: string): void => void notes.push(`${field} ${kind}`);
  return { draft: toEmployee(record, { config: { apiKey: '' }, today: '2026-11-22', note }), notes };
}

describe('payfit quirks', () => {
  test.each<readonly [string, object, Partial<EmployeeDraft>]>([
    [
      'a first day that cannot be read: nothing is known',
      { contracts: [{ ...open, startDate: '2026-02-30' }] },
      { status: 'unknown', startDate: undefined },
    ],
    [
      'an end that cannot be read: nothing is known',
      { contracts: [{ ...open, endDate: 'soon' }] },
      { status: 'unknown', terminationDate: undefined },
    ],
    [
      "a person's end that cannot be read: nothing is known",
      { terminationDate: '31/12' },
      { status: 'unknown', terminationDate: undefined },
    ],
    [
      'no end of the person at all: the contract speaks',
      { terminationDate: undefined },
      { status: 'active', terminationDate: null },
    ],
    [
      'a contract word in another case',
      { contracts: [{ ...open, startDate: null, status: 'Pending' }] },
      { status: 'preboarding' },
    ],
    [
      'days as empty texts are none',
      { contracts: [{ ...open, startDate: '', endDate: '', status: 'PENDING' }, open], terminationDate: '' },
      { status: 'active', startDate: '2022-03-25', terminationDate: null },
    ],
    [
      "the person's end counts before that of the contract",
      { contracts: [{ ...open, endDate: '2022-08-25' }], terminationDate: '2023-07-21' },
      { status: 'terminated', terminationDate: '2023-07-21' },
    ],
    [
      'a last day that was moved forward',
      { contracts: [{ ...open, endDate: '2027-12-31' }], terminationDate: '2027-03-31' },
      { status: 'active', terminationDate: '2027-03-31' },
    ],
    [
      'a person who has left in a contract that runs: nothing is known',
      { contracts: [{ ...open, endDate: '2027-12-31' }], terminationDate: '2026-06-30' },
      { status: 'unknown' },
    ],
    [
      'a person who will leave in a contract that is over: nothing is known',
      { contracts: [{ ...open, endDate: '2026-06-30' }], terminationDate: '2027-01-31' },
      { status: 'unknown' },
    ],
    [
      'a contract beside one that has ended runs to its own end',
      {
        contracts: [
          { ...open, endDate: '2026-06-30' },
          { ...open, startDate: '2024-01-01', endDate: '2027-12-31' },
        ],
        terminationDate: '2026-06-30',
      },
      { status: 'active', terminationDate: '2027-12-31' },
    ],
    [
      'an open contract behind one that ended',
      {
        contracts: [
          { ...open, endDate: '2023-01-31', status: 'ARCHIVED' },
          { ...open, startDate: '2023-02-01' },
        ],
      },
      { status: 'active', startDate: '2023-02-01', terminationDate: null },
    ],
    [
      'two that have ended: the later end counts',
      {
        contracts: [
          { ...open, endDate: '2024-06-30' },
          { ...open, startDate: '2020-01-01', endDate: '2021-01-01' },
        ],
        terminationDate: '2024-06-30',
      },
      { status: 'terminated', terminationDate: '2024-06-30' },
    ],
    [
      'the work e-mail is optional',
      { emails: [{ email: 'a@post.example', type: 'personal' }] },
      { workEmail: null, personalEmail: 'a@post.example' },
    ],
    [
      'an e-mail of unknown type is no work e-mail',
      { emails: [{ email: 'a@post.example', type: 'unknown' }] },
      { workEmail: null, personalEmail: 'a@post.example' },
    ],
    [
      'an empty e-mail is passed over',
      {
        emails: [
          { email: '', type: 'professional' },
          { email: 'B@firm.example', type: 'professional' },
        ],
      },
      { workEmail: 'b@firm.example' },
    ],
    ['e-mails that were not delivered', {}, { workEmail: undefined, personalEmail: undefined }],
    ['the second last name is kept apart', { lastName: 'Ortega', secondLastName: 'Vidal' }, { lastName: 'Ortega' }],
    ['a number that the company gave keeps its zeros', { matricule: '00042' }, { employeeNumber: '00042' }],
    [
      'an address is no place of work',
      { addresses: [{ address: '3 rue Inventée', city: 'Rennes', type: 'personal' }] },
      { workLocation: undefined },
    ],
    ['nobody is managed by nobody', { managerId: '' }, { managerId: null }],
    ['members without their scope', {}, { managerId: undefined, team: undefined, phone: undefined, bankAccount: undefined }],
  ])('%s', (_, person, expected) => {
    const { draft } = mapped(person);
    for (const [field, value] of Object.entries(expected)) expect(draft[field as keyof EmployeeDraft]).toEqual(value);
  });

  test('a word that PayFit does not document is noted', () => {
    const { draft, notes } = mapped({ contracts: [{ ...open, status: 'SUSPENDED' }] });
    expect(draft.status).toBe('unknown');
    expect(notes).toEqual(['status unknown_value']);
  });

  test('the job is that of the contract that counts, and the e-mail of a contract is never used', () => {
    const { draft } = mapped({ emails: [] }, [
      { jobName: 'Before', startDate: '2022-03-25', endDate: '2023-12-31', status: 'ARCHIVED' },
      { jobName: 'Now', startDate: '2024-01-01', status: 'ACTIVE', contactEmail: 'not.validated@elsewhere.example' },
    ]);
    expect(draft).toMatchObject({ jobTitle: 'Now', workEmail: null, personalEmail: null });
  });

  test('hours that the key may not see are absent, not empty', () => {
    expect(mapped({}, [{ startDate: '2022-03-25', isFullTime: null }]).draft.employmentType).toBeUndefined();
  });

  test('the missing scope is named, in a text or within an object, and nothing else of a text is', () => {
    const code = (details: unknown) =>
      errors.describe?.({ status: 403, request: '/x', headers: {}, body: { error: 'Forbidden action', details } })?.code;
    expect(code('Missing scope "contracts:read".')).toBe('contracts:read');
    expect(code({ reason: 'Missing scope "contracts:read".' })).toBe('contracts:read');
    expect(code('Out of scope for Imogen')).toBeUndefined();
    expect(code(undefined)).toBeUndefined();
  });

  test('of two addresses of a type the first counts, and one without a type is an unknown one', () => {
    const emails = [{ email: 'a@post.example' }, { email: 'b@post.example', type: 'unknown' }];
    expect(mapped({ emails }).draft).toMatchObject({ workEmail: null, personalEmail: 'a@post.example' });
  });

  test('whose phones are delivered and none is there has none', () => {
    expect(mapped({ phoneNumbers: [] }).draft.phone).toBeNull();
  });
});
