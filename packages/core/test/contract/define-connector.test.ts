import { describe, expect, test } from 'vitest';
import {
  ConfigError,
  defineConnector,
  definePushConnector,
  getEmployee,
  readChanges,
  readEmployees,
  receiveWebhook,
  unproven,
} from '../../src/index.ts';
import type { AnyConnector, Completeness, Manifest } from '../../src/index.ts';
import { acme, acmeManifest, AcmePerson, config, createVendor, listPages, toEmployee } from '../support/acme.ts';

const vendor = createVendor([]);
const definition = { auth: vendor.auth, record: AcmePerson, list: listPages, map: toEmployee };
const none: Manifest['capabilities'] = { get: false, changes: 'none', webhook: false, push: false };

const nobody = async function* (): AsyncGenerator<readonly unknown[], Completeness, void> {
  yield await Promise.resolve([]);
  return unproven('nobody was pushed');
};

const extras = {
  get: { get: () => Promise.resolve(null) },
  changes: {
    changes: async function* () {
      yield await Promise.resolve([]);
      return 'cursor';
    },
  },
  webhook: { webhook: { verify: () => true, parse: () => ({ kind: 'ping' as const }) } },
  push: { push: { record: AcmePerson, list: nobody, map: () => ({}), fieldPaths: {} } },
};
const claimed = { get: true, changes: 'complete', webhook: true, push: true } as const;
const names = ['get', 'changes', 'webhook', 'push'] as const;

describe('defineConnector', () => {
  test('stamps the contract version and freezes', () => {
    const connector = defineConnector({ manifest: acmeManifest, ...definition });

    expect(connector.contractVersion).toBe(1);
    expect(Object.isFrozen(connector)).toBe(true);
  });

  test.each(names)('%s that is claimed and not defined is refused', (name) => {
    const manifest = { ...acmeManifest, capabilities: { ...none, [name]: claimed[name] } };

    expect(() => defineConnector({ manifest, ...definition })).toThrow(
      expect.objectContaining({
        code: 'capability_missing',
        vendor: 'acme',
        problems: [{ field: `capabilities.${name}`, problem: 'is claimed by the manifest and not defined' }],
      }),
    );
  });

  test.each(names)('%s that is defined and not claimed is refused', (name) => {
    expect(() => defineConnector({ manifest: acmeManifest, ...definition, ...extras[name] })).toThrow(
      expect.objectContaining({
        problems: [{ field: `capabilities.${name}`, problem: 'is defined and not claimed by the manifest' }],
      }),
    );
  });

  test('every contradiction is named at once', () => {
    const manifest = { ...acmeManifest, capabilities: { ...none, get: true } };

    expect(() => defineConnector({ manifest, ...definition, ...extras.push })).toThrow(
      /capabilities\.get .*; capabilities\.push /,
    );
  });

  test('what is claimed and defined passes', () => {
    const manifest = { ...acmeManifest, capabilities: claimed };

    expect(() =>
      defineConnector({ manifest, ...definition, ...extras.get, ...extras.changes, ...extras.webhook, ...extras.push }),
    ).not.toThrow();
  });
});

describe('a connector of another contract version is refused by name', () => {
  const webhook = extras.webhook.webhook;
  const next = {
    ...acme(vendor, { ...extras.get, ...extras.changes, webhook }),
    contractVersion: 2,
  } as unknown as ReturnType<typeof acme>;
  const refusal = expect.objectContaining({ code: 'contract_version_unsupported', vendor: 'acme' }) as ConfigError;
  const request = { headers: {}, body: new Uint8Array() };

  test('by readEmployees', () => {
    expect(() => readEmployees(next, { config })).toThrow(refusal);
    expect(() => readEmployees(next, { config })).toThrow(/version 2.*version 1/);
  });

  test('by getEmployee', async () => {
    await expect(getEmployee(next, '1', { config })).rejects.toEqual(refusal);
  });

  test('by readChanges', async () => {
    await expect(readChanges(next, null, { config })).rejects.toEqual(refusal);
  });

  test('by receiveWebhook', () => {
    expect(() => receiveWebhook(next as unknown as AnyConnector, request, { secret: 's', now: new Date(0) })).toThrow(refusal);
  });

  test.each([
    ['one whose manifest has another place', { contractVersion: 2, about: { slug: 'acme' } }],
    ['something that is no connector', {}],
  ])('even %s', (_what, value) => {
    expect(() => readEmployees(value as unknown as ReturnType<typeof acme>, { config })).toThrow(ConfigError);
  });
});

describe('definePushConnector', () => {
  const letters = (change: object = {}) =>
    definePushConnector({
      manifest: {
        slug: 'letters',
        name: 'Letters',
        docsUrl: 'https://letters.example/docs',
        api: { version: '1', checked: '2026-11' },
        push: { setup: ['Write to us.'], mappings: [] },
        ...change,
      },
      push: { ...extras.push.push, fieldPaths: { id: 'id', status: 'letter.status' } },
    });

  test('needs neither credentials nor hosts, and delivers what the push delivers', () => {
    const { manifest } = letters();

    expect(manifest).toMatchObject({
      delivery: 'push',
      config: {},
      hosts: [],
      fields: ['id', 'status'],
      setup: ['Write to us.'],
    });
  });

  test('is never read from: whoever tries is told how to connect it', async () => {
    const read = readEmployees(letters(), { config: {} });

    await expect(Array.fromAsync(read)).rejects.toMatchObject({ code: 'request_not_allowed', hint: /delivery "push"/ });
    expect((await read.report).outcome).toBe('partial');
  });

  test('a bad entry is named', () => {
    expect(() => letters({ push: { setup: [], mappings: [] } })).toThrow(expect.objectContaining({ code: 'manifest_invalid' }));
  });
});
