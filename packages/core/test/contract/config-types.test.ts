import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineConnector, defineManifest, readEmployees } from '../../src/index.ts';
import type { CustomerConfig, CustomerConfigInput, PlatformConfig } from '../../src/index.ts';
import { acmeManifest, AcmePerson, createVendor, listPages } from '../support/acme.ts';

const field = { label: 'A field', help: 'Settings, API', example: 'ex-1' } as const;

const manifest = defineManifest({
  ...acmeManifest,
  config: {
    token: { ...field, secret: true },
    tenant: { ...field, type: 'subdomain', domain: 'acme.test' },
    region: { ...field, type: 'choice', choices: ['eu', 'us'], fallback: 'eu' },
    plan: { ...field, type: 'choice', choices: ['small', 'large'] },
    archived: { ...field, type: 'boolean', optional: true },
    entities: { ...field, type: 'list', optional: true },
    names: { ...field, type: 'fieldMap', fields: ['jobTitle', 'team'], optional: true },
    note: { ...field, optional: true },
  },
  platform: { subscriptionKey: { ...field, secret: true } },
});

const vendor = createVendor([]);
const connector = defineConnector({
  manifest,
  auth: vendor.auth,
  record: AcmePerson,
  list: listPages,
  map: ({ id }, context) => {
    expectTypeOf(context.config.region).toEqualTypeOf<'eu' | 'us'>();
    return { id, status: 'active' };
  },
});

const config = { token: 't', tenant: 'acme', plan: 'small' } as const;
const platform = { subscriptionKey: 'k' };

describe('config is inferred from the manifest', () => {
  test('as it is once it has been checked', () => {
    expectTypeOf<CustomerConfig<typeof manifest>>().toEqualTypeOf<{
      readonly token: string;
      readonly tenant: string;
      readonly region: 'eu' | 'us';
      readonly plan: 'small' | 'large';
      readonly archived?: boolean;
      readonly entities?: readonly string[];
      readonly names?: Readonly<Partial<Record<'jobTitle' | 'team', string>>>;
      readonly note?: string;
    }>();
    expectTypeOf<PlatformConfig<typeof manifest>>().toEqualTypeOf<{ readonly subscriptionKey: string }>();
  });

  test('as it is passed in: what has a fallback may be left out', () => {
    expectTypeOf<CustomerConfigInput<typeof manifest>>().toEqualTypeOf<{
      readonly token: string;
      readonly tenant: string;
      readonly plan: 'small' | 'large';
      readonly region?: 'eu' | 'us';
      readonly archived?: boolean;
      readonly entities?: readonly string[];
      readonly names?: Readonly<Partial<Record<'jobTitle' | 'team', string>>>;
      readonly note?: string;
    }>();
  });

  test('a good config compiles and is taken', () => {
    expect(() => readEmployees(connector, { config, platform })).not.toThrow();
    expect(() => readEmployees(connector, { config: { ...config, region: 'us' }, platform })).not.toThrow();
  });

  test('a missing field does not compile', () => {
    // @ts-expect-error token is missing
    expect(() => readEmployees(connector, { config: { tenant: 'acme', plan: 'small' }, platform })).toThrow('config.token');
  });

  test('a wrong choice does not compile', () => {
    // @ts-expect-error there is no such region
    expect(() => readEmployees(connector, { config: { ...config, region: 'mars' }, platform })).toThrow('config.region');
  });

  test('an unknown field does not compile', () => {
    // @ts-expect-error there is no such field
    expect(() => readEmployees(connector, { config: { ...config, tokn: 'x' }, platform })).toThrow('config.tokn');
  });

  test('undefined does not compile for an optional field', () => {
    // @ts-expect-error absent is not undefined
    expect(() => readEmployees(connector, { config: { ...config, note: undefined }, platform })).not.toThrow();
  });

  test('a missing platform does not compile', () => {
    // @ts-expect-error the platform's part is missing
    expect(() => readEmployees(connector, { config })).toThrow('platform.subscriptionKey');
  });
});

test('what the customer and what the platform got wrong is named at once', () => {
  const wrong = { config: { ...config, token: '' }, platform: { subscriptionKey: '' } };

  expect(() => readEmployees(connector, wrong)).toThrow(/config\.token .*platform\.subscriptionKey /);
});
