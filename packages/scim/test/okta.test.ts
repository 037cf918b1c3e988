import { describe, expect, test } from 'vitest';
import { coreGroup, coreUser, created, enterprise, patchOp, scimStage, sentUser, type Json } from './support/scim-stage.ts';

const list = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const error = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** What Okta sends when somebody is assigned. */
const assigned: Json = {
  schemas: [coreUser, enterprise],
  externalId: '00u1idaBerg',
  userName: 'ida@fjordkiste.example',
  name: { givenName: 'Ida', familyName: 'Berg' },
  emails: [{ primary: true, value: 'ida@fjordkiste.example', type: 'work' }],
  displayName: 'Ida Berg',
  locale: 'en-US',
  groups: [],
  password: 'Random-1-of-Okta',
  active: true,
  title: 'Rigger',
  [enterprise]: { employeeNumber: 701, department: 'Boats', manager: { value: '', displayName: '' } },
};

describe('what Okta sends (app made by its wizard)', () => {
  test('test of the credentials', async () => {
    const { get } = await scimStage();
    const { status, body, headers } = await get('/Users?startIndex=1&count=2');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/scim+json');
    expect(body).toEqual({ schemas: [list], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });
  });

  test('assignment: looked for, not found, created; the password is kept nowhere', async () => {
    const { get, post, store, id: connectionId } = await scimStage();
    const looked = await get('/Users?filter=userName%20eq%20%22ida%40fjordkiste.example%22&startIndex=1&count=100');
    expect(looked.body).toMatchObject({ totalResults: 0, Resources: [] });

    const { status, body, headers } = await post('/Users', assigned);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      schemas: [coreUser, enterprise],
      userName: 'ida@fjordkiste.example',
      externalId: '00u1idaBerg',
      active: true,
      [enterprise]: { employeeNumber: '701', department: 'Boats' },
      meta: { resourceType: 'User', location: `https://app.example/scim/v2/Users/${String(body['id'])}` },
    });
    expect(headers.get('location')).toBe((body['meta'] as Json)['location']);
    expect(body).not.toHaveProperty('password');
    expect(JSON.stringify(await store.pushed.page(connectionId, 'user', { limit: 10 }))).not.toContain('Random-1-of-Okta');
  });

  test('assignment of somebody who is there: 409, found, linked, and the profile is put', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    expect(await stage.post('/Users', assigned)).toMatchObject({
      status: 409,
      body: { schemas: [error], status: '409', scimType: 'uniqueness' },
    });
    const found = await stage.get('/Users?filter=userName%20eq%20%22IDA%40fjordkiste.example%22&startIndex=1&count=100');
    expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id }] });
    const { body } = await stage.get(`/Users/${id}`);

    const put = await stage.put(`/Users/${id}`, { ...body, title: 'Mate', name: { givenName: 'Ida', familyName: 'Dahl' } });

    expect(put).toMatchObject({ status: 200, body: { id, title: 'Mate', name: { familyName: 'Dahl' }, active: true } });
  });

  test('a PUT without active deactivates nobody, and one with false does', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    const { active: _active, ...rest } = assigned;
    expect((await stage.put(`/Users/${id}`, rest)).body['active']).toBe(true);
    expect((await stage.put(`/Users/${id}`, { ...rest, active: false })).body['active']).toBe(false);
    expect((await stage.put(`/Users/${id}`, rest)).body['active']).toBe(false);
  });

  test('what was unmapped vanishes from PUT and is not managed any more; what is null is empty', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    const { title: _title, ...rest } = assigned;
    await stage.put(`/Users/${id}`, { ...rest, nickName: null });
    const [employee] = await stage.employees();
    expect(employee).not.toHaveProperty('jobTitle');
    expect(employee?.preferredName).toBeNull();
  });

  test('import: pages by startIndex in a stable order, numbers as numbers', async () => {
    const stage = await scimStage();
    for (let number = 0; number < 25; number += 1) await created(stage, sentUser(`p${String(number)}`));
    const names: unknown[] = [];
    for (let startIndex = 1; startIndex <= 25; startIndex += 10) {
      const { body } = await stage.get(`/Users?startIndex=${String(startIndex)}&count=10`);
      expect(body).toMatchObject({ totalResults: 25, startIndex });
      names.push(...(body['Resources'] as Json[]).map(({ userName }) => userName));
    }
    expect(names).toEqual(Array.from({ length: 25 }, (_, number) => `p${String(number)}@fjordkiste.example`));
  });

  test('groups: pushed, put with their members, removed', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    const made = await stage.post('/Groups', { schemas: [coreGroup], displayName: 'Crew', members: [] });
    expect(made.status).toBe(201);
    const group = made.body['id'] as string;
    const put = await stage.put(`/Groups/${group}`, {
      schemas: [coreGroup],
      id: group,
      displayName: 'Crew',
      members: [{ value: id, display: 'ida@fjordkiste.example' }],
    });
    expect(put.body['members']).toEqual([{ value: id, display: 'ida@fjordkiste.example' }]);
    expect((await stage.employees())[0]).toMatchObject({ team: { name: 'Crew' }, customFields: { groups: ['Crew'] } });
    expect((await stage.delete(`/Groups/${group}`)).status).toBe(204);
    expect((await stage.get(`/Groups/${group}`)).status).toBe(404);
    expect((await stage.employees())[0]).toMatchObject({ team: null, customFields: { groups: [] } });
  });

  test('the token may come without the word Bearer', async () => {
    const { sender, token } = await scimStage();
    expect((await sender('').send('GET', '/Users', undefined, { headers: { authorization: token } })).status).toBe(200);
  });
});

