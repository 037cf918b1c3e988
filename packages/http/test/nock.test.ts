import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { clientCredentials, cursorPages } from '../src/index.ts';
import { acmeOptions, type AcmeAuthentication } from './acme.ts';

// Contract tests of connectors replay recordings with nock: it has to get along with our agents and our look-up.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

it('intercepts log-ins, pages and repeated requests on the vendor’s own hosts', async () => {
  const scope = nock('https://api.acme.example')
    .post('/token', 'grant_type=client_credentials&client_id=a&client_secret=b')
    .reply(200, { access_token: 't', expires_in: 60 })
    .get('/people')
    .matchHeader('authorization', 'Bearer t')
    .reply(503)
    .get('/people')
    .reply(200, { data: [1], next: 'n' }, { link: 'x' })
    .get('/people')
    .query({ cursor: 'n' })
    .reply(200, { data: [2], next: null })
    .post('/search', { a: 1 })
    .reply(200, { data: [] });
  const auth: AcmeAuthentication = clientCredentials({ token: 'POST /token', client: () => ({ id: 'a', secret: 'b' }) });
  const http = auth.connect({ ...acmeOptions('http://unused.example'), http: { retryBaseMs: 1 } });
  const pages: unknown[] = [];
  interface Page {
    readonly data: readonly unknown[];
    readonly next: string | null;
  }
  for await (const page of cursorPages<Page>(http, '/people', { items: ({ data }) => data, next: ({ next }) => next }))
    pages.push(page);
  expect(pages).toEqual([[1], [2]]);
  expect(await http.post('/search', { json: { a: 1 } })).toEqual({ data: [] });
  scope.done();
});

it('an exchange that is not recorded fails as a network error', async () => {
  const auth: AcmeAuthentication = clientCredentials({ token: 'POST /token', client: () => ({ id: 'a', secret: 'b' }) });
  const http = auth.connect({ ...acmeOptions('http://unused.example'), http: { retries: 0 } });
  await expect(http.get('/people')).rejects.toMatchObject({ code: 'network' });
});
