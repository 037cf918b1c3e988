import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConfig, ConfigError, type ConfigFields } from '../../src/index.ts';

const fields: ConfigFields = {
  tenant: { type: 'subdomain', domain: 'bamboohr.com', label: 'Company', help: 'In the address bar', example: 'acme' },
};
const check = (tenant: string): unknown => checkConfig(fields, { tenant }, 'vendor').tenant;

describe('a subdomain', () => {
  test.each([
    ['acme', 'acme'],
    ['Acme', 'acme'],
    ['acme-2', 'acme-2'],
    ['a', 'a'],
    ['acme.bamboohr.com', 'acme'],
    ['ACME.BambooHR.com', 'acme'],
    ['https://acme.bamboohr.com', 'acme'],
    ['https://acme.bamboohr.com/', 'acme'],
    ['https://Acme.bamboohr.com/home?tab=1#top', 'acme'],
    ['http://acme.bamboohr.com/home', 'acme'],
    [' https://acme.bamboohr.com/home\n', 'acme'],
    ['a'.repeat(63), 'a'.repeat(63)],
  ])('typed as %s is %s', (typed, expected) => {
    expect(check(typed)).toBe(expected);
  });

  test.each([
    'evil.com',
    'evil.com/',
    'evil.com#',
    'evil.com?',
    'evil.com:443',
    'a.b@c',
    '..',
    '.',
    '-',
    '-acme',
    'acme-',
    'ac_me',
    'ac me',
    '*',
    '127.0.0.1',
    '[::1]',
    'localhost/',
    'evil.com/.bamboohr.com',
    'evil.com#.bamboohr.com',
    'evil.com?.bamboohr.com',
    'evil.com\\.bamboohr.com',
    'evil.com@x.bamboohr.com',
    'https://evil.com/x.bamboohr.com',
    'https://evil.com?x.bamboohr.com',
    'https://evil.com#x.bamboohr.com',
    'https://evil.com\\x.bamboohr.com',
    'https://a@evil.com',
    'https://acme.bamboohr.com@evil.com',
    'https://evil.com@acme.bamboohr.com',
    'https://acme.bamboohr.com:8443/',
    'https://acme.bamboohr.com.evil.com',
    'https://evilbamboohr.com',
    'https://bamboohr.com',
    '.bamboohr.com',
    'https://.bamboohr.com',
    'x.acme.bamboohr.com',
    'ftp://acme.bamboohr.com',
    'file:///etc/passwd',
    '//evil.com',
    'javascript:alert(1)',
    'acme%2eevil.com',
    'acme%00',
    'acme\u3002evil\u3002com',
    'acme\uFF0Eevil',
    'acme\u2024evil',
    'acme\u2044evil',
    '\uFF41cme',
    '\u0430cme',
    'acme\u200B',
    'ac\u00ADme',
    'acme\u0000',
    'acme\r\nhost: evil.com',
    'acme\tevil',
    '{tenant}',
    '${tenant}',
    'a'.repeat(64),
    'a'.repeat(300),
    `https://${'a'.repeat(300)}.bamboohr.com`,
  ])('is never %j', (typed) => {
    expect(() => check(typed)).toThrow(ConfigError);
  });

  test('is one label of a host name, or refused, whatever is typed', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((text) => `${text}.bamboohr.com`),
      fc.string().map((text) => `https://${text}.bamboohr.com/${text}`),
    );
    fc.assert(
      fc.property(hostile, (typed) => {
        let subdomain: unknown = 'refused';
        try {
          subdomain = check(typed);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
        expect(subdomain).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
      }),
    );
  });

  test('follows a pattern of the manifest', () => {
    const own: ConfigFields = { tenant: { ...fields.tenant!, pattern: '[a-z]{4}' } as ConfigFields[string] };

    expect(checkConfig(own, { tenant: 'https://acme.bamboohr.com' }, 'vendor')).toEqual({ tenant: 'acme' });
    expect(() => checkConfig(own, { tenant: 'acme2' }, 'vendor')).toThrow('[a-z]{4}');
  });
});
