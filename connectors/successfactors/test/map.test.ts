import type { EmployeeDraft, EmployeeField } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { errors } from '../src/errors.ts';
import { manifest } from '../src/manifest.ts';
import { toEmployee } from '../src/map.ts';
import { SuccessFactorsRecord } from '../src/schema.ts';

const notes: EmployeeField[] = [];

const context: Parameters<typeof toEmployee>[1] = {
  config: {
    apiServer: 'api55.sapsf.eu',
    companyId: 'HalbergmoorT1',
    apiKey: 'fictional',
    privateKey: 'fictional',
    technicalUser: 'API_ROLLCALL',
  },
  today: '2026-11-22',
  note: (field) => notes.push(field),
};

const day = (written: string): string => `/Date(${String(Date.parse(`${written}T00:00:00Z`))})/`;
const begun = { startDate: day('2020-01-01'), endDate: day('9999-12-31') };
const code = (externalCode: string | null): object => ({ emplStatusNav: { id: '1', externalCode } });
const typed = (nav: string, externalCode: string, row: object): object => ({ ...row, [nav]: { externalCode } });
const owners = new Map([['boss', 'BOSS']]);

interface Parts {
  readonly job?: object;
  readonly employment?: object;
  readonly person?: object;
  readonly emails?: readonly object[];
  readonly phones?: readonly object[];
}

function map({ job = {}, employment = {}, person = {}, emails, phones }: Parts): EmployeeDraft {
  notes.length = 0;
  const jobInfoNav = { results: [{ ...begun, ...code('A'), ...job }] };
  const employmentNav = { results: [{ userId: 'u1', startDate: day('2020-01-01'), endDate: null, jobInfoNav, ...employment }] };
  const navigations = { emailNav: emails && { results: emails }, phoneNav: phones && { results: phones } };
  const record = { person: { perPersonUuid: 'ID1', employmentNav, ...navigations, ...person }, owners };
  return toEmployee(SuccessFactorsRecord.parse(record), context);
}

describe('status', () => {
  test.each<[string, Parts, string]>([
    [
      'the code alone ends nobody whose last day is ahead',
      { job: code('T'), employment: { endDate: day('2026-12-31') } },
      'active',
    ],
    ['a retired person without a last day has left', { job: code('R') }, 'terminated'],
    ['the last day is behind, whatever the job still says', { employment: { endDate: day('2026-11-21') } }, 'terminated'],
    ['a code of the company’s own never ends anybody', { job: code('Z'), employment: { endDate: day('2026-01-31') } }, 'unknown'],
    ['no code', { job: code(null) }, 'unknown'],
    ['an option id is no code', { job: { emplStatusNav: undefined, emplStatus: '4606' } }, 'unknown'],
    [
      'without a code the last day counts',
      { job: { emplStatusNav: null, emplStatus: '4606' }, employment: { endDate: day('2026-11-21') } },
      'terminated',
    ],
    ['a code in place of the option id', { job: { emplStatusNav: undefined, emplStatus: 'T' } }, 'terminated'],
    ['only a job to come', { job: { startDate: day('2026-11-23') } }, 'preboarding'],
    ['only a termination to come', { job: { startDate: day('2026-11-23'), ...code('T') } }, 'unknown'],
    [
      'a first day that is today',
      { employment: { startDate: day('2026-11-22') }, job: { startDate: day('2026-11-22') } },
      'active',
    ],
    ['a start ahead, whatever the code', { employment: { startDate: day('2026-12-01') }, job: code('Z') }, 'preboarding'],
    ['a future hire who will not come', { employment: { startDate: day('2026-12-01') }, job: code('T') }, 'terminated'],
  ])('%s', (_, parts, status) => {
    expect(map(parts).status).toBe(status);
  });
});

