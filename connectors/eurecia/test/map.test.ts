import type { EmployeeDraft } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { errors, readTemporaryToken } from '../src/auth.ts';
import { toEmployee } from '../src/map.ts';
import { EureciaRecord } from '../src/schema.ts';

function mapped(user: object): EmployeeDraft {
  const record = EureciaRecord.parse({
    user: { id: 'u1', archived: false, ...user },
  });
  return toEmployee(record, { config: { token: '' }, today: '2026-11-22', note: () => undefined });
}

describe('eurecia quirks', () => {
  test.each<readonly [string, object, Partial<EmployeeDraft>]>([
    ['a winter midnight in Paris is the day after in UTC', { hiringDate: 1704668400000 }, { startDate: '2024-01-08' }],
    ['a summer midnight in Paris too', { hiringDate: 1722031200000 }, { startDate: '2024-07-27' }],
    ['the hire counts before the entry', { hiringDate: 1704668400000, entryDate: 1514761200000 }, { startDate: '2024-01-08' }],
    [
      'whose access ends in the year 3000 has no last day',
      { dateEndAccess: 32503676400000 },
      { status: 'active', terminationDate: null },
    ],
    ['an end of access is no departure', { dateEndAccess: 1704668400000 }, { status: 'active', terminationDate: null }],
    ['archived with a departure ahead: left', { archived: true, departureDate: 1806447600000 }, { status: 'terminated' }],
    ['an employee without a login has no e-mail', { email: '', hasLogin: false }, { workEmail: null }],
    ['the first of several managers', { userDirectManagers: ['u2', 'u3'], userManagers: ['u4'] }, { managerId: 'u2' }],
    ['managers as objects', { userDirectManagers: [{ id: 'u2', email: 'x@y.example' }] }, { managerId: 'u2' }],
    ['nobody manages', { userDirectManagers: [] }, { managerId: null }],
    ['a phone without a professional one', { phones: [{ type: 'HOME', number: '1' }] }, { phone: '1' }],
    ['phones without numbers', { phones: [{ type: 'PRO', number: '' }] }, { phone: null }],
    ['members that did not come', {}, { phone: undefined, managerId: undefined, customFields: undefined, workEmail: undefined }],
    [
      'the contract is a word of the customer',
      { workContract: 'cdd' },
      { employmentType: undefined, employmentTypeLabel: 'cdd' },
    ],
    [
      'unless it is one of ours',
      { workContract: 'Part-time' },
      { employmentType: 'part_time', employmentTypeLabel: 'Part-time' },
    ],
    ['the first manager is nobody', { userDirectManagers: [null] }, { managerId: null }],
    ['a hire without a day counts as none', { hiringDate: '', entryDate: 1704668400000 }, { startDate: '2024-01-08' }],
    [
      'a departure before the hire belongs to an earlier employment',
      { hiringDate: 1722031200000, departureDate: 1704668400000 },
      { status: 'active', terminationDate: null },
    ],
  ])('%s', (_, user, expected) => {
    const draft = mapped(user);
    for (const [field, value] of Object.entries(expected)) expect(draft[field as keyof EmployeeDraft]).toEqual(value);
  });

  test('the temporary token stands under $, beside other members', () => {
    const answer = (token: object) => ({ eureciaResponse: { '@xmlns': {}, temporaryToken: { idUser: { $: 'u' }, token } } });
    expect(readTemporaryToken(answer({ $: 'abc' }))).toEqual({ accessToken: 'abc' });
    for (const body of [answer({}), answer({ $: '' }), {}, null, '<eureciaResponse/>'])
      expect(readTemporaryToken(body)).toBeUndefined();
  });

  test.each([
    ['token', 400, 'credentials'],
    ['token', 404, 'credentials'],
    ['token', 429, undefined],
    ['token', 500, undefined],
    ['/eurecia/rest/v4/users', 403, undefined],
  ])('%s answered with %i means %s', (request, status, means) => {
    expect(errors.describe?.({ request, status, headers: {}, body: '' })?.means).toBe(means);
  });
});
