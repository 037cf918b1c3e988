import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engine, owner } from '../src/engine.ts';
import { mounts, type Mount } from '../src/mounts.ts';

const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';

describe.each(Object.entries(mounts))('mounted in %s', (name, open) => {
  let mount: Mount;
  let token: string;
  beforeAll(async () => {
    mount = await open();
    const customer = engine.customer(`test ${name}`);
    const { connection } = await customer.connect({ actor: owner, connector: 'scim' });
    ({ token } = await customer.createPushToken(connection.id, { actor: owner }));
  });
  afterAll(() => mount.close());

  interface Answer {
    readonly status: number;
    readonly headers: Headers;
    readonly body: Readonly<Record<string, unknown>>;
  }

  async function send(method: string, path: string, body?: unknown, bearer = token): Promise<Answer> {
    const response = await mount.send(
      new Request(`${mount.origin}/scim/v2${path}`, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/scim+json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }

  const create = (userName: string) => send('POST', '/Users', { userName, name: { givenName: 'Ida', familyName: 'Berg' } });

  test('a user is made, and the answer says where it is', async () => {
    const { status, headers, body } = await create('ida@fjordkiste.example');
    expect(status).toBe(201);
    expect(headers.get('content-type')).toBe('application/scim+json');
    expect(headers.get('location')).toBe(`${mount.origin}/scim/v2/Users/${String(body['id'])}`);
  });

  test('a filter arrives as it was sent, percent-encoded', async () => {
    const { body: made } = await create('åse+test%25@fjordkiste.example');
    const filter = encodeURIComponent('userName eq "ÅSE+test%25@fjordkiste.example"');
    const { status, body } = await send('GET', `/Users?filter=${filter}&startIndex=1&count=100`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ totalResults: 1, Resources: [{ id: made['id'] }] });
  });

  test('a path arrives whole, percent-encoded as well', async () => {
    const urn = 'urn:ietf:params:scim:schemas:core:2.0:User';
    expect((await send('GET', `/Schemas/${encodeURIComponent(urn)}`)).body).toMatchObject({ id: urn });
    expect((await send('GET', '/ServiceProviderConfig')).body).toMatchObject({ patch: { supported: true } });
  });

  test('PATCH deactivates', async () => {
    const { body } = await create('jonas@fjordkiste.example');
    const operations = { Operations: [{ op: 'replace', value: { active: false } }] };
    const patched = await send('PATCH', `/Users/${String(body['id'])}`, operations);
    expect(patched).toMatchObject({ status: 200, body: { active: false } });
  });

  test('PUT and DELETE are led to the handler too', async () => {
    const { body } = await create('marte@fjordkiste.example');
    const path = `/Users/${String(body['id'])}`;
    expect(await send('PUT', path, { userName: 'marte@fjordkiste.example', title: 'Mate' })).toMatchObject({
      status: 200,
      body: { title: 'Mate' },
    });
    expect(await send('DELETE', path)).toMatchObject({ status: 204, body: {} });
    expect((await send('GET', path)).status).toBe(404);
  });

  test('404 has the body of an error of SCIM', async () => {
    const { status, headers, body } = await send('GET', '/Users/nobody');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/scim+json');
    expect(body).toMatchObject({ schemas: [errorSchema], status: '404' });
  });

  test('a wrong token is refused', async () => {
    const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const { status, headers, body } = await send('GET', '/Users', undefined, wrong);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(body).toMatchObject({ schemas: [errorSchema], status: '401' });
  });

  test('a body that is too large is refused', async () => {
    const tooLarge = 'x'.repeat(1_100_000);
    expect(await send('POST', '/Users', { userName: tooLarge })).toMatchObject({
      status: 413,
      body: { schemas: [errorSchema], status: '413' },
    });
    expect((await send('GET', '/Users?count=1')).status).toBe(200);
  });
});

interface Sent {
  readonly agent: Agent;
  readonly token: string;
  readonly body?: string;
  /** The length is not said beforehand. */
  readonly chunked?: boolean;
}

/** One socket for everything, as a sender with keep-alive has it. */
async function overOneSocket(url: string, { agent, token, body = '', chunked = false }: Sent) {
  const request = httpRequest(url, {
    agent,
    method: body === '' ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/scim+json',
      ...(!chunked && { 'content-length': Buffer.byteLength(body) }),
    },
  });
  if (chunked) request.write(body.slice(0, 10));
  request.end(chunked ? body.slice(10) : body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'close');
  return { status: response.statusCode, reused: request.reusedSocket };
}

test.each(Object.entries(mounts).filter(([name]) => !name.startsWith('Next')))(
  '%s: the connection survives bodies that are too large',
  async (name, open) => {
    const mount = await open();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      const customer = engine.customer(`one socket ${name}`);
      const { connection } = await customer.connect({ actor: owner, connector: 'scim' });
      const { token } = await customer.createPushToken(connection.id, { actor: owner });
      const url = `${mount.origin}/scim/v2/Users`;
      const send = (sent: Pick<Sent, 'body' | 'chunked'>) => overOneSocket(url, { agent, token, ...sent });
      const user = (userName: string): string => JSON.stringify({ userName });
      const tooLarge = user('x'.repeat(1_100_000));
      expect(await send({ body: user('ida@fjordkiste.example') })).toEqual({ status: 201, reused: false });
      expect(await send({ body: tooLarge })).toEqual({ status: 413, reused: true });
      expect(await send({ body: tooLarge, chunked: true })).toEqual({ status: 413, reused: true });
      expect(await send({ body: user('jonas@fjordkiste.example'), chunked: true })).toEqual({ status: 201, reused: true });
      expect(await send({})).toEqual({ status: 200, reused: true });
    } finally {
      agent.destroy();
      await mount.close();
    }
  },
);

test('the example runs, and says the same of every mount', async () => {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const nodeArguments = ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning', main];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, nodeArguments);
  expect(stderr).toBe('');
  expect(stdout.match(/│ 7 +│ '200 201 200 201 200 201 200' +│ 2 +│/g)).toHaveLength(Object.keys(mounts).length);
});
