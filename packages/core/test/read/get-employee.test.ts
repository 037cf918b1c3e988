import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { AuthError, getEmployee, ResponseError, type GetResult } from '../../src/index.ts';
import { acme, clock, config, createVendor, errorOf, people, type AcmeDefinition } from '../support/acme.ts';

type Get = NonNullable<AcmeDefinition['get']>;

const ask = (get: Get, more: { fields?: ['bankAccount']; signal?: AbortSignal } = {}): Promise<GetResult> =>
  getEmployee(acme(createVendor([]), { get }), '1', { config, clock, ...more });
const answer = (record: unknown) => (): Promise<unknown> => Promise.resolve(record);

describe('getEmployee', () => {
  test('gives the person with what could not be read', async () => {
    const result = await ask(answer({ id: '1', first: 'Ann', state: 'resting' }));

    expect(result).toEqual({
      found: true,
      employee: { id: '1', firstName: 'Ann', status: 'unknown' },
      issues: [
        {
          employeeId: '1',
          field: 'status',
          kind: 'unknown_value',
          expected: 'one of active, away, left',
          received: 'text of 7 characters',
        },
      ],
      warnings: [],
    });
  });

  test('asks for the id that was given, with the checked config', async () => {
    const asked: unknown[] = [];
    await ask((context, id) => {
      asked.push(id, context.config);
      return Promise.resolve(people('1')[0]);
    });

    expect(asked).toEqual(['1', config]);
  });

  test('V2: null from the connector is the word of the vendor that the person is gone', async () => {
    expect(await ask(answer(null))).toEqual({ found: false, gone: true });
  });

  test('V2: where a vendor has one answer for gone and not to be seen, it is the word of nobody', async () => {
    const connector = acme(createVendor([]), { get: answer(null) });
    const capabilities = { ...connector.manifest.capabilities, get: 'hint' as const };
    const unsure = { ...connector, manifest: { ...connector.manifest, capabilities } };

    expect(await getEmployee(unsure, '1', { config, clock })).toEqual({ found: false, gone: false });
  });

  test('V2: undefined, the sign of a changed answer, is not: nobody leaves by it', async () => {
    expect(await errorOf(ask(answer(undefined)))).toBeInstanceOf(ResponseError);
  });

  test('V2: the record of somebody else is not an answer about this person', async () => {
    expect(await errorOf(ask(answer(people('2')[0])))).toBeInstanceOf(ResponseError);
  });

  test('V2: a vendor that cannot answer says nothing: the error is thrown', async () => {
    const gone = new ResponseError({ code: 'not_found', message: 'no such address', status: 404 });

    expect(await errorOf(ask(() => Promise.reject(gone)))).toBe(gone);
  });

  test('hands bank details out only when asked for', async () => {
    const record = { id: '1', state: 'active', iban: 'GB29NWBK60161331926819' };

    expect(JSON.stringify(await ask(answer(record)))).not.toContain(record.iban);
    expect(await ask(answer(record), { fields: ['bankAccount'] })).toMatchObject({
      employee: { bankAccount: { iban: record.iban } },
    });
  });

  test('a record of another form is an error by path and type', async () => {
    const error = await errorOf(ask(answer({ id: '1', first: { canary: true } })));

    expect(error).toMatchObject({
      code: 'schema_mismatch',
      vendor: 'acme',
      mismatches: [{ path: '$.first', expected: 'string', received: 'object' }],
    });
    expect(inspect(error, { depth: null })).not.toContain('canary');
  });

  test('passes errors of the kit and hides foreign ones', async () => {
    const known = new AuthError({ code: 'token_expired', message: 'too old' });
    const foreign = await errorOf(ask(() => Promise.reject(new Error('canary'))));

    expect(await errorOf(ask(() => Promise.reject(known)))).toBe(known);
    expect(foreign).toBeInstanceOf(ResponseError);
    expect(inspect(foreign, { depth: null })).not.toContain('canary');
  });

  test('collects the warnings of its look-ups', async () => {
    const result = await ask((context) => {
      context.warn('departments cannot be read');
      return Promise.resolve(people('1')[0]);
    });

    expect(result).toMatchObject({ warnings: ['departments cannot be read'] });
  });

  test('counts requests without telling anybody', async () => {
    const get: Get = ({ http }) => http.get('/people', { query: { page: 0 } }).then(() => null);

    expect(await ask(get)).toEqual({ found: false, gone: true });
  });

  test('throws the reason when it was aborted', async () => {
    const reason = new Error('the platform shuts down');
    const stop = new AbortController();
    const get: Get = () => {
      stop.abort(reason);
      return Promise.reject(new Error('canary'));
    };

    expect(await errorOf(ask(get, { signal: stop.signal }))).toBe(reason);
  });

  test('V2: aborted before it asked, it says nothing about the person', async () => {
    const reason = new Error('the platform shuts down');

    expect(await errorOf(ask(answer(null), { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  test('stops what the connector left under way', async () => {
    let signal: AbortSignal | undefined;
    await ask((context) => {
      signal = context.signal;
      return Promise.resolve(null);
    });

    expect(signal?.aborted).toBe(true);
  });

  test('is refused where the connector has no get', async () => {
    expect(await errorOf(getEmployee(acme(createVendor([])), '1', { config }))).toMatchObject({
      code: 'capability_missing',
      vendor: 'acme',
    });
  });

  test('refuses a bad config', async () => {
    const connector = acme(createVendor([]), { get: answer(null) });

    expect(await errorOf(getEmployee(connector, '1', { config: { token: 'canary' } }))).toMatchObject({ code: 'config_invalid' });
  });

  test('takes the system clock where none is given', async () => {
    expect(await getEmployee(acme(createVendor([]), { get: answer(people('1')[0]) }), '1', { config })).toMatchObject({
      found: true,
    });
  });
});
