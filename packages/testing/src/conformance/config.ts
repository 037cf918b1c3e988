import { deepEqual, ok, throws } from 'node:assert/strict';
import { ConfigError, readEmployees } from '@rollcall/core';
import { assertSafeToLog } from './canary.ts';
import type { Suite } from './suite.ts';

const hostile = [
  'evil.com/',
  'a.b@c',
  '..',
  '127.0.0.1',
  'evil.com#',
  'evil.com?',
  'a/../b',
  'a\\b',
  '[::1]',
  'a:b',
  'xn--',
  ' ',
  'a%2eb',
  'localhost:80',
  'https://evil.com/',
];

/** What somebody types wrongly is said at once, by field, with a form and an example. */
export function describeConfig(suite: Suite): void {
  const { describe, test, connector } = suite;
  const fields = connector.manifest.config;
  const start = (config: Readonly<Record<string, unknown>>): unknown =>
    readEmployees(connector, { config: config, platform: suite.platform });

  describe('config', () => {
    test('the good config of the recordings is accepted', () => {
      start(suite.config);
    });

    test('everything that is missing is named in one error', () => {
      const missing = Object.keys(fields).filter((name) => isRequired(suite, name));
      throws(
        () => start({}),
        (error) => {
          ok(error instanceof ConfigError);
          deepEqual(
            error.problems.map(({ field }) => field),
            missing.map((name) => `config.${name}`),
          );
          ok(error.problems.every(({ example }) => example !== undefined));
          return true;
        },
      );
    });

    test('an unknown field is refused by name', () => {
      throws(() => start({ ...suite.config, notAField: 'x' }), /config\.notAField is not known/);
    });

    test('a wrong type is refused without repeating the value', () => {
      for (const name of Object.keys(fields)) {
        throws(
          () => start({ ...suite.config, [name]: { nested: 'canary-in-config' } }),
          (error) => {
            ok(error instanceof ConfigError && error.message.includes(name));
            ok(!error.message.includes('canary-in-config'));
            assertSafeToLog(suite, error);
            return true;
          },
        );
      }
    });

    for (const name of Object.keys(fields).filter((field) => fields[field]?.type === 'subdomain')) {
      test(`${name} cannot lead to another host`, () => {
        for (const value of hostile) throws(() => start({ ...suite.config, [name]: value }), ConfigError, value);
      });
    }
  });
}

function isRequired(suite: Suite, name: string): boolean {
  const field = suite.connector.manifest.config[name];
  return field !== undefined && field.optional !== true && !(field.type === 'choice' && field.fallback !== undefined);
}
