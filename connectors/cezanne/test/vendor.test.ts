import { discoverFields, readEmployees, type EmployeeDraft } from '@rollcall/core';
import { replay, type Exchange } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { cezanne } from '../src/index.ts';
import { CezanneRecord } from '../src/schema.ts';

const tokenUrl = 'https://w3.cezanneondemand.com/oauth/token';
const client = { clientId: 'tolland-client-0042', clientSecret: 'tolland-canary-secret-8853', tokenUrl };
const config = { subdomain: 'w3', ...client };

const row = (from: unknown, to: unknown, primary: unknown = 1) => ({
  EFFECTIVEFROM: from,
  EFFECTIVETO: to,
  PRIMARYEMPLOYMENT: primary,
});

function person(others: object, members: object = {}): EmployeeDraft {
  const record = CezanneRecord.parse({ People: { PERSONID: 'P-1', ...members }, ...others });
  return cezanne.map(record, { config: { ...config, clientInBody: false }, today: '2026-11-22', note: () => undefined });
}

describe('employments', () => {
  test.each([
    ['the far future', '9999-12-31T00:00:00'],
    ['the last moment of .NET', '9999-12-31T23:59:59.9999999'],
    ['the last moment of .NET, as milliseconds', '/Date(253402300799999)/'],
    ['another far future', '/Date(32503680000000)/'],
    ['the year 2900', '2900-01-01T00:00:00'],
    ['nothing', null],
    ['an empty text', ''],
  ])('%s is no end', (_about, to) => {
    expect(person({ Employments: [row('2020-01-01', to)] })).toMatchObject({ status: 'active', terminationDate: null });
  });

  test.each([
    ['a timestamp without a zone', '2020-03-02T00:00:00'],
    ['with a zone', '2020-03-02T00:00:00Z'],
    ['a day', '2020-03-02'],
    ['.NET milliseconds', '/Date(1583107200000)/'],
    ['.NET milliseconds at local midnight', '/Date(1583103600000)/'],
  ])('the day of %s', (_about, from) => {
    expect(person({ Employments: [row(from, null)] }).startDate).toBe('2020-03-02');
  });

  test.each([[1], ['1'], [true], ['true']])('%s marks the primary employment', (primary) => {
    const rows = [row('2015-01-01', null, primary), row('2019-01-01', null, 0)];
    expect(person({ Employments: rows }).startDate).toBe('2015-01-01');
  });

  test('without a primary one, the one that began last of those that run', () => {
    expect(person({ Employments: [row('2015-01-01', null, 0), row('2019-01-01', null, 0)] }).startDate).toBe('2019-01-01');
  });

  test('the primary one that is to come waits for the other one that runs', () => {
    const rows = [row('2027-01-01', null, 1), row('2019-01-01', null, 0)];
    expect(person({ Employments: rows })).toMatchObject({ status: 'active', startDate: '2019-01-01' });
  });

  const past = row('2019-01-01', '2024-06-30', 1);
  const longer = row('2015-01-01', '2025-06-30', 0);
  const cases: [string, object[], object][] = [
    ['over, where the other one was over later', [longer, past], { status: 'terminated', terminationDate: '2024-06-30' }],
    [
      'over, where the other one is to come',
      [past, row('2027-01-01', null, 0)],
      { status: 'preboarding', startDate: '2027-01-01' },
    ],
    [
      'to come, where the other one comes before',
      [row('2027-03-01', null), row('2027-01-01', null, 0)],
      { startDate: '2027-03-01' },
    ],
    [
      'to come, where the other one is over',
      [row('2027-03-01', null), longer],
      { status: 'preboarding', startDate: '2027-03-01' },
    ],
    ['over since a start that cannot be read', [row('who knows', '2024-06-30'), longer], { status: 'unknown' }],
    ['without an end that can be read', [row('2019-01-01', 'who knows'), longer], { status: 'unknown' }],
  ];
  test.each(cases)('the primary one counts: %s', (_about, Employments, standing) => {
    expect(person({ Employments })).toMatchObject(standing);
  });

  test('the day notice was given and the last day at work are no end', () => {
    const members = { NOTICETERMINATIONDATE: '2026-10-01T00:00:00', LASTWORKDATE: '2026-11-01T00:00:00' };
    const employment = { ...row('2020-01-01', '2026-12-31'), ...members };
    expect(person({ Employments: [employment] })).toMatchObject({ status: 'active', terminationDate: '2026-12-31' });
  });

  test.each([
    [1, 'active'],
    ['1', 'active'],
    [true, 'active'],
    [0, 'unknown'],
    ['0', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    ['who knows', 'unknown'],
  ])('ACTIVEEMPLOYEE %s alone makes %s', (ACTIVEEMPLOYEE, status) => {
    expect(person({}, { ACTIVEEMPLOYEE }).status).toBe(status);
    expect(person({ Employments: [] }, { ACTIVEEMPLOYEE }).status).toBe(status);
  });

  test('dates speak before ACTIVEEMPLOYEE', () => {
    expect(person({ Employments: [row('2020-01-01', '2024-12-31')] }, { ACTIVEEMPLOYEE: 1 }).status).toBe('terminated');
    expect(person({ Employments: [row('2020-01-01', null)] }, { ACTIVEEMPLOYEE: 0 }).status).toBe('active');
  });

  test('an end that was not delivered ends nobody, and keeps nobody', () => {
    expect(person({ Employments: [{ EFFECTIVEFROM: '2020-01-01' }] }, { ACTIVEEMPLOYEE: 1 }).status).toBe('unknown');
  });
});

describe('deployments', () => {
  const job = (from: string | null, to: string | null, jobTitle: unknown) => ({ from, to, jobTitle });

  test.each([
    ['the current one', [job('2020-01-01', '2024-12-31', 'A'), job('2025-01-01', '9999-12-31', 'B')], 'B'],
    ['the next one', [job('2028-01-01', null, 'C'), job('2027-01-01', null, 'B'), job('2020-01-01', '2024-12-31', 'A')], 'B'],
    ['the last one', [job('2022-01-01', '2024-12-31', 'B'), job('2020-01-01', '2021-12-31', 'A')], 'B'],
    ['one without a title', [job('2022-01-01', null, null)], null],
    ['none', [], undefined],
    ['none that was read', undefined, undefined],
  ])('%s counts', (_about, Deployments, title) => {
    expect(person({ Deployments }).jobTitle).toBe(title);
  });
});

const exchanges = (name: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as Exchange[];

const failureOf = (others: object) => Array.fromAsync(readEmployees(cezanne, { config: { ...config, ...others } }));

describe('names', () => {
  test.each([
    ['no-person-code', {}, 'config.fields.PERSONID', 'PERSONKEY, GIVENNAME'],
    ['no-employments', {}, 'config.fields.Employments', 'People, Communications, OrgUnits'],
    ['deployments-set-unknown', { deployments: { jobTitle: 'JOBTITLE' } }, 'config.deployments.entitySet', 'OrgUnits'],
    ['deployments-unknown', { deployments: { jobTitle: 'POSITION' } }, 'config.deployments.jobTitle', 'MANAGERPERSONID'],
  ])('%s: the error names the setting and lists what exists', async (name, others, field, listed) => {
    const error: unknown = await replay(exchanges(name), () => failureOf(others).catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ problems: [{ field, problem: expect.stringContaining(listed) as unknown }] });
  });

  test.each([
    ['sets without properties', '<EntitySet Name="People"/><EntitySet Name="Communications"/><EntitySet Name="Employments"/>'],
    ['no sets', ''],
  ])('$metadata with %s says nothing: names are taken as documented', async (_about, sets) => {
    const response = `<Edmx><DataServices><Schema><EntityContainer>${sets}</EntityContainer></Schema></DataServices></Edmx>`;
    const stubbed = exchanges('two-pages').map((each) => (each.path.endsWith('$metadata') ? { ...each, response } : each));
    expect(await replay(stubbed, () => failureOf({}))).toHaveLength(3);
  });

  test('sets without people are left out of the list', async () => {
    const fields = await replay(exchanges('deployments-set-unknown'), () => discoverFields(cezanne, { config }));
    expect(new Set(fields.map(({ label }) => label))).toEqual(new Set(['People', 'Communications', 'Employments']));
  });

  test('a set is listed whose person code the customer calls otherwise', async () => {
    const read = () => discoverFields(cezanne, { config: { ...config, fields: { PERSONID: 'PERSONKEY' } } });
    const field = expect.objectContaining({ name: 'PERSONKEY', label: 'People' }) as unknown;
    expect(await replay(exchanges('no-person-code'), read)).toContainEqual(field);
  });
});

describe('settings', () => {
  test.each([
    ['nothing', {}, ['config.clientId', 'config.clientSecret', 'config.tokenUrl']],
    ['a client without a token URL', { ...client, tokenUrl: undefined }, ['config.tokenUrl']],
    ['a username without a password', { username: 'tolland.reader' }, ['config.password']],
    ['a token URL elsewhere', { ...client, tokenUrl: 'https://tolland.example/oauth/token' }, ['config.tokenUrl']],
    [
      'a token URL within the data service',
      { ...client, tokenUrl: 'https://w3.cezanneondemand.com/cezanneondemand/v7/dataservice.svc/People' },
      ['config.tokenUrl'],
    ],
    ['a version that is none', { ...client, version: '7/../v1' }, ['config.version']],
  ])('%s is refused', async (_about, given, fields) => {
    const read = async () => Array.fromAsync(readEmployees(cezanne, { config: { subdomain: 'w3', ...given } as typeof config }));
    const error: unknown = await read().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ConfigError', problems: fields.map((field) => ({ field })) });
  });

  test('a token URL on another host than the service gets no credentials', async () => {
    const read = () => failureOf({ tokenUrl: 'https://w9.cezanneondemand.com/oauth/token' });
    await expect(replay([], read)).rejects.toMatchObject({ code: 'host_not_allowed' });
  });

  test('another version is asked for by its path', async () => {
    const ofV9 = exchanges('two-pages').map((each) => ({ ...each, path: each.path.replace('/v7/', '/v9/') }));
    expect(await replay(ofV9, () => failureOf({ version: 'v9' }))).toHaveLength(3);
  });

  test.each([['/token'], ['/cezanneondemand/oauth2/token'], ['/a/b/c/token.ashx'], ['/cezannehr/-/tolland/oauth2/token']])(
    'tokens at %s',
    async (path) => {
      const [login, ...rest] = exchanges('two-pages');
      const moved = login === undefined ? [] : [{ ...login, path }];
      const read = () => failureOf({ tokenUrl: `https://w3.cezanneondemand.com${path}` });
      expect(await replay([...moved, ...rest], read)).toHaveLength(3);
    },
  );
});
