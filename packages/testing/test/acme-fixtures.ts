import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Exchange } from '../src/index.ts';

const ann = { id: '1', mail: 'ann@acme.example', name: 'Kallestad', state: 'here', from: '2020-01-01', to: null };
const bob = { id: 2, mail: null, name: 'Ødegård', state: 'away', from: '2021-01-01', to: '2027-01-01' };
const eva = { id: '3', mail: 'eva@acme.example', name: 'Ngata', state: 'gone', from: '2019-01-01', to: '2026-10-31' };

export const annEmployee = {
  id: '1',
  status: 'active',
  workEmail: 'ann@acme.example',
  lastName: 'Kallestad',
  startDate: '2020-01-01',
  terminationDate: null,
} as const;
const bobEmployee = {
  id: '2',
  status: 'leave',
  workEmail: null,
  lastName: 'Ødegård',
  startDate: '2021-01-01',
  terminationDate: '2027-01-01',
};
const evaEmployee = {
  id: '3',
  status: 'terminated',
  workEmail: 'eva@acme.example',
  lastName: 'Ngata',
  startDate: '2019-01-01',
  terminationDate: '2026-10-31',
};

const exchange = (path: string, response: Exchange['response'], status = 200): Exchange => ({
  scope: 'https://api.acme.example:443',
  method: 'GET',
  path,
  reqheaders: { 'x-token': 'canary-token-of-acme' },
  status,
  response,
  headers: { 'content-type': 'application/json' },
});
const page = (people: Exchange['response'], next: string | null = null): Exchange['response'] => ({ people, next });
const refused = (status: number): Exchange[] => [exchange('/people', { error: 'no' }, status)];

const recordings: Readonly<Record<string, readonly Exchange[]>> = {
  'two-pages': [exchange('/people', page([ann, bob], 'c2')), exchange('/people?cursor=c2', page([eva]))],
  empty: [exchange('/people', page([]))],
  lifecycle: [
    exchange(
      '/people',
      page([
        { ...ann, state: 'on the moon' },
        { ...bob, state: 'soon' },
      ]),
    ),
  ],
  sparse: [exchange('/people', page([{ id: '9' }]))],
  'wrong-types': [exchange('/people', page([{ ...ann, name: { first: 'x' } }, bob]))],
  'permission-gap': [exchange('/people', page([{ id: '1', state: 'here' }]))],
  unauthorised: refused(401),
  forbidden: refused(403),
  'rate-limited': refused(429),
  'server-error': refused(500),
  'get-one': [exchange('/people/1', ann)],
  'get-gone': [exchange('/people/8', { error: 'unknown' }, 404)],
};

const cases = {
  'two-pages': { employees: [annEmployee, bobEmployee, evaEmployee], requests: 2 },
  empty: { employees: [] },
  lifecycle: {
    employees: [
      { ...annEmployee, status: 'unknown' },
      { ...bobEmployee, status: 'preboarding' },
    ],
  },
  sparse: { employees: [{ id: '9', status: 'unknown' }] },
  'wrong-types': { employees: [bobEmployee], quarantined: [{ path: '$.name', expected: 'string' }] },
  'permission-gap': { employees: [{ id: '1', status: 'active' }], gaps: ['work:read'] },
  unauthorised: { error: { name: 'AuthError', code: 'credentials_rejected' } },
  forbidden: { error: { name: 'PermissionError', code: 'permission_missing' } },
  'rate-limited': { error: { name: 'RateLimitError', code: 'rate_limited' } },
  'server-error': { error: { name: 'UnavailableError', code: 'vendor_down' } },
  'get-one': { id: '1', employees: [annEmployee] },
  'get-gone': { id: '8', gone: true },
};

/** Writes the recordings of a good vendor to a temporary folder, with what was changed for a test. */
export function writeFixtures(changes: Readonly<Record<string, readonly Exchange[]>> = {}): URL {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-acme-'));
  for (const [name, exchanges] of Object.entries({ ...recordings, ...changes }))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(exchanges));
  writeFileSync(join(folder, 'expected.json'), JSON.stringify({ now: '2026-11-02T09:00:00Z', cases }));
  return pathToFileURL(`${folder}/`);
}

export const extraExchange = exchange('/people?cursor=never', page([]));
export const twoPages = recordings['two-pages'] ?? [];
