import { describe, expect, test } from 'vitest';
import { coreGroup, coreUser, created, enterprise, scimStage, sentUser, type Json } from './support/scim-stage.ts';

const ida = sentUser('ida', { title: 'Rigger', nickName: 'Id', [enterprise]: { department: 'Boats', costCenter: '410' } });

describe('which attributes are answered (RFC 7644 §3.9)', () => {
  test.each<[string, readonly string[]]>([
    ['attributes=userName', ['id', 'schemas', 'userName']],
    ['attributes=name.givenName,title', ['id', 'name', 'schemas', 'title']],
    [`attributes=${enterprise}:department`, ['id', 'schemas', enterprise]],
    ['attributes=shoeSize', ['id', 'schemas']],
    ['excludedAttributes=emails,name,meta,active,id', ['id', 'nickName', 'schemas', 'title', enterprise, 'userName']],
  ])('%s', async (query, keys) => {
    const stage = await scimStage();
    const id = await created(stage, ida);
    const { body } = await stage.get(`/Users/${id}?${query}`);
    expect(Object.keys(body).sort()).toEqual([...keys].sort());
    const list = (await stage.get(`/Users?${query}`)).body['Resources'] as readonly Json[];
    expect(Object.keys(list[0] ?? {}).sort()).toEqual([...keys].sort());
  });

  test('parts of attributes are answered and left out', async () => {
    const stage = await scimStage();
    const id = await created(stage, ida);
    const two = await stage.get(`/Users/${id}?attributes=name.givenName,name.familyName,emails.value`);
    expect(two.body).toMatchObject({
      name: { givenName: 'ida', familyName: 'Berg' },
      emails: [{ value: 'ida@fjordkiste.example' }],
    });
    expect((two.body['emails'] as Json[])[0]).toEqual({ value: 'ida@fjordkiste.example' });
    const { body } = await stage.get(`/Users/${id}?excludedAttributes=name.familyName,${enterprise}:costCenter`);
    expect(body).toMatchObject({ name: { givenName: 'ida' }, [enterprise]: { department: 'Boats' } });
    expect(body['name']).toEqual({ givenName: 'ida' });
    expect(body[enterprise]).toEqual({ department: 'Boats' });
  });

  test('.search asks the same by a body', async () => {
    const stage = await scimStage();
    await created(stage, ida);
    const { body } = await stage.post('/Users/.search', { filter: 'title eq "Rigger"', attributes: ['userName'], count: 1 });
    expect(body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'ida@fjordkiste.example' }] });
    expect((await stage.get('/Users/.search')).status).toBe(405);
  });
});

describe('pages (RFC 7644 §3.4.2.4)', () => {
  test.each([
    ['startIndex=0&count=2', 1, 2],
    ['startIndex=-5&count=2', 1, 2],
    ['startIndex=3&count=2', 3, 1],
    ['startIndex=9&count=2', 9, 0],
    ['count=0', 1, 0],
    ['count=-1', 1, 0],
    ['count=100000', 1, 3],
  ])('%s', async (query, startIndex, itemsPerPage) => {
    const stage = await scimStage();
    for (const name of ['ida', 'per', 'kari']) await created(stage, sentUser(name));
    expect((await stage.get(`/Users?${query}`)).body).toMatchObject({ totalResults: 3, startIndex, itemsPerPage });
    const filtered = await stage.get(`/Users?${query}&filter=${encodeURIComponent('name.familyName eq "Berg"')}`);
    expect(filtered.body).toMatchObject({ totalResults: 3, startIndex, itemsPerPage });
  });

  test('a number that is none is refused', async () => {
    const { get } = await scimStage();
    expect(await get('/Users?count=many')).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
  });
});

