import { ConfigError } from '@rollcall/core';
import { describe, expect, test } from 'vitest';
import { serviceAccountKey } from '../src/index.ts';

const refusal = { field: 'key', vendor: 'acme', hint: 'Download it again.' };
const file = { type: 'service_account', client_email: 'reader@acme.example', private_key: '-----BEGIN PRIVATE KEY-----\nQUJD\n' };

describe('a key file of a service account', () => {
  test('says who asks and with which key; where to ask is nobody’s to say', () => {
    const text = JSON.stringify({ ...file, private_key_id: 'k1', token_uri: 'https://elsewhere.example' });

    expect(serviceAccountKey(text, refusal)).toEqual({ issuer: 'reader@acme.example', privateKey: file.private_key, id: 'k1' });
    expect(serviceAccountKey(JSON.stringify(file), refusal).id).toBeUndefined();
  });

  test.each([
    ['no JSON', '-----BEGIN PRIVATE KEY-----'],
    ['no object', '"service_account"'],
    ['null', 'null'],
    ['a file without a key', JSON.stringify({ ...file, private_key: undefined })],
    ['a file without an account', JSON.stringify({ ...file, client_email: '' })],
    ['another type', JSON.stringify({ ...file, private_key: 7 })],
  ])('that is %s is refused by its field, and nothing of it is repeated', (_what, text) => {
    const read = (): unknown => serviceAccountKey(text, refusal);

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^config\.key is not the JSON file of a service account key$/);
  });
});
