import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  AuthError,
  ConfigError,
  PermissionError,
  RateLimitError,
  ResponseError,
  UnavailableError,
  type RollcallError,
} from '../../src/index.ts';

const common = {
  vendor: 'acme',
  message: 'the vendor refuses the key',
  hint: 'Make a new key.',
  docsUrl: 'https://docs.acme.test',
  status: 401,
  request: 'GET /people/{id}',
  requestId: 'req-1',
};
const said = (error: RollcallError): string => inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error);

describe('an error is safe to log and says enough', () => {
  test('its JSON has what support needs, and no stack', () => {
    const error = new AuthError({ ...common, code: 'credentials_rejected' });

    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...common,
      name: 'AuthError',
      code: 'credentials_rejected',
      retryable: false,
    });
  });

  test('its own details are in its JSON', () => {
    const problems = [{ field: 'config.token', problem: 'is missing' }];
    const mismatches = [{ path: '$.id', expected: 'string', received: 'number' }];

    expect(new ConfigError({ problems }).toJSON()).toMatchObject({ problems });
    expect(new ResponseError({ ...common, code: 'schema_mismatch', mismatches }).toJSON()).toMatchObject({ mismatches });
    expect(new PermissionError({ ...common, permission: 'Read jobs', fields: ['jobTitle'] }).toJSON()).toMatchObject({
      permission: 'Read jobs',
      fields: ['jobTitle'],
    });
    expect(new RateLimitError({ ...common, retryAfterMs: 500 }).toJSON()).toMatchObject({ retryAfterMs: 500 });
  });

  test('details that are not known are empty', () => {
    expect(new ConfigError({ message: 'wrong' }).problems).toEqual([]);
    expect(new ResponseError({ ...common, code: 'not_json' }).mismatches).toEqual([]);
    expect(new PermissionError(common)).toMatchObject({ permission: undefined, fields: [] });
    expect(new RateLimitError(common).retryAfterMs).toBeUndefined();
  });

  test('its cause is another error of Rollcall', () => {
    const cause = new UnavailableError({ code: 'timeout', message: 'no answer' });

    expect(new UnavailableError({ code: 'vendor_down', message: 'gave up', cause }).cause).toBe(cause);
    expect('cause' in new UnavailableError({ code: 'timeout', message: 'no answer' })).toBe(false);
  });

  test('its inspection names class and code, and its stack begins with the class', () => {
    const error = new UnavailableError({ code: 'timeout', message: 'no answer' });

    expect(inspect(error)).toContain('UnavailableError');
    expect(inspect(error)).toContain("code: 'timeout'");
  });

  test('what a caller smuggles into the options is not kept', () => {
    const smuggled = {
      ...common,
      code: 'credentials_rejected' as const,
      headers: { authorization: 'Bearer canary' },
      body: { iban: 'canary' },
    };

    expect(said(new AuthError(smuggled))).not.toContain('canary');
    expect(said(new ResponseError({ ...smuggled, code: 'not_json' }))).not.toContain('canary');
    expect(said(new PermissionError(smuggled))).not.toContain('canary');
    expect(said(new RateLimitError(smuggled))).not.toContain('canary');
    expect(said(new ConfigError({ ...smuggled, code: 'config_invalid' }))).not.toContain('canary');
  });
});

describe('the message of a ConfigError', () => {
  test('is written from its problems', () => {
    const error = new ConfigError({
      problems: [
        { field: 'config.token', problem: 'is missing', pattern: 'tok-[0-9]+', example: 'tok-1' },
        { field: 'config.tenant', problem: 'must be text' },
      ],
    });

    expect(error.code).toBe('config_invalid');
    expect(error.message).toBe(
      'config.token is missing, expected form tok-[0-9]+, for example tok-1; config.tenant must be text',
    );
  });

  test('can be given', () => {
    expect(new ConfigError({ message: 'given', problems: [{ field: 'a', problem: 'b' }] }).message).toBe('given');
  });
});
