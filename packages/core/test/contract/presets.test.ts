import { describe, expect, test } from 'vitest';
import { defineManifest, listField, secretField, switchField, tenantField, type CustomerConfig } from '../../src/index.ts';
import { acmeManifest } from '../support/acme.ts';

const { category: _category, maturity: _maturity, delivery: _delivery, fields: _fields, ...given } = acmeManifest;

describe('what most manifests have in common', () => {
  const manifest = defineManifest({
    ...given,
    config: {
      account: tenantField('Account', 'In the address.', 'larkmoor', '[a-z]+'),
      key: secretField('API key', 'Under Settings.', 'key-of-nobody'),
      extra: listField('Custom fields', 'Their names.', 'Badge number, Languages'),
      more: switchField('Phone numbers', 'One request more for each person.'),
    },
    fieldPaths: { status: 'state', id: 'id' },
  });

  test('is filled in, and the fields are those that have a path', () => {
    expect(manifest).toMatchObject({ category: 'hris', maturity: 'documented', delivery: 'pull', fields: ['id', 'status'] });
  });

  test('what is given stands', () => {
    const other = defineManifest({ ...given, category: 'payroll', fields: ['id'] });
    expect([other.category, other.fields]).toEqual(['payroll', ['id']]);
  });

  test('presets keep the types of the config', () => {
    const config: CustomerConfig<typeof manifest> = { account: 'x', key: 'y', extra: ['z'], more: true };
    const least: CustomerConfig<typeof manifest> = { account: 'x', key: 'y' };
    expect([config, least]).toHaveLength(2);
    expect(manifest.config.key).toEqual({
      label: 'API key',
      help: 'Under Settings.',
      example: 'key-of-nobody',
      pattern: '\\S+',
      secret: true,
    });
    expect(manifest.config.account.tenant).toBe(true);
  });
});
