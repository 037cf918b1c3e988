import { generateKeyPairSync } from 'node:crypto';
import { readEmployees } from '@rollcall/core';
import nock from 'nock';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { successfactors } from '../src/index.ts';

const origin = 'https://api10preview.sapsf.com';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const config = {
  apiServer: 'api10preview.sapsf.com',
  companyId: 'HalbergmoorT1',
  apiKey: 'NGZmaWN0aW9uYWxLZXkwMDAwMDAwMDAw',
  // As it is copied from its file.
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  technicalUser: 'API_<ROLLCALL>',
} as const;
const options = { config, clock: { now: () => new Date('2026-11-22T09:00:00Z') }, http: { retries: 0 } };

beforeEach(() => {
  nock.disableNetConnect();
  if (!nock.isActive()) nock.activate();
});

afterEach(() => {
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

/** Somebody as an instance writes people that does not let the manager's employment be expanded. */
function person(id: number, manager: string): object {
  const job = { startDate: '/Date(1577836800000)/', endDate: '/Date(253402214400000)/', seqNumber: '1', managerId: manager };
  const employment = {
    userId: `u${String(id)}`,
    startDate: '/Date(1577836800000)/',
    endDate: null,
    jobInfoNav: { results: [job] },
  };
  return { perPersonUuid: `ID${String(id)}`, personIdExternal: String(id), employmentNav: { results: [employment] } };
}

function logIn(seen: URLSearchParams[] = []): void {
  nock(origin)
    .post('/oauth/token', (body: Record<string, string>) => {
      seen.push(new URLSearchParams(body));
      return true;
    })
    .reply(200, { access_token: 'fictional-token', token_type: 'Bearer', expires_in: 86_400 });
}

test('memory stays bounded: when too many people wait for their managers, all userIds are read at once', async () => {
  logIn();
  const isOfIds = ({ $select }: Record<string, string>): boolean => $select === 'perPersonUuid,employmentNav/userId';
  const people = Array.from({ length: 2_001 }, (_, index) => person(index + 1, 'u9999'));
  const ids = { perPersonUuid: 'ID9999', employmentNav: { results: [{ userId: 'u9999' }] } };
  const next = `${origin}:443/odata/v2/PerPerson?$skiptoken=fictional`;
  nock(origin)
    .get('/odata/v2/PerPerson')
    .query((query) => !isOfIds(query as Record<string, string>) && query['$skiptoken'] === undefined)
    .reply(200, { d: { results: people, __next: next } })
    .get('/odata/v2/PerPerson')
    .query((query) => isOfIds(query as Record<string, string>))
    .reply(200, { d: { results: [ids] } })
    .get('/odata/v2/PerPerson')
    .query({ $skiptoken: 'fictional' })
    .reply(200, { d: { results: [person(9999, 'NO_MANAGER'), person(9998, 'u1')] } });
  const read = readEmployees(successfactors, options);
  const managers = (await Array.fromAsync(read)).map(({ managerId }) => managerId);
  expect(managers).toEqual([...Array.from({ length: 2_001 }, () => 'ID9999'), null, 'ID1']);
  expect(await read.report).toMatchObject({ outcome: 'complete', requests: 4, warnings: [] });
});

test('nobody waits for managers whom nobody asked for, and their navigation is not expanded', async () => {
  logIn();
  let expanded = '';
  nock(origin)
    .get('/odata/v2/PerPerson')
    .query((query) => {
      expanded = String(query['$expand']);
      return true;
    })
    .reply(200, { d: { results: [person(1, 'u2')] } });
  const read = readEmployees(successfactors, { ...options, fields: ['firstName'] });
  expect(await Array.fromAsync(read)).toEqual([{ id: 'ID1', status: 'unknown' }]);
  expect(expanded).toBe('personalInfoNav,employmentNav,employmentNav/jobInfoNav,employmentNav/jobInfoNav/emplStatusNav');
  expect((await read.report).warnings).toEqual([]);
});

test('the assertion names the user, by its id, the client and the company', async () => {
  const seen: URLSearchParams[] = [];
  logIn(seen);
  nock(origin)
    .get('/odata/v2/PerPerson')
    .query(true)
    .reply(200, { d: { results: [] } });
  await Array.fromAsync(readEmployees(successfactors, options));
  const form = seen[0];
  expect([form?.get('company_id'), form?.get('client_id')]).toEqual([config.companyId, config.apiKey]);
  const xml = Buffer.from(form?.get('assertion') ?? '', 'base64').toString();
  expect(xml).toContain('>API_&lt;ROLLCALL&gt;</saml2:NameID>');
  expect(xml).toContain('<saml2:Audience>www.successfactors.com<');
  expect(xml).toContain(`Recipient="${origin}/oauth/token"`);
  expect(xml).toMatch(/Name="api_key"><saml2:AttributeValue[^>]*>NGZmaWN0aW9uYWxLZXkwMDAwMDAwMDAw</);
});