describe('versions (RFC 7644 §3.14)', () => {
  test('an entity tag comes with every resource and changes with it', async () => {
    const stage = await scimStage();
    const made = await stage.post('/Users', ida);
    expect(made.headers.get('etag')).toBe('W/"1"');
    expect(made.body['meta']).toMatchObject({ version: 'W/"1"' });
    const path = `/Users/${String(made.body['id'])}`;
    const same = await stage.patch(path, [{ op: 'replace', path: 'title', value: 'Rigger' }]);
    expect(same.headers.get('etag')).toBe('W/"1"');
    const changed = await stage.patch(path, [{ op: 'replace', path: 'title', value: 'Mate' }]);
    expect(changed.headers.get('etag')).toBe('W/"2"');
    expect((await stage.send('GET', path, undefined, { headers: { 'if-none-match': 'W/"2"' } })).status).toBe(304);
    expect((await stage.send('GET', path, undefined, { headers: { 'if-none-match': 'W/"1"' } })).status).toBe(200);
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('%s of another version than the one named is refused', async (method) => {
    const stage = await scimStage();
    const id = await created(stage, ida);
    const body = method === 'PUT' ? ida : { Operations: [{ op: 'replace', path: 'title', value: 'Mate' }] };
    const send = (tag: string) =>
      stage.send(method, `/Users/${id}`, method === 'DELETE' ? undefined : body, { headers: { 'if-match': tag } });
    expect(await send('W/"7"')).toMatchObject({ status: 412, body: { status: '412' } });
    expect((await send('W/"1"')).status).toBeLessThan(300);
  });

  test('two changes at once both count, whatever their order', async () => {
    const stage = await scimStage();
    const id = await created(stage, ida);
    const fields = ['title', 'nickName', 'displayName', 'locale', 'timezone', 'userType'];
    const all = await Promise.all(fields.map((path) => stage.patch(`/Users/${id}`, [{ op: 'replace', path, value: 'x' }])));
    expect(all.map(({ status }) => status)).toEqual(fields.map(() => 200));
    const { body } = await stage.get(`/Users/${id}`);
    for (const field of fields) expect(body[field]).toBe('x');
  });

  test('of two creations at once one is a conflict', async () => {
    const stage = await scimStage();
    const both = await Promise.all([stage.post('/Users', ida), stage.post('/Users', ida)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await stage.get('/Users')).body).toMatchObject({ totalResults: 1 });
  });
});

describe('what the service says of itself', () => {
  test('configuration, resource types and schemas', async () => {
    const { get } = await scimStage();
    expect((await get('/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 500 },
      sort: { supported: false },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken' }],
    });
    expect((await get('/ResourceTypes')).body).toMatchObject({ totalResults: 2 });
    expect((await get('/ResourceTypes/User')).body).toMatchObject({
      endpoint: '/Users',
      schema: coreUser,
      schemaExtensions: [{ schema: enterprise, required: false }],
    });
    const { body } = await get('/Schemas');
    expect((body['Resources'] as Json[]).map(({ id }) => id)).toEqual([coreUser, enterprise, coreGroup]);
    expect(JSON.stringify(body)).not.toContain('null');
    expect((await get(`/Schemas/${enterprise}`)).body).toMatchObject({ id: enterprise, name: 'EnterpriseUser' });
    for (const nothing of ['/Schemas/urn:nobody', '/ResourceTypes/Device']) expect((await get(nothing)).status).toBe(404);
    expect((await get('/schemas')).status).toBe(200);
  });

  test.each<[string, string, number]>([
    ['GET', '/Me', 501],
    ['POST', '/Bulk', 501],
    ['GET', '/constructor', 404],
    ['GET', '/__proto__', 404],
    ['GET', '/Devices', 404],
    ['GET', '/', 404],
    ['GET', '/Users/a/b', 404],
    ['GET', '/Users/%zz', 404],
    ['DELETE', '/Users', 405],
    ['POST', '/Users/some-id', 405],
    ['POST', '/Schemas', 405],
  ])('%s %s is %d, as an error of SCIM', async (method, path, status) => {
    const { send } = await scimStage();
    const answer = await send(method, path, method === 'POST' ? {} : undefined);
    expect(answer).toMatchObject({
      status,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) },
    });
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
  });
});

describe('what is hostile or broken', () => {
  const refusals: [string, string, Parameters<Awaited<ReturnType<typeof scimStage>>['send']>[3], number][] = [
    ['a body of more than a megabyte', 'POST', { raw: JSON.stringify({ userName: 'x'.repeat(1_100_000) }) }, 413],
    ['a body that says so of itself', 'POST', { raw: '{}', headers: { 'content-length': '99999999' } }, 413],
    ['no JSON', 'POST', { raw: '{"userName":' }, 400],
    ['JSON that is no object', 'POST', { raw: '[]' }, 400],
    ['bytes that are no UTF-8', 'POST', { raw: new Uint8Array([0x22, 0xff, 0xfe, 0x22]) }, 400],
    ['another type', 'POST', { raw: '<user/>', headers: { 'content-type': 'application/xml' } }, 415],
    ['no user name', 'POST', { raw: JSON.stringify({ ...ida, userName: undefined }) }, 400],
    ['an empty user name', 'POST', { raw: JSON.stringify({ ...ida, userName: ' ' }) }, 400],
    ['a user name that is no text', 'POST', { raw: JSON.stringify({ ...ida, userName: { a: 1 } }) }, 400],
    ['active that is neither', 'POST', { raw: JSON.stringify({ ...ida, active: 'yes' }) }, 400],
    ['names that are no object', 'POST', { raw: JSON.stringify({ ...ida, name: [1, 2] }) }, 400],
    ['very deep JSON', 'POST', { raw: `${'{"name":'.repeat(50_000)}1${'}'.repeat(50_000)}` }, 400],
  ];

  test.each(refusals)('%s is refused with an error of SCIM', async (_what, method, options, status) => {
    const { send } = await scimStage();
    const answer = await send(method, '/Users', undefined, options);
    expect(answer).toMatchObject({ status, body: { status: String(status) } });
  });

  test('what it says repeats nothing that was sent', async () => {
    const { send } = await scimStage();
    for (const [, method, options] of refusals) {
      const { body } = await send(method, '/Users', undefined, options);
      expect(String(body['detail'])).not.toMatch(/xxx|ida|Berg|yes/);
    }
  });

  test('keys that every object inherits change no object', async () => {
    const stage = await scimStage();
    const raw = `{"userName":"ida@fjordkiste.example","__proto__":{"polluted":1},"name":{"__proto__":{"polluted":1}},"urn:a:b":{"__proto__":{"polluted":1}}}`;
    expect((await stage.send('POST', '/Users', undefined, { raw })).status).toBe(201);
    expect(({} as Json)['polluted']).toBeUndefined();
    expect(await stage.employees()).toHaveLength(1);
  });

  test('an unknown attribute is passed over, and one of your own schema is kept', async () => {
    const stage = await scimStage();
    const { status, body } = await stage.post('/Users', {
      ...ida,
      shoeSize: 41,
      'urn:fjordkiste:scim:2.0:User': { badge: 'B-7', languages: ['nb', 'en'], deep: { a: 1 } },
    });
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('shoeSize');
    expect(body['urn:fjordkiste:scim:2.0:User']).toEqual({ badge: 'B-7', languages: ['nb', 'en'] });
    expect((await stage.employees())[0]?.customFields).toEqual({ badge: 'B-7', languages: ['nb', 'en'] });
  });

  test('a database that is away is 503 with a pause, and says nothing of itself', async () => {
    const stage = await scimStage();
    const create = stage.store.pushed.create.bind(stage.store.pushed);
    stage.store.pushed.create = () => Promise.reject(new TypeError('password of the database: correct-horse-9'));
    const { status, body } = await stage.post('/Users', ida);
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('horse');
    stage.store.pushed.create = create;
    expect((await stage.post('/Users', ida)).status).toBe(201);
  });

  test('more requests than agreed are 429 with whole seconds, for this connection and no other', async () => {
    const stage = await scimStage({ requestsPerSecond: 2 });
    const other = await stage.other();
    const statuses: number[] = [];
    let pause: string | null = null;
    for (let number = 0; number < 8; number += 1) {
      const { status, headers } = await stage.get('/Users?count=0');
      statuses.push(status);
      pause ??= headers.get('retry-after');
    }
    expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200]);
    expect(statuses).toContain(429);
    expect(pause).toMatch(/^[1-9]\d*$/);
    expect((await other.get('/Users?count=0')).status).toBe(200);
  });
});

