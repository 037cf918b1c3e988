import { describe, expect, test } from 'vitest';
import { ConfigError, defineManifest, type Manifest } from '../../src/index.ts';
import { acmeManifest } from '../support/acme.ts';

const pushing = { get: false, changes: 'none', webhook: false, push: true };
const field = { label: 'A field', help: 'Settings, API', example: 'ex-1' };

function problemsOf(changes: object): string[] {
  try {
    defineManifest({ ...acmeManifest, ...changes });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error).toMatchObject({ code: 'manifest_invalid', vendor: 'slug' in changes ? changes.slug : 'acme' });
    return error.problems.map((problem) => problem.field);
  }
  return [];
}

describe('defineManifest', () => {
  test('gives back what it was given', () => {
    expect(defineManifest(acmeManifest)).toEqual(acmeManifest);
  });

  test.each([
    ['a slug with capitals', { slug: 'Acme' }, ['slug']],
    ['a slug with a path', { slug: '../acme' }, ['slug']],
    ['no name', { name: '' }, ['name']],
    ['an unknown category', { category: 'crm' }, ['category']],
    ['an address that is none', { docsUrl: 'docs' }, ['docsUrl']],
    ['a day that is none', { api: { version: '2', checked: 'May 2026' } }, ['api.checked']],
    ['an unknown maturity', { maturity: 'great' }, ['maturity']],
    ['an unknown delivery', { delivery: 'post' }, ['delivery']],
    ['a field name with a hyphen', { config: { 'api-key': field } }, ['config.api-key']],
    ['a field without help', { config: { key: { ...field, help: '' } } }, ['config.key.help']],
    ['a field with an unknown key', { config: { key: { ...field, hint: 'x' } } }, ['config.key']],
    ['a pattern that is no regular expression', { config: { key: { ...field, pattern: '[' } } }, ['config.key.pattern']],
    ['a choice of one', { config: { key: { ...field, type: 'choice', choices: ['eu'] } } }, ['config.key.choices']],
    [
      'a subdomain of an address',
      { config: { key: { ...field, type: 'subdomain', domain: 'https://vendor.test' } } },
      ['config.key.domain'],
    ],
    ['a boolean that is required', { config: { key: { ...field, type: 'boolean' } } }, ['config.key.optional']],
    ['a bad platform field', { platform: { key: { ...field, label: '' } } }, ['platform.key.label']],
    ['a base address without TLS', { baseUrl: 'http://api.acme.test' }, ['baseUrl']],
    ['a host with a path', { hosts: ['api.acme.test/evil'] }, ['hosts.0']],
    ['a host with a port', { hosts: ['api.acme.test:8080'] }, ['hosts.0']],
    ['a host in capitals', { hosts: ['api.acme.test', 'API.acme.test'] }, ['hosts.1']],
    ['an endpoint that writes', { endpoints: { reads: ['DELETE /people/{id}'] } }, ['endpoints.reads.0']],
    ['an endpoint without a slash', { endpoints: { reads: ['GET people'] } }, ['endpoints.reads.0']],
    ['a bad token endpoint', { endpoints: { reads: [], tokens: ['PUT /token'] } }, ['endpoints.tokens.0']],
    ['no requests at once', { limits: { concurrency: 0 } }, ['limits.concurrency']],
    ['an empty window', { limits: { concurrency: 1, windows: [{ requests: 0, perSeconds: 1 }] } }, ['limits.windows.0.requests']],
    ['a page of nobody', { pageSize: 0 }, ['pageSize']],
    ['an unknown employee field', { fields: ['id', 'shoeSize'] }, ['fields.1']],
    ['a permission for an unknown field', { permissions: [{ name: 'x', gives: ['shoeSize'] }] }, ['permissions.0.gives.0']],
    ['a missing capability', { capabilities: { get: false, changes: 'none', webhook: false } }, ['capabilities.push']],
    [
      'an authorization address without TLS',
      { authorization: { authorizeUrl: 'http://a.test', tokenUrl: 'https://a.test', scopes: [], pkce: true } },
      ['authorization.authorizeUrl'],
    ],
    ['no set-up step', { setup: [] }, ['setup']],
    ['an unknown key', { writes: ['POST /people'] }, ['manifest']],
  ])('refuses %s and names the entry', (_what, changes, entries) => {
    expect(problemsOf(changes)).toEqual(entries);
  });

  test('names every bad entry at once', () => {
    expect(problemsOf({ slug: 'A', pageSize: -1, setup: [] })).toEqual(['slug', 'pageSize', 'setup']);
  });

  test('names no vendor when the slug is missing', () => {
    expect(() => defineManifest({ ...acmeManifest, slug: undefined } as unknown as Manifest)).toThrow(
      expect.objectContaining({ vendor: undefined, code: 'manifest_invalid' }),
    );
  });

  test.each([
    [
      'a fallback that is no choice',
      { config: { region: { ...field, type: 'choice', choices: ['eu', 'us'], fallback: 'mars' } } },
    ],
    ['an example without the form of its own pattern', { config: { key: { ...field, pattern: 'tok-[0-9]+' } } }],
    ['a host of a field that is not declared', { hosts: ['{tenant}.acme.test'] }],
    ['a host that is a whole top-level domain', { hosts: ['*.com'] }],
    ['a base address of a field that is not declared', { baseUrl: 'https://{tenant}.acme.test' }],
    ['a base address outside its hosts', { baseUrl: 'https://api.evil.test' }],
    ['a push without saying how it is set up', { delivery: 'both', capabilities: pushing }],
    ['how a push is set up, and no push', { push: { setup: ['Enter the token.'], mappings: [] } }],
    ['a push that is not delivered', { capabilities: pushing, push: { setup: ['Enter the token.'], mappings: [] } }],
    ['a delivery by push, and no push', { delivery: 'both' }],
    ['a file beside endpoints', { file: { endings: ['.csv'], maxBytes: 1 } }],
    ['a base address by a field that is not declared', { baseUrl: { by: 'region', urls: { eu: 'https://api.acme.test' } } }],
  ])('refuses %s: a manifest that contradicts itself fails at the door, not with a customer', (_what, changes) => {
    expect(problemsOf(changes)).not.toEqual([]);
  });
});