describe('several employments', () => {
  const employment = (userId: string, status: string, days: object): object => ({
    ...days,
    userId,
    jobInfoNav: { results: [{ ...begun, ...code(status), jobTitle: userId }] },
  });
  const rehire = { startDate: day('2026-12-01'), endDate: null };
  test.each<[string, object, object, string]>([
    ['dates that are not shown: who works in one has not left', employment('a', 'A', {}), employment('t', 'T', {}), 'active'],
    [
      'a leaver’s employment that began later and whose end is not shown',
      employment('p', 'P', { startDate: day('2020-01-01'), endDate: null }),
      employment('t', 'R', { startDate: day('2024-01-01'), endDate: null }),
      'leave',
    ],
    ['a rehire to come, the former end not shown', employment('n', 'A', rehire), employment('t', 'T', {}), 'preboarding'],
    [
      'an end that is shown counts before a code',
      employment('z', 'T', { startDate: day('2020-01-01'), endDate: day('2026-12-31') }),
      employment('a', 'A', { startDate: day('2010-01-01'), endDate: day('2019-12-31') }),
      'active',
    ],
  ])('%s', (_, counts, other, status) => {
    const { userId } = counts as { userId: string };
    for (const results of [
      [counts, other],
      [other, counts],
    ])
      expect(map({ person: { employmentNav: { results } } })).toMatchObject({ status, jobTitle: userId });
  });
});

describe('dates', () => {
  test.each([
    ['/Date(-86400000)/', '1969-12-31'],
    ['/Date(1675641600000)/', '2023-02-06'],
    ['/Date(1675641600000+0000)/', '2023-02-06'],
    ['2023-02-06T00:00:00', '2023-02-06'],
  ])('%s', (startDate, expected) => {
    expect(map({ employment: { startDate } }).startDate).toBe(expected);
  });

  test('the offset of a stamp says nothing about its moment', () => {
    const stamp = (ms: number, offset: string) => ({ lastModifiedDateTime: `/Date(${String(ms)}${offset})/` });
    const { updatedAt } = map({ person: stamp(1_762_156_800_000, '+0060'), job: stamp(1_762_156_799_000, '-0300') });
    expect(updatedAt).toBe('2025-11-03T08:00:00Z');
  });

  test('the latest of person, employment and job', () => {
    const at = (lastModifiedDateTime: string) => ({ lastModifiedDateTime });
    expect(map({ person: at('2026-01-01T00:00:00Z'), job: at('/Date(1762156800000+0000)/') }).updatedAt).toBe(
      '2026-01-01T00:00:00Z',
    );
  });
});

describe('addresses and numbers', () => {
  const email = (type: string, emailAddress: string | null, isPrimary = false) =>
    typed('emailTypeNav', type, { emailAddress, isPrimary });
  const account = (address: string) => ({ userNav: { email: address } });
  test.each<[string, Parts, string | null | undefined]>([
    [
      'of several business addresses the primary one',
      { emails: [email('B', 'a@h.example'), email('B', 'b@h.example', true)] },
      'b@h.example',
    ],
    ['a private address is no work address', { emails: [email('P', 'a@p.example', true)] }, null],
    ['not as address of the account either', { emails: [email('P', 'a@p.example')], employment: account('A@P.example') }, null],
    ['the address of the account', { emails: [email('O', 'a@p.example')], employment: account('a@h.example') }, 'a@h.example'],
    ['an empty business address', { emails: [email('B', ' ')], employment: account('a@h.example') }, 'a@h.example'],
    ['types that are not shown', { emails: [{ emailAddress: 'a@p.example', isPrimary: true }] }, undefined],
  ])('%s', (_, parts, expected) => {
    expect(map(parts).workEmail).toBe(expected);
  });

  const number = (type: string, row: object) => typed('phoneTypeNav', type, row);
  test.each<[string, readonly object[], string | null | undefined]>([
    ['a whole number', [number('B', { countryCode: '49', phoneNumber: '+49 30 5550101' })], '+49 30 5550101'],
    ['a dial code with zeros', [number('C', { countryCode: '0049', areaCode: '30', phoneNumber: '5550101' })], '+49 30 5550101'],
    ['numbers in place of texts', [number('B', { countryCode: 49, areaCode: '', phoneNumber: 305_550_101 })], '+49 305550101'],
    ['business before mobile', [number('C', { phoneNumber: '1' }), number('B', { phoneNumber: '2' })], '2'],
    ['a private number', [number('H', { phoneNumber: '1' })], null],
    ['types that are not shown', [{ phoneNumber: '1' }], undefined],
  ])('%s', (_, phones, expected) => {
    expect(map({ phones }).phone).toBe(expected);
  });
});