describe('one tenant and another', () => {
  test('neither sees, changes or deletes what the other pushed, by id, name or filter', async () => {
    const stage = await scimStage();
    const birch = await stage.other();
    const mine = await created(stage, ida);
    const group = (await stage.post('/Groups', { displayName: 'Crew', members: [{ value: mine }] })).body['id'] as string;
    let tried = 0;
    for (const path of [`/Users/${mine}`, `/Groups/${group}`]) {
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
        const body =
          method === 'PUT' ? { ...ida, displayName: 'x' } : { Operations: [{ op: 'replace', value: { displayName: 'x' } }] };
        const { status } = await birch.send(method, path, method === 'PUT' || method === 'PATCH' ? body : undefined);
        expect(status).toBe(404);
        tried += 1;
      }
    }
    for (const filter of ['userName eq "ida@fjordkiste.example"', `id eq "${mine}"`, 'title pr', 'name.familyName eq "Berg"']) {
      expect((await birch.get(`/Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({ totalResults: 0 });
      tried += 1;
    }
    for (const path of ['/Users', '/Groups']) {
      expect((await birch.get(path)).body).toMatchObject({ totalResults: 0 });
      tried += 1;
    }
    expect((await birch.post('/Users', ida)).status).toBe(201);
    expect(tried).toBe(14);
    expect((await stage.get(`/Users/${mine}`)).body).toMatchObject({ title: 'Rigger' });
    expect((await stage.employees())[0]).toMatchObject({ id: mine, jobTitle: 'Rigger' });
  });

  test.each(['', 'non-token', 'Bearer', `rollcall_${'0'.repeat(16)}_${'A'.repeat(43)}`])(
    'a token that is none opens nothing: %j',
    async (token) => {
      const { sender } = await scimStage();
      for (const [method, path] of [
        ['GET', '/Users'],
        ['POST', '/Users'],
        ['GET', '/Schemas'],
        ['GET', '/nothing'],
      ] as const) {
        const { status, headers } = await sender(token).send(method, path, method === 'POST' ? ida : undefined);
        expect(status).toBe(401);
        expect(headers.get('www-authenticate')).toBe('Bearer');
      }
    },
  );

  test('a token of a connection that has ended is refused', async () => {
    const stage = await scimStage();
    await stage.acme.disconnect(stage.id, { actor: { id: 'admin-1', kind: 'user' } });
    expect((await stage.get('/Users')).status).toBe(401);
  });
});
