import { createEngine, createMemoryStore, readEmployees, type Actor } from '@rollcall/core';
import { scimHandler } from '@rollcall/scim';
import { createFakeDirectory } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { scim } from '../src/index.ts';

const admin: Actor = { id: 'admin-1', kind: 'user' };
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

interface Sent {
  readonly status: number;
  readonly id: string;
}

/** A platform whose customer pushes, and the calls of whoever pushes. */
async function stage() {
  const directory = createFakeDirectory({});
  let time = Date.parse('2026-11-02T09:00:00Z');
  const engine = createEngine({
    store: createMemoryStore(),
    directory: () => directory,
    connectors: [scim],
    secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
    clock: { now: () => new Date(time) },
  });
  const acme = engine.customer('acme');
  const { connection } = await acme.connect({ actor: admin, connector: 'scim' });
  const { token } = await acme.createPushToken(connection.id, { actor: admin });
  const handle = scimHandler({ push: engine.push });
  const send = async (method: string, path: string, body: object): Promise<Sent> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
    const answer = await handle(
      new Request(`https://app.example/scim/v2${path}`, { method, headers, body: JSON.stringify(body) }),
    );
    const { id = '' } = (await answer.json()) as { readonly id?: string };
    return { status: answer.status, id };
  };
  const plan = async (): Promise<void> => {
    time += 10_000;
    await engine.runDue();
  };
  return { acme, connection, directory, send, plan };
}

function person(name: string, more: object = {}): object {
  return {
    userName: `${name}@larkmoor.example`,
    name: { givenName: name, familyName: 'Holm' },
    active: true,
    ...more,
  };
}

describe('SCIM, whoever sends it', () => {
  test('the first delivery of a connection is a push, and nothing has to be entered', async () => {
    const { connection } = await stage();

    expect(connection).toMatchObject({ connector: 'scim', delivery: 'push', state: 'awaiting_configuration' });
  });

  test('J1 M3 V1 V6 people are pushed, change, leave and come back as members', async () => {
    const { acme, connection, directory, send, plan } = await stage();
    const boss = await send('POST', '/Users', person('asta'));
    const ole = await send('POST', '/Users', person('ole', { title: 'Binder', [enterprise]: { manager: { value: boss.id } } }));
    for (const name of ['ulla', 'poul', 'jens', 'kirsten', 'bodil']) await send('POST', '/Users', person(name));
    expect([boss.status, ole.status]).toEqual([201, 201]);
    await acme.configure(connection.id, {
      actor: admin,
      configuration: {
        filter: { match: 'everybody' },
        entities: null,
        policy: { preset: 'autoProvision', managedFields: ['firstName', 'lastName', 'jobTitle', 'manager'] },
      },
    });
    const preview = await acme.preview(connection.id, { actor: admin });
    await acme.confirm(connection.id, { actor: admin, planHash: preview.plan?.hash ?? '' });
    const find = async (name: string) => (await directory.members()).find(({ email }) => email === `${name}@larkmoor.example`);
    const asta = await find('asta');
    expect(await find('ole')).toMatchObject({ status: 'invited', managerId: asta?.id, values: { jobTitle: 'Binder' } });

    await send('PATCH', `/Users/${ole.id}`, { schemas: [patchOp], Operations: [{ op: 'replace', value: { active: false } }] });
    await plan();
    expect(await find('ole')).toMatchObject({ status: 'archived' });
    expect(await acme.people(connection.id, { situations: ['leaver'] })).toMatchObject({
      people: [{ employeeId: ole.id, decision: { rule: 'V1' } }],
    });

    await send('PATCH', `/Users/${ole.id}`, {
      schemas: [patchOp],
      Operations: [{ op: 'Replace', path: 'active', value: 'True' }],
    });
    await plan();
    expect((await find('ole'))?.status).not.toBe('archived');
    expect(await directory.members()).toHaveLength(7);
  });

  test('nobody can be asked', async () => {
    await expect(Array.fromAsync(readEmployees(scim, { config: {} }))).rejects.toMatchObject({ code: 'request_not_allowed' });
  });

  test('every field that it gives has an attribute to map, and every attribute is one of SCIM', () => {
    const { push, fields } = scim.manifest;
    const given = new Set(push?.mappings.flatMap(({ gives }) => gives));
    // The id is ours, and so is the time; neither is mapped.
    expect(fields.filter((field) => !given.has(field))).toEqual(['id', 'updatedAt']);
    for (const { to } of push?.mappings ?? [])
      expect(to).toMatch(/^(?:urn:ietf:params:scim:schemas:extension:enterprise:2\.0:User:)?[a-zA-Z]/);
  });
});
