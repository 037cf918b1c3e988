import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PermissionError, readEmployees, type HttpOptions, type ReadReport } from '@rollcall/core';
import { afterEach, describe, expect, test } from 'vitest';
import { personio } from '../src/index.ts';

interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

const origin = 'https://api.personio.de';
const person = { id: '7301', first_name: 'Xaver' };
const running = { id: 'e-1', status: 'ACTIVE', employment_start_date: '2021-01-01' };
const problem = { personio_trace_id: 't', timestamp: '2026-11-21T09:00:00Z', errors: [{ title: 'x', detail: 'x', type: '' }] };
const page = (data: readonly unknown[], next?: string): Answer => ({
  body: { _data: data, _meta: { links: next === undefined ? {} : { next: { href: next } } } },
});

let close: () => void = () => undefined;
afterEach(() => {
  close();
});

/** A server that is asked over a socket, so that addresses can be compared letter for letter. Every token is a new one. */
async function serve(answer: (url: string, nth: number, request: IncomingMessage) => Answer) {
  const urls: string[] = [];
  const bodies: { readonly type: string | undefined; readonly text: string }[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '' } = request;
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    urls.push(url);
    if (request.method === 'POST') bodies.push({ type: request.headers['content-type'], text: Buffer.concat(chunks).toString() });
    const nth = urls.filter((other) => other === url).length;
    const token = { access_token: `papi-${String(nth)}`, token_type: 'Bearer', expires_in: 86_400 };
    const { status = 200, body } = request.method === 'POST' ? { body: token } : answer(url, nth, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void respond(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { urls, bodies, origins: { [origin]: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` } };
}

async function read(http: HttpOptions) {
  const run = readEmployees(personio, {
    config: { clientId: 'papi-lanternfold', clientSecret: 's&=+ü%' },
    platform: {},
    fields: ['firstName', 'startDate', 'terminationDate'],
    clock: { now: () => new Date('2026-11-21T09:00:00Z') },
    http: { retries: 2, retryBaseMs: 1, ...http },
  });
  try {
    const employees = await Array.fromAsync(run);
    return { employees, report: await run.report, error: undefined };
  } catch (error) {
    return { employees: [], report: await run.report, error };
  }
}

const coverageOf = ({ coverage }: ReadReport, field: 'firstName' | 'startDate') => coverage[field];

describe('log-in', () => {
  test('the token is asked for in a form, percent-encoded, and never as JSON', async () => {
    const { origins, bodies } = await serve(() => page([]));
    await read({ origins });
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(new URLSearchParams(bodies[0]?.text))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'papi-lanternfold',
      client_secret: 's&=+ü%',
    });
  });

  test('401 on persons with a good token is asked once more with a new token and is then a missing right', async () => {
    const tokens: (string | undefined)[] = [];
    const { origins } = await serve((_, __, request) => {
      tokens.push(request.headers.authorization);
      return { status: 401, body: problem };
    });
    const { error, report } = await read({ origins });
    expect(error).toBeInstanceOf(PermissionError);
    expect(error).toMatchObject({ code: 'permission_missing', status: 401 });
    expect(tokens).toEqual(['Bearer papi-1', 'Bearer papi-2']);
    expect(report.outcome).toBe('partial');
  });
});

describe('paging', () => {
  test('a plus in a cursor stays a plus, and what is encoded stays encoded', async () => {
    const query = 'cursor=b2Zm+c2V0%2BMQ%3D%3D';
    const { origins, urls } = await serve((url) =>
      url === '/v2/persons?limit=50' ? page([person], `${origin}/v2/persons?${query}`) : page(url.startsWith('/v2/persons?') ? [{ ...person, id: '7302' }] : [running]),
    ); // prettier-ignore
    const { report } = await read({ origins });
    expect(urls).toContain(`/v2/persons?${query}`);
    expect(report.outcome).toBe('complete');
  });

  test('a plus stays a plus on a rebuilt path too', async () => {
    const { origins, urls } = await serve((url) => {
      if (url === '/v2/persons?limit=50') return page([person]);
      return url.includes('cursor') ? page([]) : page([running], `${origin}/v2/employments?cursor=a+b`);
    });
    await read({ origins });
    expect(urls).toContain('/v2/persons/7301/employments?cursor=a+b');
    expect(urls.some((url) => url.startsWith('/v2/employments'))).toBe(false);
  });

  test('an empty page behind a next link proves nothing', async () => {
    const { origins } = await serve((url) => {
      if (url === '/v2/persons?limit=50') return page([person], `${origin}/v2/persons?cursor=x`);
      return url.startsWith('/v2/persons?') ? page([]) : page([running]);
    });
    const { employees, report } = await read({ origins });
    expect(employees).toHaveLength(1);
    expect(report.outcome).toBe('partial');
  });
});

describe('employments', () => {
  test('a 404 in passing is asked again', async () => {
    const { origins, urls } = await serve((url, nth) => {
      if (url === '/v2/persons?limit=50') return page([person]);
      return nth < 3 ? { status: 404, body: problem } : page([running]);
    });
    const { employees, report } = await read({ origins });
    expect(urls.filter((url) => url.includes('employments'))).toHaveLength(3);
    expect(employees).toEqual([{ id: '7301', firstName: 'Xaver', status: 'active', startDate: '2021-01-01' }]);
    expect(report.warnings).toEqual([]);
  });

  test('a 404 that stays makes the person unknown, with a warning', async () => {
    const { origins } = await serve((url) => (url === '/v2/persons?limit=50' ? page([person]) : { status: 404, body: problem }));
    const { employees, report } = await read({ origins });
    expect(employees).toEqual([{ id: '7301', firstName: 'Xaver', status: 'unknown' }]);
    expect(report.outcome).toBe('complete');
    expect(report.warnings).toEqual([expect.stringContaining('employments of some people could not be found')]);
  });

  test('a 502 in passing is asked again', async () => {
    const { origins } = await serve((url, nth) => {
      if (url === '/v2/persons?limit=50') return page([person]);
      return nth === 1 ? { status: 502, body: problem } : page([running]);
    });
    expect((await read({ origins })).employees).toHaveLength(1);
  });
});

test('without readable attributes the coverage says absent and the gaps name the attributes', async () => {
  const { origins } = await serve((url) =>
    url === '/v2/persons?limit=50' ? page([{ id: '1', employments: [{ id: 'e' }] }]) : page([{ id: 'e', status: 'ACTIVE' }]),
  );
  const { report } = await read({ origins });
  expect(coverageOf(report, 'firstName')).toEqual({ filled: 0, empty: 0, absent: 1 });
  expect(coverageOf(report, 'startDate')).toEqual({ filled: 0, empty: 0, absent: 1 });
  expect(report.permissionGaps).toEqual([
    { permission: 'Readable attribute: First name, Last name', fields: ['firstName'] },
    { permission: 'Readable attribute: Hire date', fields: ['startDate'] },
    { permission: 'Readable attribute: Termination date', fields: ['terminationDate'] },
  ]);
});
