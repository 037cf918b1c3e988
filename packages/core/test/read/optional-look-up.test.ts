import { describe, expect, test } from 'vitest';
import {
  AuthError,
  PermissionError,
  readEmployees,
  ResponseError,
  UnavailableError,
  type RollcallError,
} from '../../src/index.ts';
import { acme, clock, collect, config, createVendor, errorOf, listPages, people, type AcmeDefinition } from '../support/acme.ts';

function readWith(work: () => Promise<string[]>): { read: ReturnType<typeof readEmployees>; found: string[][] } {
  const found: string[][] = [];
  const list: AcmeDefinition['list'] = async function* (context) {
    found.push(await context.optional('departments', ['department', 'team'], work, []));
    return yield* listPages(context);
  };
  return { read: readEmployees(acme(createVendor([people('1')]), { list }), { config, clock }), found };
}

const message = 'canary';

describe('an optional look-up', () => {
  test('gives what it finds, without a warning', async () => {
    const { read, found } = readWith(() => Promise.resolve(['Sales']));
    await collect(read);

    expect(found).toEqual([['Sales']]);
    expect((await read.report).warnings).toEqual([]);
  });

  test.each<[number, RollcallError]>([
    [401, new AuthError({ code: 'credentials_rejected', message, status: 401 })],
    [403, new PermissionError({ message, status: 403 })],
    [404, new ResponseError({ code: 'not_found', message, status: 404 })],
    [200, new PermissionError({ message, status: 200 })],
    [200, new ResponseError({ code: 'not_found', message, status: 200 })],
  ])('that answers %i falls back and warns of what is lost', async (status, error) => {
    const { read, found } = readWith(() => Promise.reject(error));

    expect(await collect(read)).toHaveLength(1);
    expect(found).toEqual([[]]);
    expect((await read.report).warnings).toEqual([`departments cannot be read (${status}): department, team stay incomplete`]);
  });

  test.each([
    new UnavailableError({ code: 'vendor_down', message: 'down', status: 500 }),
    new PermissionError({ message: 'no status' }),
  ])('that fails otherwise ends the read: $message', async (error) => {
    const { read } = readWith(() => Promise.reject(error));

    expect(await errorOf(collect(read))).toBe(error);
    expect((await read.report).outcome).toBe('partial');
  });

  test('that fails with a foreign error ends the read, even when it has a status', async () => {
    const { read } = readWith(() => Promise.reject(Object.assign(new Error('canary'), { status: 404 })));

    expect(await errorOf(collect(read))).toMatchObject({ code: 'schema_mismatch' });
  });
});
