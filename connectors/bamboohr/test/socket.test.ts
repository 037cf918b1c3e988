import { getEmployee, readChanges } from '@rollcall/core';
import { createTwin, startSandbox } from '@rollcall/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bamboohrSandbox } from '../sandbox/index.ts';
import { bamboohr } from '../src/index.ts';

describe('over a socket', () => {
  const twin = createTwin({ seed: 'bamboohr get', size: 60 });
  let sandbox: Awaited<ReturnType<typeof start>>;
  const start = () => startSandbox(bamboohrSandbox, { twin });
  const options = () => ({
    config: sandbox.config,
    clock: { now: () => new Date(`${twin.today}T12:00:00Z`) },
    http: { origins: sandbox.origins },
  });
  beforeAll(async () => {
    sandbox = await start();
  });
  afterAll(() => sandbox.close());

  test('get finds everybody, and says who is gone', async () => {
    for (const person of twin.people) {
      const result = await getEmployee(bamboohr, String(person.id), options());
      expect(result).toMatchObject({
        found: true,
        employee: { id: String(person.id), workEmail: person.email, startDate: person.hireDate },
      });
    }
    expect(await getEmployee(bamboohr, '999999', options())).toEqual({ found: false, gone: true });
    expect(sandbox.failures).toEqual([]);
  });

  test('changes go on from the latest one', async () => {
    const first = await readChanges(bamboohr, '2000-01-01T00:00:00Z', options());
    expect(first.changes).toHaveLength(twin.people.length);
    expect(await readChanges(bamboohr, first.cursor, options())).toEqual({ changes: [], cursor: first.cursor });
  });
});
