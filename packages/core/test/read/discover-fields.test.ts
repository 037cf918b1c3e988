import { describe, expect, test } from 'vitest';
import { defineConnector, discoverFields } from '../../src/index.ts';
import { acme, clock, config, createVendor, errorOf, acmeManifest } from '../support/acme.ts';

const discovering = { ...acmeManifest, capabilities: { ...acmeManifest.capabilities, discover: true } };

describe('discoverFields', () => {
  test('gives what the account has', async () => {
    const fields = [{ name: 'shoe_size', label: 'Shoe size', type: 'number' }];
    const { contractVersion: _, ...definition } = acme(createVendor([]));
    const connector = defineConnector({ ...definition, manifest: discovering, discover: () => Promise.resolve(fields) });
    expect(await discoverFields(connector, { config, clock })).toEqual(fields);
  });

  test('a connector whose fields are the same for everybody says so', async () => {
    const failed = await errorOf(discoverFields(acme(createVendor([])), { config, clock }));
    expect(failed).toMatchObject({ code: 'capability_missing' });
  });

  test.each([
    ['claimed and not there', discovering, {}],
    ['there and not claimed', acmeManifest, { discover: () => Promise.resolve([]) }],
  ])('%s is refused', (_what, claimed, more) => {
    const { contractVersion: _, ...definition } = acme(createVendor([]));
    expect(() => defineConnector({ ...definition, ...more, manifest: claimed })).toThrow(
      expect.objectContaining({ code: 'capability_missing' }) as Error,
    );
  });
});
