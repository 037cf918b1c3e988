import { describe, expect, it } from 'vitest';
import {
  AuthError,
  PermissionError,
  RateLimitError,
  ResponseError,
  UnavailableError,
  type VendorErrorDetail,
} from '@rollcall/core';
import { acmeClient, failure, manifest, type AcmeOptions } from './acme.ts';
import { json, withServer } from './with-server.ts';

async function failWith(status: number, options: AcmeOptions = {}, body: unknown = {}, headers: Record<string, string> = {}) {
  const server = await withServer((response) => {
    json(response, body, status, headers);
  });
  const http = acmeClient(server.origin, { ...options, http: { retries: 1, ...options.http } });
  const error = await failure(http.get('/people/{id}', { params: { id: '42' } }));
  return { error, requests: server.seen.length };
}

describe('what a status means', () => {
  it.each([
    [400, ResponseError, 'request_rejected', 1],
    [401, AuthError, 'credentials_rejected', 1],
    [403, PermissionError, 'permission_missing', 1],
    [404, ResponseError, 'not_found', 1],
    [408, UnavailableError, 'timeout', 2],
    [410, ResponseError, 'not_found', 1],
    [422, ResponseError, 'request_rejected', 1],
    [429, RateLimitError, 'rate_limited', 2],
    [500, UnavailableError, 'vendor_down', 2],
    [501, UnavailableError, 'vendor_down', 1],
    [502, UnavailableError, 'vendor_down', 2],
    [503, UnavailableError, 'vendor_down', 2],
    [504, UnavailableError, 'vendor_down', 2],
    [521, UnavailableError, 'vendor_down', 1],
  ] as const)('%i', async (status, type, code, expected) => {
    const { error, requests } = await failWith(status);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code, status, vendor: 'acme', request: 'GET /people/{id}', docsUrl: manifest.docsUrl });
    expect((error as Error).message).toContain(`Acme HR answered ${status} to GET /people/{id}`);
    expect(requests).toBe(expected);
  });

  it('tells the administrator what to do', async () => {
    const step = { hint: expect.stringContaining('Step 1 of the set-up: Open Settings > API.') as string };
    expect((await failWith(401, { manifest: { credentialsStep: 1 } })).error).toMatchObject(step);
    expect((await failWith(401)).error).toMatchObject({ hint: expect.stringContaining('How they are made: https://') as string });
    expect((await failWith(403)).error).toMatchObject({
      permission: undefined,
      fields: ['firstName', 'bankAccount'],
      hint: expect.stringContaining('people:read (gives firstName); bank:read (gives bankAccount)') as string,
    });
    const [permission] = manifest.permissions;
    expect((await failWith(403, { manifest: { permissions: [{ ...permission, gives: [] }] } })).error).toMatchObject({
      permission: 'people:read',
    });
    expect((await failWith(403, { manifest: { permissions: [] } })).error).toMatchObject({
      hint: expect.stringContaining('right to read') as string,
    });
  });

  it('another status can mean too many requests', async () => {
    const { error, requests } = await failWith(403, { manifest: { limits: { concurrency: 1, statuses: [403] } } });
    expect(error).toMatchObject({ code: 'rate_limited' });
    expect(requests).toBe(2);
  });
});

describe('what the vendor says in the body', () => {
  it.each([
    ['credentials', 'credentials_rejected', 1],
    ['permission', 'permission_missing', 1],
    ['gone', 'not_found', 1],
    ['rate-limit', 'rate_limited', 2],
    ['unavailable', 'vendor_down', 2],
    ['rejected', 'request_rejected', 1],
  ] as const)('%s overrides the status', async (means, code, expected) => {
    const { error, requests } = await failWith(400, { errors: { describe: () => ({ means }) } });
    expect(error).toMatchObject({ code, status: 400 });
    expect(requests).toBe(expected);
  });

  it('is handed over whole: status, headers, JSON or text, path template', async () => {
    const calls: unknown[] = [];
    const describe = (answer: unknown): VendorErrorDetail | undefined => {
      calls.push(answer);
      return undefined;
    };
    await failWith(400, { errors: { describe } }, { code: 'E1' }, { 'X-Code': 'E1' });
    expect(calls).toMatchObject([{ status: 400, body: { code: 'E1' }, headers: { 'x-code': 'E1' }, request: '/people/{id}' }]);
  });

  it('shows code and request id when they look like some', async () => {
    const detail = { code: 'E_42', requestId: 'req-1' };
    const { error } = await failWith(400, { errors: { describe: () => detail } });
    expect(error).toMatchObject({ message: expect.stringContaining('(E_42)') as string, requestId: 'req-1' });
    const odd = await failWith(400, { errors: { describe: () => ({ code: 'Ana Quay is not allowed', requestId: 'a b' }) } });
    expect(odd.error).toMatchObject({ requestId: undefined });
    expect((odd.error as Error).message).not.toContain('Ana');
    expect((await failWith(400, {}, {}, { 'x-request-id': 'r9' })).error).toMatchObject({ requestId: 'r9' });
  });

  it('hides no status when reading it fails', async () => {
    const describe = () => {
      throw new TypeError('unforeseen');
    };
    expect((await failWith(401, { errors: { describe } })).error).toMatchObject({ code: 'credentials_rejected' });
  });
});
