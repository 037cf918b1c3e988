import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPrivateKey, readSigningKey } from '../src/auth/private-key.ts';
import { manifest } from './acme.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('private keys as people paste them', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const fingerprint = (key: typeof privateKey) =>
    createHash('sha256')
      .update(key.export({ type: 'pkcs8', format: 'der' }))
      .digest('hex');
  it.each([
    ['as it is', pem, privateKey],
    ['line breaks spelt out', pem.replaceAll('\n', String.raw`\n`), privateKey],
    ['blanks for line breaks', pem.replaceAll('\n', ' '), privateKey],
    ['without its armour', pem.replace(/-----[^-]+-----/g, ''), privateKey],
    ['PKCS#1', privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), privateKey],
    ['SEC1', ec.export({ type: 'sec1', format: 'pem' }).toString(), ec],
    ['a JWK', JSON.stringify(privateKey.export({ format: 'jwk' })), privateKey],
    ['a JWK of an elliptic curve', ` ${JSON.stringify({ ...ec.export({ format: 'jwk' }), kid: 'k7' })}\n`, ec],
  ])('%s', (_, text, key) => {
    expect(fingerprint(readPrivateKey(text, manifest))).toBe(fingerprint(key));
  });

  it.each([
    ['RS256', privateKey, undefined],
    ['ES256', ec, 'k7'],
    ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey, undefined],
    ['EdDSA', generateKeyPairSync('ed25519').privateKey, 'k8'],
  ])('%s is told by the key, and its id by a JWK', (algorithm, key, id) => {
    const jwk = JSON.stringify({ ...key.export({ format: 'jwk' }), ...(id !== undefined && { kid: id }) });
    expect(readSigningKey(jwk, manifest)).toMatchObject({ algorithm, id });
    expect(readSigningKey(key.export({ type: 'pkcs8', format: 'pem' }).toString(), manifest)).toMatchObject({ algorithm });
  });

  it.each([
    ['the public half', JSON.stringify({ ...privateKey.export({ format: 'jwk' }), d: undefined })],
    [
      'a slip',
      JSON.stringify(privateKey.export({ format: 'jwk' })).replace(/(?<="n":".{200})./, (letter) => (letter === 'A' ? 'B' : 'A')),
    ],
    ['no JSON', '{"kty":"RSA","d":"canary'],
    ['another kind', JSON.stringify({ kty: 'oct', k: 'Y2FuYXJ5' })],
  ])('%s is refused, and nothing of it is repeated', (_, text) => {
    expect(() => readPrivateKey(text, manifest)).toThrow(expect.objectContaining({ code: 'config_invalid' }));
    expect(() => readPrivateKey(text, manifest)).not.toThrow(/canary|Y2Fu/);
  });
});
