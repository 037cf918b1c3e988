import { describe, expect, test } from 'vitest';
import { coreGroup, coreUser, created, enterprise, scimStage, sentUser, type Json } from './support/scim-stage.ts';

/** What Entra sends for a new person, nulls and all. */
const provisioned: Json = {
  schemas: [coreUser, enterprise],
  externalId: '5f1c1b52-0d0e-4c6e-9a01-6d2b1f0a1042',
  userName: 'ida@fjordkiste.example',
  active: true,
  displayName: 'Ida Berg',
  emails: [{ primary: true, type: 'work', value: 'ida@fjordkiste.example' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Ida Berg', familyName: 'Berg', givenName: 'Ida' },
  roles: [],
  title: null,
  addresses: null,
  phoneNumbers: null,
  department: null,
  manager: null,
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0User': { department: 'misspelt' },
  [enterprise]: { employeeNumber: '701', department: 'Boats' },
};

describe('what Entra sends', () => {
  test('Test Connection: nobody and no group is an empty list', async () => {
    const { get } = await scimStage();
    const unknown = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621';
    expect(await get(`/Users?filter=userName eq "${unknown}"`)).toMatchObject({ status: 200, body: { totalResults: 0 } });
    expect(await get(`/Groups?excludedAttributes=members&filter=displayName eq "${unknown}"`)).toMatchObject({
      status: 200,
      body: { totalResults: 0, Resources: [] },
    });
  });

  test.each([
    ['user name', 'userName eq "IDA@fjordkiste.example"'],
    ['external id', 'externalId eq "5f1c1b52-0d0e-4c6e-9a01-6d2b1f0a1042"'],
    ['work address', 'emails[type eq "work"].value eq "ida@fjordkiste.example"'],
    ['two conditions', 'userName eq "ida@fjordkiste.example" and active eq true'],
  ])('finds somebody by %s', async (_what, filter) => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    expect((await stage.get(`/Users?filter=${encodeURIComponent(filter)}`)).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id }],
    });
  });

  test('a body with nulls, a misspelt URN and members in the wrong place creates who was meant', async () => {
    const stage = await scimStage();
    const { status, body } = await stage.post('/Users', provisioned);
    expect(status).toBe(201);
    expect(body[enterprise]).toEqual({ employeeNumber: '701', department: 'Boats' });
    expect(body).not.toHaveProperty('title');
    expect(Object.keys(body).sort()).not.toContain('department');
    expect((await stage.employees())[0]).toMatchObject({ jobTitle: null, phone: null, department: { name: 'Boats' } });
  });

  test('the manager comes second, as a bare id, and is answered as an object', async () => {
    const stage = await scimStage();
    const [ida, kari] = [await created(stage, provisioned), await created(stage, sentUser('kari'))];
    const { body } = await stage.patch(`/Users/${ida}`, [{ op: 'Add', path: `${enterprise}:manager`, value: kari }]);
    expect(body[enterprise]).toMatchObject({ manager: { value: kari } });
    const people = await stage.employees();
    expect(people.find(({ id }) => id === ida)?.managerId).toBe(kari);
    const asked = `/Users?filter=id eq "${ida}" and ${enterprise}:manager eq "${kari}"&attributes=id`;
    expect((await stage.get(asked)).body).toMatchObject({ totalResults: 1, Resources: [{ id: ida }] });
  });

  test('a manager who was sent within the person as text is understood', async () => {
    const stage = await scimStage();
    const kari = await created(stage, sentUser('kari'));
    const { body } = await stage.post('/Users', { ...provisioned, [enterprise]: { manager: kari } });
    expect(body[enterprise]).toEqual({ manager: { value: kari } });
  });

  test.each([
    ['before aadOptscim062020', { op: 'Replace', path: 'active', value: 'False' }],
    ['with it', { op: 'replace', path: 'active', value: false }],
    ['merged into one operation', { op: 'replace', value: { active: false, displayName: 'Ida Berg' } }],
  ])('disabling ends the employment here, %s', async (_what, operation) => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    expect((await stage.patch(`/Users/${id}`, [operation])).body['active']).toBe(false);
    expect((await stage.employees())[0]?.status).toBe('terminated');
    expect((await stage.get(`/Users/${id}`)).body['active']).toBe(false);
  });

  test('restoring brings the same person back', async () => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    await stage.patch(`/Users/${id}`, [{ op: 'Replace', path: 'active', value: 'False' }]);
    await stage.patch(`/Users/${id}`, [{ op: 'Replace', path: 'active', value: 'True' }]);
    expect(await stage.employees()).toMatchObject([{ id, status: 'active' }]);
  });

  test('a hard delete is a statement: 204, then 404, and the person is a leaver of whom little is kept', async () => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    expect((await stage.delete(`/Users/${id}`)).status).toBe(204);
    expect((await stage.get(`/Users/${id}`)).status).toBe(404);
    expect((await stage.delete(`/Users/${id}`)).status).toBe(404);
    expect(await stage.employees()).toMatchObject([{ id, status: 'terminated', workEmail: 'ida@fjordkiste.example' }]);
    expect(JSON.stringify(await stage.store.pushed.get(stage.id, 'user', id))).not.toContain('Berg');
    expect((await stage.post('/Users', provisioned)).status).toBe(201);
  });

  test('groups: created without members, looked at without them, members added and taken out one by one', async () => {
    const stage = await scimStage();
    const [ida, per] = [await created(stage, provisioned), await created(stage, sentUser('per'))];
    const made = await stage.post('/Groups', {
      schemas: [coreGroup, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
      externalId: 'g-1',
      displayName: 'Crew',
      meta: { resourceType: 'Group' },
    });
    expect(made.status).toBe(201);
    const id = made.body['id'] as string;
    expect((await stage.post('/Groups', { schemas: [coreGroup], displayName: 'crew' })).status).toBe(409);
    const add = {
      op: 'Add',
      path: 'members',
      value: [
        { $ref: null, value: ida },
        { $ref: null, value: per },
      ],
    };
    expect((await stage.patch(`/Groups/${id}`, [add])).status).toBe(204);
    expect((await stage.get(`/Groups/${id}?excludedAttributes=members`)).body).not.toHaveProperty('members');
    const asked = await stage.get(`/Groups?filter=id eq "${id}" and members eq "${ida}"`);
    expect(asked.body).toMatchObject({ totalResults: 1 });
    await stage.patch(`/Groups/${id}`, [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: ida }] }]);
    expect((await stage.get(`/Groups/${id}`)).body['members']).toEqual([{ value: per }]);
    await stage.patch(`/Groups/${id}`, [{ op: 'remove', path: `members[value eq "${per}"]` }]);
    expect((await stage.get(`/Groups/${id}`)).body['members']).toEqual([]);
    expect((await stage.delete(`/Groups/${id}`)).status).toBe(204);
  });
});

