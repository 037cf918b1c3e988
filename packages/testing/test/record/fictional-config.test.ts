import { generateKeyPairSync } from 'node:crypto';
import { listField, secretField, tenantField, type Manifest } from '@rollcall/core';
import { expect, test } from 'vitest';
import { acme } from '../acme.ts';
import { fictionalConfig } from '../../src/record/fictional-config.ts';
import { spoiltConfig } from '../../src/record/spoilt-config.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const pattern = '.*-----BEGIN PRIVATE KEY-----.+';
const config = {
  client: tenantField('Client', 'Of the app.', 'client-of-brackenford', '\\S+'),
  key: { ...secretField('Key', 'Of the app.', '-----BEGIN PRIVATE KEY----- fictional'), pattern, multiline: true },
  words: listField('Words', 'What they mean.', 'Urlaub=leave', '.+=.+'),
};
const manifest = { ...acme.manifest, config, platform: undefined } as unknown as Manifest;
const real = { client: 'client-of-larkmoor', key, words: ['Perhevapaa=leave'] };

test('a private key is made anew, signs, and is not written', () => {
  const { config: made, written, secrets, known } = fictionalConfig(manifest, { config: real, platform: {} });
  expect(made).toMatchObject({ client: 'client-of-brackenford', key: expect.stringContaining('BEGIN PRIVATE KEY') as string });
  expect(made['key']).not.toBe(key);
  expect(written).toEqual({ client: 'client-of-brackenford', words: ['Perhevapaa=leave'] });
  expect(known.get(key.toLowerCase())).toBe(made['key']);
  expect(secrets).toEqual(expect.arrayContaining([key, key.split('\n')[1]]));
});

test('a key that the caller names is used, and not written either', () => {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const { config: made, written } = fictionalConfig(manifest, { config: real, platform: {} }, { key: own });
  expect(made['key']).toBe(own);
  expect(written).not.toHaveProperty('key');
});

test('words that the customer explained are known', () => {
  expect(fictionalConfig(manifest, { config: real, platform: {} }).typed).toEqual(['Perhevapaa=leave', 'Perhevapaa', 'leave']);
});

test('a spoilt key is another one, and of a secret inside of a form the form stays', () => {
  expect(spoiltConfig(manifest, real)?.['key']).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect(spoiltConfig(manifest, real)?.['key']).not.toBe(key);
  const token = { config: { token: secretField('Token', 'Shown once.', '<token>5F1C</token>') } };
  expect(spoiltConfig(token, { token: '<token><data>0417A5F1C710AA1B2</data></token>' })).toEqual({
    token: '<token><data>0417A5F1C710AA1a2</data></token>',
  });
  expect(spoiltConfig(token, { token: '<pin>123456</pin>' })).toEqual({ token: '<pin>123457</pin>' });
});
