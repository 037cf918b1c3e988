import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import { AuthError, proven, type AnyConnector, type Completeness, type ReadContext } from '@rollcall/core';
import { apiKey, type GivenOf } from '@rollcall/http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeConnector, type Exchange } from '../src/index.ts';
import { acme, acmeWith, definition, toEmployee, type AcmePerson, type manifest } from './acme.ts';
import { extraExchange, twoPages, writeFixtures } from './acme-fixtures.ts';

/** Runs the suite on a connector and gives the titles of the tests that failed. */
async function failures(connector: AnyConnector, changes: Readonly<Record<string, readonly Exchange[]>> = {}): Promise<string[]> {
  const fixtures = writeFixtures(changes);
  const found: { title: string; body: () => Promise<void> | void }[] = [];
  const path: string[] = [];
  describeConnector(connector, {
    fixtures,
    config: { token: 'canary-token-of-acme' },
    webhooks: [
      {
        name: 'changed',
        headers: { 'x-signature': sign('1', 'hook-secret') },
        body: '1',
        secret: 'hook-secret',
        notice: { kind: 'event', event: 'person.changed', employeeIds: ['1'] },
      },
    ],
    describe: (name, body) => {
      path.push(name);
      body();
      path.pop();
    },
    test: (name, body) => {
      found.push({ title: [...path.slice(1), name].join(' > '), body });
    },
  });
  const failed: string[] = [];
  for (const { title, body } of found) {
    try {
      await body();
    } catch {
      failed.push(title);
    }
  }
  rmSync(fixtures, { recursive: true });
  expect(found.length).toBeGreaterThan(25);
  return failed;
}

function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

type Context = ReadContext<typeof manifest>;

describe('the conformance suite', () => {
  test('a good connector passes', async () => {
    expect(await failures(acme)).toEqual([]);
  });

  test.each<[string, AnyConnector, string]>([
    [
      'an unknown status that becomes active',
      acmeWith({
        map: (person, context) => ({ ...toEmployee(person, context), status: person.state === 'gone' ? 'terminated' : 'active' }),
      }),
      'recorded cases > lifecycle',
    ],
    [
      'a placeholder for what is missing',
      acmeWith({
        map: (person, context) => ({
          lastName: 'Unknown',
          ...toEmployee({ ...person, name: person.name ?? 'Unknown' }, context),
        }),
      }),
      'recorded cases > sparse',
    ],
    [
      'a map that throws',
      acmeWith({ map: (person, context) => ({ ...toEmployee(person, context), lastName: (person.name as string).trim() }) }),
      'sparse and wrong-typed records > map never throws and keeps to the schema',
    ],
    [
      'a field that no employee has',
      acmeWith({ map: (person, context) => ({ ...toEmployee(person, context), nickname: 'x' }) }),
      'sparse and wrong-typed records > map never throws and keeps to the schema',
    ],
    ['everything accepted as a record', acmeWith({ record: z.custom<AcmePerson>() }), 'recorded cases > wrong-types'],
    [
      'a signature that is not looked at',
      acmeWith({ webhook: { ...definition.webhook, verify: () => true } }),
      'webhook > changed',
    ],
    ['a get that finds nobody and says undefined', acmeWith({ get: () => Promise.resolve(undefined) }), 'get > get-gone'],
  ])('finds %s', async (_defect, connector, title) => {
    expect(await failures(connector)).toContain(title);
  });

  test('finds a list that stops after the first page and calls it everyone', async () => {
    async function* list({ http }: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
      yield (await http.get<{ people: unknown[] }>('/people')).people;
      return proven({ by: 'single_answer', detail: 'so we hope' });
    }
    expect(await failures(acmeWith({ list }))).toContain('recorded cases > two-pages');
  });

  test('finds a list that takes errors for the end', async () => {
    async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
      try {
        return yield* definition.list(context);
      } catch {
        return proven({ by: 'last_page_signal', detail: 'nothing more came' });
      }
    }
    const failed = await failures(acmeWith({ list }));
    expect(failed).toContain('recorded cases > server-error');
    expect(failed).toContain('faults at every exchange > 500');
    expect(failed).toContain('faults at every exchange > truncated JSON');
  });

  test('finds a secret in an error', async () => {
    async function* list({ config }: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
      await Promise.resolve();
      if (config.token !== '') throw new AuthError({ code: 'credentials_rejected', message: `refused: ${config.token}` });
      yield [];
      return proven({ by: 'single_answer', detail: 'never' });
    }
    expect(await failures(acmeWith({ list }))).toContain('recorded cases > unauthorised');
  });

  test('finds a secret in an address, and a read without credentials', async () => {
    const inQuery = apiKey(({ config }: GivenOf<typeof manifest>) => ({ query: 'token', value: config.token }));
    expect(await failures(acmeWith({ auth: inQuery }))).toContain('auth > no secret is part of an address');
    const nobody = apiKey<GivenOf<typeof manifest>['config'], GivenOf<typeof manifest>['platform']>(() => ({
      header: 'x-token',
      value: 'always the same',
    }));
    expect(await failures(acmeWith({ auth: nobody }))).toContain('auth > every read says who asks');
  });

  test('finds an exchange that nobody asks for, and a request that is not recorded', async () => {
    expect(await failures(acme, { 'two-pages': [...twoPages, extraExchange] })).toContain('recorded cases > two-pages');
    expect(await failures(acme, { 'two-pages': twoPages.slice(0, 1) })).toContain('recorded cases > two-pages');
  });
});
