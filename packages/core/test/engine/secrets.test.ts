import { createFakeDirectory } from '../../../testing/src/directory/fake-directory.ts';
import { describe, expect, test } from 'vitest';
import { createEngine, type AnyConnector, type Authentication } from '../../src/index.ts';
import { employee } from '../plan/world.ts';
import { admin, connected, createStage, previewed, secrets } from './support/stage.ts';
import { paperVendor } from './support/paper-vendor.ts';

const account = { iban: 'NO9386011117947', holder: 'First1 Last1' };
const managesAccounts = { preset: 'autoProvision', managedFields: ['firstName', 'bankAccount'] };
const newKey = Buffer.alloc(32, 3).toString('base64');

describe('bank accounts', () => {
  test('M1 a managed bank account is written, sealed where it is stored, and cleared when the vendor says none', async () => {
    const { acme, id, vendor, directory, store, members } = await connected({
      employees: [employee('1', { bankAccount: account }), employee('2', { bankAccount: null })],
      policy: managesAccounts,
    });
    const [first] = await members();
    expect(directory.bankAccountOf(first?.id ?? '')).toEqual(account);
    const entry = await store.roster.get(id, '1');
    expect(JSON.stringify(entry)).not.toContain(account.iban);
    expect(entry?.bankAccount).toMatch(/^eyJ/);
    const journal = await store.journal.ofMember([id], first?.id ?? '', 10);
    expect(JSON.stringify(journal)).not.toContain(account.iban);
    expect((await acme.sync(id)).run.done).toBe(0);
    vendor.employees[0] = employee('1', { bankAccount: null });
    await acme.sync(id);
    expect(directory.bankAccountOf(first?.id ?? '')).toBeNull();
  });

  test('C3 bank accounts want a key for their fingerprints, and a directory that takes them', async () => {
    const configuration = { filter: { match: 'everybody' }, entities: null, policy: managesAccounts };
    const keyless = createStage({ employees: [], options: { secrets: { current: 'k1', keys: secrets.keys } } });
    const made = await keyless.acme.connect({ actor: admin, connector: 'paper', config: { password: keyless.vendor.password } });
    await expect(keyless.acme.configure(made.connection.id, { actor: admin, configuration })).rejects.toMatchObject({
      problems: [{ field: 'secrets.fingerprintKey' }],
    });
    const { setBankAccount: _bank, setManager: _manager, setEntity: _entity, teams: _teams, ...small } = createFakeDirectory();
    const stage = createStage({ options: { directory: () => small } });
    const { connection } = await stage.acme.connect({
      actor: admin,
      connector: 'paper',
      config: { password: stage.vendor.password },
    });
    const everything = {
      filter: { match: 'everybody' },
      entities: { rules: [{ when: { match: 'everybody' }, entity: 'no' }] },
      policy: { preset: 'inviteGated', managedFields: ['manager', 'bankAccount'] },
    };
    const refused = stage.acme.configure(connection.id, { actor: admin, configuration: everything, teamSync: true });
    await expect(refused).rejects.toMatchObject({
      problems: [
        { field: 'policy.managedFields' },
        { field: 'policy.managedFields' },
        { field: 'entities' },
        { field: 'teamSync' },
      ],
    });
  });
});

describe('rotation of keys', () => {
  test('C2 everything is sealed under the new key, and the old one can go', async () => {
    const stage = await connected({ employees: [employee('1', { bankAccount: account })], policy: managesAccounts });
    const engineWith = (keys: Record<string, string>, current: string) =>
      createEngine({
        store: stage.store,
        directory: () => stage.directory,
        connectors: [stage.vendor.connector],
        secrets: { current, keys, fingerprintKey: secrets.fingerprintKey },
        clock: { now: () => new Date('2026-11-02T10:00:00Z') },
      });
    const both = engineWith({ k1: secrets.keys.k1, k2: newKey }, 'k2');
    const seen: number[] = [];
    expect(await both.rotateKeys((count) => seen.push(count))).toEqual({ connections: 1, secrets: 1, bankAccounts: 1 });
    expect(seen).toEqual([1]);
    expect(await both.rotateKeys()).toEqual({ connections: 1, secrets: 0, bankAccounts: 0 });
    const after = engineWith({ k2: newKey }, 'k2');
    expect((await after.customer('acme').sync(stage.id)).run.state).toBe('done');
  });
});

/** A vendor with consent, on paper: the code is the word `yes`. */
function consentVendor(): AnyConnector {
  const base = paperVendor('consenting');
  base.employees = [employee('1')];
  const client = (): never => {
    throw new TypeError('paper has no network');
  };
  const auth: Authentication<object, object> = {
    kind: 'paper-consent',
    connect: () => ({ get: client, post: client, send: client }),
    consent: {
      authorizationUrl: ({ redirectUri, state }) =>
        `https://paper.example/authorize?redirect_uri=${encodeURIComponent(redirectUri)}&state=${encodeURIComponent(state)}`,
      exchangeCode: (_options, { code }) => Promise.resolve({ accessToken: `token-for-${code}`, refreshToken: 'again' }),
    },
  };
  const connector: AnyConnector = { ...base.connector, auth };
  return connector;
}

describe('consent', () => {
  test('C2 begin, come back, read with the tokens; a second time with the same state is refused', async () => {
    const stage = createStage({ options: { connectors: [consentVendor()] } });
    const begun = await stage.acme.beginAuthorization({
      actor: admin,
      connector: 'consenting',
      config: { password: 'correct-horse-9' },
      redirectUri: 'https://platform.example/callback',
    });
    const { state } = Object.fromEntries(new URL(begun.url).searchParams);
    expect(state).toBe(begun.state);
    const callback = { state: begun.state, code: 'yes' };
    await expect(stage.engine.customer('other').completeAuthorization({ actor: admin, callback })).rejects.toMatchObject({
      code: 'authorization_state_invalid',
    });
    const { connection, check } = await stage.acme.completeAuthorization({ actor: admin, callback });
    expect(connection).toMatchObject({ id: begun.connectionId, state: 'awaiting_configuration' });
    expect(check.sample).toBe(1);
    expect(await stage.store.secrets.get(connection.id, 'tokens')).toMatch(/^eyJ/);
    await expect(stage.acme.completeAuthorization({ actor: admin, callback })).rejects.toMatchObject({
      code: 'authorization_state_invalid',
    });
    await stage.acme.configure(connection.id, {
      actor: admin,
      configuration: { filter: { match: 'everybody' }, entities: null, policy: 'inviteGated' },
    });
    expect((await previewed(stage, connection.id)).people).toHaveLength(1);
    const again = await stage.acme.beginAuthorization({
      actor: admin,
      connector: 'consenting',
      config: { password: 'correct-horse-9' },
      redirectUri: 'https://platform.example/callback',
      connectionId: connection.id,
    });
    expect(again.connectionId).toBe(connection.id);
    const renewed = await stage.acme.completeAuthorization({ actor: admin, callback: { state: again.state, code: 'yes2' } });
    expect(renewed.connection.id).toBe(connection.id);
    await stage.acme.disconnect(connection.id, { actor: admin });
    expect(await stage.store.secrets.names(connection.id)).toEqual([]);
  });
});
