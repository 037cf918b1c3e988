import { readEmployees, type EmployeeField } from '@rollcall/core';
import { createTwin, raw, startSandbox } from '@rollcall/sandbox';
import { expect, test } from 'vitest';
import { factorialSandbox } from '../sandbox/index.ts';
import { factorial } from '../src/index.ts';

const metaOf = (total: number): string =>
  `"meta":{"has_next_page":false,"has_previous_page":false,"total":${String(total)},"limit":100}`;

/** Reads a company whose lists are these, each in one answer. */
async function read(lists: Readonly<Record<string, string>>, fields: readonly EmployeeField[]) {
  const routes = factorialSandbox.routes.map((route) => ({
    ...route,
    handle: () => raw(200, lists[route.path.split('/').at(-1) ?? ''] ?? `{"data":[],${metaOf(0)}}`),
  }));
  const sandbox = await startSandbox({ ...factorialSandbox, routes }, { twin: createTwin({ size: 8 }) });
  try {
    return await Array.fromAsync(
      readEmployees(factorial, { config: sandbox.config, fields, http: { origins: sandbox.origins } }),
    );
  } finally {
    await sandbox.close();
  }
}

test('ids beyond 2^53 keep all their digits when they come as numbers, also as keys between lists', async () => {
  const employees = `{"data":[{"id":18446744073709550231,"manager_id":18446744073709550230,"active":true,"terminated_on":null}],${metaOf(1)}}`;
  const versions = `{"data":[{"id":1,"employee_id":18446744073709550231,"effective_on":"2020-01-01","starts_on":"2020-01-01"}],${metaOf(1)}}`;
  expect(await read({ employees, contract_versions: versions }, ['startDate', 'managerId'])).toEqual([
    { id: '18446744073709550231', status: 'active', startDate: '2020-01-01', managerId: '18446744073709550230' },
  ]);
});

test("the first team of the list counts, for leads too; a team without members is nobody's", async () => {
  const employees = `{"data":[{"id":"7","active":true,"terminated_on":null},{"id":"8","active":true,"terminated_on":null}],${metaOf(2)}}`;
  const none = '{"id":"1","name":"Nobody yet","employee_ids":null}';
  const first = '{"id":"2","name":"Sail loft","employee_ids":[7],"lead_ids":["8"]}';
  const second = '{"id":"3","name":"Works council","employee_ids":["7","8"],"lead_ids":[]}';
  const teams = `{"data":[${none},${first},${second}],${metaOf(3)}}`;
  const team = { id: '2', name: 'Sail loft' };
  expect(await read({ employees, teams }, ['team'])).toEqual([
    { id: '7', status: 'active', team },
    { id: '8', status: 'active', team },
  ]);
});

test.each([
  ['without a challenge where none was chosen', {}, ''],
  ['with an empty challenge', { 'x-factorial-wh-challenge': '' }, ''],
  ['with another challenge', { 'x-factorial-wh-challenge': 'another' }, 'challenge-of-nobody'],
])('a delivery %s is refused', (_, headers, secret) => {
  const body = new TextEncoder().encode('{"id":"1","is_terminating":true}');
  expect(factorial.webhook?.verify({ headers, body }, secret, new Date('2026-11-22T09:00:00Z'))).toBe(false);
});
