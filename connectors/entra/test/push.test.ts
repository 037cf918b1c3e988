import { createEngine, createMemoryStore, type Actor } from '@rollcall/core';
import { scimHandler } from '@rollcall/scim';
import { createFakeDirectory } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { entra } from '../src/index.ts';

const { manifest, push } = entra;
const actor: Actor = { id: 'admin-1', kind: 'user' };
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** An account as Entra creates it, with the attributes of the set-up guide. */
const account = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
  externalId: '5f1c1b52-0d0e-4c6e-9a01-6d2b1f0a1042',
  userName: 'signe.dahl@brackenford.example',
  active: true,
  displayName: 'Signe Dahl',
  emails: [{ primary: true, type: 'work', value: 'Signe.Dahl@brackenford.example' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Signe Dahl', familyName: 'Dahl', givenName: 'Signe' },
  title: 'Buyer',
  phoneNumbers: null,
  roles: [],
  userType: 'Contractor',
  [enterprise]: { employeeNumber: '0042', department: 'Supply', costCenter: '4200', division: 'Operations' },
};

describe('push', () => {
  test('the set-up guide maps nothing that would get lost', () => {
    expect({ delivery: manifest.delivery, push: manifest.capabilities.push }).toEqual({ delivery: 'both', push: true });
    for (const { gives } of manifest.push.mappings)
      for (const field of gives) expect(Object.keys(push?.fieldPaths ?? {})).toContain(field);
    expect(manifest.push.setup.join(' ')).toContain('?aadOptscim062020');
  });

  test('an account that Entra pushes is somebody, and disabled by a text has left', async () => {
    const engine = createEngine({
      store: createMemoryStore(),
      directory: () => createFakeDirectory({}),
      connectors: [entra],
      secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
      clock: { now: () => new Date('2026-11-22T09:00:00Z') },
    });
    const acme = engine.customer('acme');
    const { connection } = await acme.connect({ actor, connector: 'entra', delivery: 'push' });
    const { token } = await acme.createPushToken(connection.id, { actor });
    const handle = scimHandler({ push: engine.push });
    const send = (method: string, path: string, body: unknown): Promise<Response> =>
      handle(
        new Request(`https://app.example/scim/v2/${path}?aadOptscim062020`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json; charset=utf-8' },
          body: JSON.stringify(body),
        }),
      );
    const employees = async () => Array.fromAsync(await acme.read(connection.id));
    const created = await send('POST', 'Users', account);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { readonly id: string };
    const workEmail = 'signe.dahl@brackenford.example';
    expect(await employees()).toMatchObject([
      { id, status: 'active', workEmail, employeeNumber: '0042', costCenter: { name: '4200' } },
    ]);
    const disabled = { op: 'Replace', path: 'active', value: 'False' };
    const patched = await send('PATCH', `Users/${id}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [disabled],
    });
    expect(patched.status).toBeLessThan(300);
    expect(await employees()).toMatchObject([{ id, status: 'terminated' }]);
  });
});