describe('managers, types and units', () => {
  test.each<[unknown, string | null | undefined]>([
    ['boss', 'BOSS'],
    ['NO_MANAGER', null],
    ['', null],
    [null, null],
    [undefined, undefined],
    ['somebody-else', undefined],
  ])('managerId %j', (managerId, expected) => {
    expect(map({ job: { managerId } }).managerId).toBe(expected);
    expect(notes.includes('managerId')).toBe(managerId === 'somebody-else');
  });

  test('the label of a picklist comes before its code', () => {
    const type = { employeeClassNav: { externalCode: '7', localeLabel: 'Part Time' } };
    expect(map({ job: type })).toMatchObject({ employmentType: 'part_time', employmentTypeLabel: 'Part Time' });
  });

  test('a type of the company’s own is a label', () => {
    const { employmentType, employmentTypeLabel } = map({ job: { employmentTypeNav: { externalCode: 'REG' } } });
    expect([employmentType, employmentTypeLabel]).toEqual([undefined, 'REG']);
  });

  test('the business unit where there is no division, never the half of one and of the other', () => {
    const units = { businessUnit: 'BU1', businessUnitNav: { name: 'Retail' } };
    expect(map({ job: units }).team).toEqual({ id: 'BU1', name: 'Retail' });
    expect(map({ job: { ...units, division: 'D1', divisionNav: null } }).team).toEqual({ id: 'D1', name: null });
  });
});

describe('errors', () => {
  const meaning = (status: number, body: unknown, request = 'GET /odata/v2/PerPerson') =>
    errors.describe?.({ status, headers: {}, body, request })?.means;
  test.each<[string, number, unknown, string | undefined]>([
    ['a code in the message only', 401, { error: { code: 'x', message: { value: '[LGN0022]IP' } } }, 'permission'],
    ['a code in its member', 403, { error: { code: 'LGN0007' } }, 'credentials'],
    ['forbidden with another status', 400, { error: { code: 'COE_GENERAL_FORBIDDEN' } }, 'permission'],
    [
      'forbidden, with a number in the message',
      400,
      { error: { code: 'COE_GENERAL_FORBIDDEN', message: { value: '[COE0020]No permission' } } },
      'permission',
    ],
    ['a message that is a text', 412, { error: { message: 'x' } }, undefined],
    ['HTML', 500, '<html></html>', undefined],
  ])('%s', (_, status, body, means) => {
    expect(meaning(status, body)).toBe(means);
  });

  test('a log-in that is refused with 400 is refused for its credentials, one that fails is not', () => {
    expect(meaning(400, { errorMessage: 'x' }, 'token')).toBe('credentials');
    expect(meaning(500, { errorMessage: 'x' }, 'token')).toBeUndefined();
  });
});

test('every host of SAP’s list is accepted and no other', () => {
  const form = new RegExp(`^(?:${manifest.config.apiServer.pattern})$`, 'u');
  const hosts = ['api4.successfactors.com', 'api012.successfactors.eu', 'api10preview.sapsf.com', 'api15.sapsf.cn'];
  for (const host of [...hosts, 'apisalesdemo4.successfactors.com', 'api68sales.successfactors.com']) expect(host).toMatch(form);
  for (const host of ['evil.example', 'api4.successfactors.com.evil.example', 'x.api4.sapsf.eu', 'API4.sapsf.eu'])
    expect(host).not.toMatch(form);
});

test.each([
  [
    'the whole Certificate.pem',
    '-----BEGIN CERTIFICATE----- x -----END CERTIFICATE----- -----BEGIN PRIVATE KEY----- y -----END PRIVATE KEY-----',
  ],
  ['an RSA key', '-----BEGIN RSA PRIVATE KEY----- y -----END RSA PRIVATE KEY-----'],
  ['the Base64 of a key', 'MIIEfictional/+='],
])('%s is accepted as a key', (_, pasted) => {
  const form = new RegExp(`^(?:${manifest.config.privateKey.pattern})$`, 'u');
  expect(pasted).toMatch(form);
  expect('-----BEGIN ENCRYPTED PRIVATE KEY----- y -----END ENCRYPTED PRIVATE KEY-----').not.toMatch(form);
});
