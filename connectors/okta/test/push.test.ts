import { createEngine, createMemoryStore, employeeFields, type Actor, type Manifest } from '@rollcall/core';
import { scimHandler } from '@rollcall/scim';
import { createFakeDirectory } from '@rollcall/testing';
import { describe, expect, test } from 'vitest';
import { okta } from '../src/index.ts';

const actor: Actor = { id: 'admin-1', kind: 'user' };
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** What Okta sends when somebody is assigned: see the SCIM 2.0 reference of developer.okta.com (2026-11). */
function assigned(name: string, oktaId: string, company: object) {
  const userName = `${name.toLowerCase()}@brackenford.example`;
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', enterprise],
    userName,
    name: { givenName: name, familyName: 'Halloran' },
    emails: [{ primary: true, value: userName, type: 'work' }],
    displayName: `${name} Halloran`,
    locale: 'en-US',
    externalId: oktaId,
    groups: [],
    password: '1mz050nq-fictional',
    active: true,
    [enterprise]: company,
  };
}

describe('pushed by Okta', () => {
  test('a connection that is pushed to needs no credentials; managers are found by what Okta has of them', async () => {
    const engine = createEngine({
      store: createMemoryStore(),
      directory: () => createFakeDirectory({}),
      connectors: [okta],
      secrets: { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } },
      clock: { now: () => new Date('2026-11-22T09:00:00Z') },
    });
    const customer = engine.customer('brackenford');
    const { connection } = await customer.connect({ actor, connector: 'okta', delivery: 'push' });
    const { token } = await customer.createPushToken(connection.id, { actor });
    const handle = scimHandler({ push: engine.push });
    const send = (method: string, path: string, body: object) =>
      handle(
        new Request(`https://app.example/scim/v2${path}`, {
          method,
          // The template "Header Auth" sends the token as it was entered.
          headers: { authorization: token, 'content-type': 'application/scim+json; charset=utf-8' },
          body: JSON.stringify(body),
        }),
      );
    const created = await send('POST', '/Users', assigned('Wilhelmina', '00u7brkpushed0000001', { employeeNumber: '41' }));
    const { id } = (await created.json()) as { readonly id: string };
    const company = { department: 'Kilns', manager: { value: '41' } };
    await send('POST', '/Users', assigned('Xaver', '00u7brkpushed0000002', company));
    const whole = assigned('Wilhelmina', '00u7brkpushed0000001', { employeeNumber: '41' });
    await send('PUT', `/Users/${id}`, { ...whole, active: false });
    const people = await Array.fromAsync(await customer.read(connection.id));
    expect(people).toMatchObject([
      { id, workEmail: 'wilhelmina@brackenford.example', status: 'terminated' },
      {
        workEmail: 'xaver@brackenford.example',
        status: 'active',
        department: { name: 'Kilns' },
        preferredName: null,
        managerId: id,
      },
    ]);
  });

  test('every mapping gives fields that pushed people have, and the guide names what is mapped', () => {
    const push: NonNullable<Manifest['push']> = okta.manifest.push;
    const known = employeeFields.filter((field) => okta.push?.fieldPaths[field] !== undefined);
    const given = new Set(push.mappings.flatMap(({ gives }): readonly string[] => gives));
    expect([...given].filter((field) => !known.some((name) => name === field))).toEqual([]);
    expect(push.setup.join(' ')).toContain('underscore');
    expect(push.mappings.find(({ from }) => from === 'managerId')?.note).toContain('not mapped by default');
  });
});