describe('what Okta sends (app of its catalogue)', () => {
  test('deactivation and reactivation are a PATCH without a path', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    expect(await stage.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }])).toMatchObject({
      status: 200,
      body: { id, active: false },
    });
    expect((await stage.employees())[0]?.status).toBe('terminated');
    await stage.patch(`/Users/${id}`, [{ op: 'replace', value: { active: true } }]);
    expect((await stage.employees())[0]?.status).toBe('active');
  });

  test('a password that is synchronised is forgotten and wakes nobody', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    const before = await stage.get(`/Users/${id}`);
    const { status, body } = await stage.patch(`/Users/${id}`, [{ op: 'replace', value: { password: 'Random-2-of-Okta' } }]);
    expect(status).toBe(200);
    expect(body).toEqual(before.body);
  });

  test('a group is renamed and its members change in single requests', async () => {
    const stage = await scimStage();
    const [ida, per] = [await created(stage, assigned), await created(stage, sentUser('per'))];
    const { body } = await stage.post('/Groups', { schemas: [coreGroup], displayName: 'Crew', members: [{ value: ida }] });
    const group = body['id'] as string;
    expect((await stage.patch(`/Groups/${group}`, [{ op: 'replace', value: { id: group, displayName: 'Deck' } }])).status).toBe(
      204,
    );
    await stage.patch(`/Groups/${group}`, [
      { op: 'remove', path: `members[value eq "${ida}"]` },
      { op: 'add', path: 'members', value: [{ value: per, display: 'per@fjordkiste.example' }] },
    ]);
    expect((await stage.get(`/Groups/${group}`)).body).toMatchObject({
      displayName: 'Deck',
      members: [{ value: per, display: 'per@fjordkiste.example' }],
    });
    await stage.patch(`/Groups/${group}`, [{ op: 'replace', path: 'members', value: [{ value: ida }, { value: per }] }]);
    expect((await stage.get(`/Groups/${group}`)).body['members']).toEqual([{ value: ida }, { value: per }]);
  });
});

describe("Okta's acceptance tests, restated", () => {
  test('1 the list has somebody with names, address and state', async () => {
    const stage = await scimStage();
    await created(stage, assigned);
    const { status, body } = await stage.get('/Users?count=1&startIndex=1');
    expect(status).toBe(200);
    expect(body['schemas']).toContain(list);
    for (const number of ['itemsPerPage', 'startIndex', 'totalResults']) expect(body[number]).toBe(1);
    const [first] = body['Resources'] as readonly Json[];
    expect(first).toMatchObject({
      id: expect.any(String) as string,
      name: { familyName: 'Berg', givenName: 'Ida' },
      userName: 'ida@fjordkiste.example',
      active: true,
      emails: [{ value: 'ida@fjordkiste.example' }],
    });
  });

  test('2 somebody by id', async () => {
    const stage = await scimStage();
    const id = await created(stage, assigned);
    expect(await stage.get(`/Users/${id}`)).toMatchObject({ status: 200, body: { id, userName: 'ida@fjordkiste.example' } });
  });

  test('3 an unknown user name is an empty list, and 4 an unknown id an error with a detail', async () => {
    const { get } = await scimStage();
    expect(await get('/Users?filter=userName eq "nobody@fjordkiste.example"')).toMatchObject({
      status: 200,
      body: { totalResults: 0, schemas: [list] },
    });
    const { status, body } = await get('/Users/010101001010101011001010101011');
    expect(status).toBe(404);
    expect(body).toMatchObject({ schemas: [error], status: '404' });
    expect(body['detail']).not.toBe('');
  });

  test('5 creating answers 201 with what was sent, 6 creating again 409, 7 user names are the same in any case', async () => {
    const stage = await scimStage();
    const user = sentUser('runscope300');
    expect(await stage.post('/Users', user)).toMatchObject({ status: 201, body: { ...user, id: expect.any(String) as string } });
    expect((await stage.post('/Users', user)).status).toBe(409);
    expect((await stage.get('/Users?filter=userName eq "RUNSCOPE300@FJORDKISTE.EXAMPLE"')).body).toMatchObject({
      totalResults: 1,
    });
  });

  test('8 groups, and 9 no good token', async () => {
    const { get, sender } = await scimStage();
    expect((await get('/Groups')).status).toBe(200);
    const { status, body } = await sender('non-token').get('/Users');
    expect({ status, body }).toMatchObject({
      status: 401,
      body: { schemas: [error], status: '401', detail: expect.any(String) as string },
    });
  });

  test('create, first name, deactivate, reactivate, unassign: each is seen in the list', async () => {
    const stage = await scimStage();
    const find = async (): Promise<Json | undefined> =>
      ((await stage.get('/Users?filter=userName eq "ida@fjordkiste.example"')).body['Resources'] as readonly Json[])[0];
    const id = await created(stage, assigned);
    await stage.put(`/Users/${id}`, { ...assigned, name: { givenName: 'Idun', familyName: 'Berg' } });
    expect(await find()).toMatchObject({ name: { givenName: 'Idun' } });
    for (const active of [false, true, false]) {
      await stage.send('PATCH', `/Users/${id}`, { schemas: [patchOp], Operations: [{ op: 'replace', value: { active } }] });
      expect(await find()).toMatchObject({ active });
    }
  });
});
