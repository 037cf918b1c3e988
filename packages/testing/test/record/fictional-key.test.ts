import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fictionalKey, isPrivateKey, partsOfKey } from '../../src/record/fictional-key.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).privateKey;
const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1' = 'pkcs8'): string =>
  String(key.export({ format: 'pem', type: type }));

function canSign(key: KeyObject): boolean {
  const text = Buffer.from('rollcall');
  return verify('sha256', text, createPublicKey(key), sign('sha256', text, key));
}

describe('another key of the same kind and spelling', () => {
  const spellings = [
    ['PEM with line breaks', pem(rsa), (text: string) => text],
    ['PEM of another encoding', pem(rsa, 'pkcs1'), (text: string) => text],
    ['PEM of an elliptic curve', pem(ec, 'sec1'), (text: string) => text],
    [
      'PEM with blanks',
      pem(rsa).trim().replaceAll('\n', ' '),
      (text: string) => text.replaceAll(/(?<=[-A-Za-z0-9+/=]) (?![A-Z]+ KEY|KEY)/g, '\n'),
    ],
    ['PEM with spelt-out line breaks', pem(rsa).trim().replaceAll('\n', '\\n'), (text: string) => text.replaceAll('\\n', '\n')],
  ] as const;

  test.each(spellings)('%s', (_, pasted, toPem) => {
    const other = fictionalKey(pasted, 'an example')!;
    expect(other).not.toBe(pasted);
    expect(other.includes('\n')).toBe(pasted.includes('\n'));
    expect(other.slice(0, 30)).toBe(pasted.slice(0, 30));
    const [own, made] = [createPrivateKey(toPem(pasted)), createPrivateKey(toPem(other))];
    expect(made.asymmetricKeyType).toBe(own.asymmetricKeyType);
    expect(made.asymmetricKeyDetails).toEqual(own.asymmetricKeyDetails);
    expect(canSign(made)).toBe(true);
  });

  test('bare Base64', () => {
    const pasted = rsa.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const other = fictionalKey(pasted, 'an example')!;
    expect(canSign(createPrivateKey({ key: Buffer.from(other, 'base64'), format: 'der', type: 'pkcs8' }))).toBe(true);
  });

  test('a JWK keeps what it says of its use, and gets the id of the example', () => {
    const pasted = JSON.stringify({ ...ec.export({ format: 'jwk' }), use: 'sig', alg: 'ES384', kid: 'key-of-larkmoor' });
    const other = JSON.parse(fictionalKey(pasted, '{"kty":"RSA","kid":"rollcall"}')!) as JsonWebKey;
    expect(other).toMatchObject({ kty: 'EC', crv: 'P-384', use: 'sig', alg: 'ES384', kid: 'rollcall' });
    expect(other['d']).not.toBe(ec.export({ format: 'jwk' }).d);
    expect(canSign(createPrivateKey({ key: other, format: 'jwk' }))).toBe(true);
  });

  test('of a key file only the key is made anew: everything else is the example’s', () => {
    const pasted = JSON.stringify({ private_key: pem(rsa), client_email: 'hr@larkmoor.example', project_id: 'larkmoor-hr' });
    const example = { client_email: 'hr@brackenford.example', private_key: 'fictional' };
    const other = JSON.parse(fictionalKey(pasted, JSON.stringify(example))!) as Record<string, string>;
    expect(Object.keys(other)).toEqual(['client_email', 'private_key']);
    expect(other['client_email']).toBe(example.client_email);
    expect(canSign(createPrivateKey(other['private_key']!))).toBe(true);
  });

  test('of what is pasted beside a key nothing stays', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nTGFya21vb3I\n-----END CERTIFICATE-----\n';
    expect(fictionalKey(certificate + pem(rsa), 'an example')).not.toContain('CERTIFICATE');
  });
});

test('what is no private key has no stand-in', () => {
  const others = [
    'Qx7fictional0secret',
    '',
    '{}',
    '{"kty":"RSA"}',
    'NGZmaWN0aW9uYWxLZXkwMDAwMDAwMDAw',
    '-----BEGIN PRIVATE KEY----- MIIE -----END PRIVATE KEY-----',
  ];
  for (const text of others) expect(fictionalKey(text, 'an example')).toBeUndefined();
  expect(isPrivateKey('Qx7fictional0secret')).toBe(false);
  expect(isPrivateKey('{"kty":"RSA","n":"public"}')).toBe(false);
});

test('a key is known again by each line of it, and a key file by whose it is', () => {
  const lines = pem(rsa).split('\n').slice(1, 3);
  expect(partsOfKey(pem(rsa).replaceAll('\n', ' '))).toEqual(expect.arrayContaining(lines));
  const file = {
    private_key: pem(rsa),
    client_email: 'hr@larkmoor.example',
    type: 'service_account',
    token_uri: 'https://vendor.example/123',
  };
  const parts = partsOfKey(JSON.stringify(file));
  expect(parts).toEqual(expect.arrayContaining([...lines, 'hr@larkmoor.example']));
  expect(parts).not.toContain('https://vendor.example/123');
  const jwk = ec.export({ format: 'jwk' });
  expect(partsOfKey(JSON.stringify(jwk))).toContain(jwk.d);
});