describe("the cases of Microsoft's validator, restated", () => {
  const simple: readonly [string, string, string][] = [
    ['displayName', 'displayName', 'Ida B.'],
    ['title', 'title', 'Mate'],
    ['preferredLanguage', 'preferredLanguage', 'nb-NO'],
    ['name.givenName', 'name.givenName', 'Idun'],
    ['name.familyName', 'name.familyName', 'Dahl'],
    ['name.formatted', 'name.formatted', 'Idun Dahl'],
    ['externalId', 'externalId', 'another'],
    [`${enterprise}:employeeNumber`, 'employeeNumber', '702'],
    [`${enterprise}:department`, 'department', 'Ropes'],
    ['emails[type eq "work"].value', 'emails', 'new@fjordkiste.example'],
    ['addresses[type eq "work"].formatted', 'addresses', 'Kaia 1'],
    ['addresses[type eq "work"].streetAddress', 'addresses', 'Kaia 1'],
    ['addresses[type eq "work"].locality', 'addresses', 'Bergen'],
    ['addresses[type eq "work"].postalCode', 'addresses', '5003'],
    ['addresses[type eq "work"].country', 'addresses', 'NO'],
    ['phoneNumbers[type eq "work"].value', 'phoneNumbers', '55 00 00 01'],
    ['phoneNumbers[type eq "mobile"].value', 'phoneNumbers', '90 00 00 01'],
    ['phoneNumbers[type eq "fax"].value', 'phoneNumbers', '55 00 00 02'],
  ];

  test.each(simple)('%s is added, replaced and removed, and is answered as it was sent', async (path, _member, value) => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    for (const [op, sent] of [
      ['Add', value],
      ['Replace', `${value} again`],
    ] as const) {
      const { status, body } = await stage.patch(`/Users/${id}`, [{ op, path, value: sent }]);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain(JSON.stringify(sent));
      expect((await stage.get(`/Users/${id}`)).body).toEqual(body);
    }
    const { status, body } = await stage.patch(`/Users/${id}`, [{ op: 'Remove', path }]);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(`${value} again`);
  });

  test('the joining property is found in its own and in another case, and a duplicate is a conflict', async () => {
    const stage = await scimStage();
    await created(stage, provisioned);
    for (const name of ['ida@fjordkiste.example', 'IDA@FJORDKISTE.EXAMPLE']) {
      expect((await stage.get(`/Users?filter=userName eq "${name}"`)).body).toMatchObject({ totalResults: 1 });
      expect((await stage.post('/Users', { ...provisioned, userName: name })).status).toBe(409);
    }
  });

  test('a manager is added, changed and removed', async () => {
    const stage = await scimStage();
    const [ida, kari, per] = [
      await created(stage, provisioned),
      await created(stage, sentUser('kari')),
      await created(stage, sentUser('per')),
    ];
    const managerOf = async (): Promise<unknown> => (await stage.employees()).find(({ id }) => id === ida)?.managerId;
    await stage.patch(`/Users/${ida}`, [{ op: 'Add', path: `${enterprise}:manager`, value: kari }]);
    expect(await managerOf()).toBe(kari);
    await stage.patch(`/Users/${ida}`, [{ op: 'Replace', path: `${enterprise}:manager`, value: per }]);
    expect(await managerOf()).toBe(per);
    await stage.patch(`/Users/${ida}`, [{ op: 'Remove', path: `${enterprise}:manager` }]);
    expect(await managerOf()).toBeNull();
  });

  test('an update of the user name to one that is taken is a conflict and changes nothing', async () => {
    const stage = await scimStage();
    const id = await created(stage, provisioned);
    await created(stage, sentUser('per'));
    const { status, body } = await stage.patch(`/Users/${id}`, [
      { op: 'Replace', path: 'userName', value: 'PER@fjordkiste.example' },
    ]);
    expect({ status, body }).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    expect((await stage.get(`/Users/${id}`)).body['userName']).toBe('ida@fjordkiste.example');
  });
});
