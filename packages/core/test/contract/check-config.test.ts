import { describe, expect, test } from 'vitest';
import { checkConfig, ConfigError, type ConfigFields, type ConfigProblem } from '../../src/index.ts';

const common = { label: 'A field', help: 'Settings, API', example: 'ex-1' };

const fields: ConfigFields = {
  token: { ...common, secret: true, pattern: 'tok-[0-9]+' },
  tenant: { ...common, type: 'subdomain', domain: 'vendor.test', example: 'acme' },
  region: { ...common, type: 'choice', choices: ['eu', 'us'], fallback: 'eu' },
  plan: { ...common, type: 'choice', choices: ['small', 'large'], optional: true },
  archived: { ...common, type: 'boolean', optional: true },
  entities: { ...common, type: 'list', pattern: '[A-Z]{2}', optional: true },
  names: { ...common, type: 'fieldMap', fields: ['jobTitle', 'team'], optional: true },
  note: { ...common, optional: true },
};
const good = { token: 'tok-1', tenant: 'acme' };

function problemsOf(input: unknown, what?: 'platform'): readonly ConfigProblem[] {
  try {
    checkConfig(fields, input, 'vendor', what);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('checkConfig', () => {
  test('gives the checked values; what is optional and not typed is absent', () => {
    expect(checkConfig(fields, good, 'vendor')).toStrictEqual({ token: 'tok-1', tenant: 'acme', region: 'eu' });
  });

  test('trims what was pasted', () => {
    expect(checkConfig(fields, { token: ' tok-1\n', tenant: ' acme ' }, 'vendor')).toMatchObject(good);
  });

  test.each([
    ['archived', true, true],
    ['archived', false, false],
    ['archived', 'true', true],
    ['archived', 'false', false],
    ['archived', '', undefined],
    ['region', 'us', 'us'],
    ['region', '', 'eu'],
    ['region', null, 'eu'],
    ['plan', 'small', 'small'],
    ['plan', '', undefined],
    ['entities', ['NL', ' BE '], ['NL', 'BE']],
    ['entities', 'NL, BE,', ['NL', 'BE']],
    ['entities', 'NL', ['NL']],
    ['entities', [], []],
    ['entities', '', undefined],
    ['names', { jobTitle: 'funktion' }, { jobTitle: 'funktion' }],
    ['names', {}, {}],
    ['note', '  ', undefined],
  ])('%s typed as %j becomes %j', (name, typed, expected) => {
    expect(checkConfig(fields, { ...good, [name]: typed }, 'vendor')[name]).toEqual(expected);
  });

  test.each([
    ['token', 'secret-canary', 'does not have the expected form'],
    ['token', 'tok-1x', 'does not have the expected form'],
    ['token', 7, 'must be text'],
    ['token', { secret: 'canary' }, 'must be text'],
    ['token', '', 'is missing'],
    ['token', '   ', 'is missing'],
    ['token', null, 'is missing'],
    ['token', 'tok-1\u0000', 'holds a control character'],
    ['token', 'tok-1\r\nx-evil: 1', 'holds a control character'],
    ['note', 'a\u0007b', 'holds a control character'],
    ['tenant', 7, 'must be text'],
    ['region', 'mars-canary', 'must be one of eu, us'],
    ['region', 7, 'must be one of eu, us'],
    ['plan', 'constructor', 'must be one of small, large'],
    ['archived', 'yes-canary', 'must be true or false'],
    ['archived', 1, 'must be true or false'],
    ['entities', 'NL, canary', 'holds an entry without the expected form'],
    ['entities', [7], 'must be a list of texts'],
    ['entities', { NL: true }, 'must be a list of texts'],
    ['names', 'canary', "must map some of jobTitle, team to the vendor's field names"],
    ['names', ['canary'], "must map some of jobTitle, team to the vendor's field names"],
    ['names', { jobTitle: ' ' }, "must map some of jobTitle, team to the vendor's field names"],
    ['names', { jobTitel: 'funktion' }, "must map some of jobTitle, team to the vendor's field names"],
    ['names', { constructor: 'funktion' }, "must map some of jobTitle, team to the vendor's field names"],
    ['names', { jobTitle: 7 }, "must map some of jobTitle, team to the vendor's field names"],
  ])('%s typed as %j %s', (name, typed, problem) => {
    const problems = problemsOf({ ...good, [name]: typed });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field: `config.${name}`, problem, label: 'A field', help: 'Settings, API' });
    expect(JSON.stringify(problems)).not.toContain('canary');
  });

  test('several lines become one where a field may have them, and nowhere else', () => {
    const pem = { label: 'Key', help: 'From the file.', example: '-----BEGIN KEY----- QUJD -----END KEY-----' };
    const pasted = '-----BEGIN KEY-----\r\n  QUJD\r\nREVG\n-----END KEY-----\n';

    expect(checkConfig({ key: { ...pem, multiline: true, pattern: '-----BEGIN.+' } }, { key: pasted }, 'acme')).toEqual({
      key: '-----BEGIN KEY----- QUJD REVG -----END KEY-----',
    });
    expect(() => checkConfig({ key: pem }, { key: pasted }, 'acme')).toThrow('holds a control character');
    expect(() => checkConfig({ key: { ...pem, multiline: true } }, { key: 'a\u0000b' }, 'acme')).toThrow(
      'holds a control character',
    );
  });

  test('control characters are refused in a list too', () => {
    const declared: ConfigFields = { keys: { ...common, type: 'list', optional: true } };

    expect(() => checkConfig(declared, { keys: 'a,b\u0000c' }, 'vendor')).toThrow(ConfigError);
  });

  test('control characters are refused in a field map too', () => {
    expect(problemsOf({ ...good, names: { jobTitle: 'a\r\nb' } })).toMatchObject([{ field: 'config.names' }]);
  });

  test('names every bad field at once, with pattern and example, never with the value', () => {
    let thrown: unknown;
    try {
      checkConfig(fields, { token: 'canary-1', tenant: 'canary.2/', region: 'canary-3', archived: 'canary-4' }, 'vendor');
    } catch (error) {
      thrown = error;
    }

    expect(thrown).toBeInstanceOf(ConfigError);
    const error = thrown as ConfigError;
    expect(error).toMatchObject({ code: 'config_invalid', vendor: 'vendor', retryable: false });
    expect(error.problems.map(({ field }) => field)).toEqual([
      'config.token',
      'config.tenant',
      'config.region',
      'config.archived',
    ]);
    expect(error.message).toContain('config.token does not have the expected form, expected form tok-[0-9]+, for example ex-1');
    expect(JSON.stringify(error)).not.toContain('canary');
    expect(error.stack).not.toContain('canary');
  });

  test('a refused subdomain shows the form it should have, although the manifest gives none', () => {
    expect(problemsOf({ ...good, tenant: 'a.b' })[0]?.pattern).toBeTypeOf('string');
  });

  test('refuses what it does not know and lists what it knows', () => {
    expect(problemsOf({ ...good, tokn: 'canary' })).toEqual([
      { field: 'config.tokn', problem: `is not known (known: ${Object.keys(fields).join(', ')})` },
    ]);
    expect(() => checkConfig({}, { key: 'x' }, 'vendor', 'platform')).toThrow('platform.key is not known (known: none)');
  });

  test('refuses own __proto__ and constructor keys and is not fooled by inherited ones', () => {
    expect(problemsOf(JSON.parse('{"token":"tok-1","tenant":"acme","__proto__":{"note":"x"}}'))).toHaveLength(1);
    expect(problemsOf({ ...good, constructor: 'x' })).toHaveLength(1);
    expect(problemsOf(Object.create({ ...good }))).toHaveLength(2);
  });

  test.each([undefined, null, 'tok-1', 7])('%j instead of an object misses every required field', (input) => {
    expect(problemsOf(input, 'platform').map(({ field }) => field)).toEqual(['platform.token', 'platform.tenant']);
  });

  test('does not change what it was given', () => {
    const input = Object.freeze({ ...good, entities: Object.freeze(['NL']) });

    expect(() => checkConfig(fields, input, 'vendor')).not.toThrow();
  });
});
