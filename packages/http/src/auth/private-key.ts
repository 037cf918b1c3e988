import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { ConfigError, type Manifest } from '@rollcall/core';
import { credentialsStep } from '../to-connector-error.ts';

const armour = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----(.*?)-----END/s;

/**
 * Reads a private key as people paste it: PEM with real line breaks, with `\n` spelt out (as in a JSON key file), with
 * blanks in their place, the bare Base64 of a PKCS#8 key, or a JWK.
 * @throws ConfigError `config_invalid`, also for a key that a slip has spoilt. Nothing of the key is repeated.
 */
export function readPrivateKey(pasted: string, manifest: Manifest): KeyObject {
  try {
    const text = pasted.trim();
    const key = text.startsWith('{') ? ofJwk(text) : ofPem(text);
    if (canSign(key)) return key;
  } catch {
    // What was thrown may quote the key.
  }
  const vendor = manifest.slug;
  throw new ConfigError({
    vendor,
    message: `the private key that was entered for ${vendor} cannot be read: it should be an unencrypted PEM (-----BEGIN PRIVATE KEY-----) or a JWK with its private half, unchanged`,
    hint: `Enter the key again. ${credentialsStep(manifest)}`,
  });
}

/** A key with what a JWT says of it. */
export interface SigningKey {
  readonly key: KeyObject;
  /** As JWTs name it: by the kind of the key. */
  readonly algorithm: string;
  /** A JWK may bring its own. */
  readonly id: string | undefined;
}

/** @throws as `readPrivateKey` */
export function readSigningKey(pasted: string, manifest: Manifest): SigningKey {
  const key = readPrivateKey(pasted, manifest);
  return { key, algorithm: algorithmOf(key), id: idOf(pasted.trim()) };
}

function ofJwk(text: string): KeyObject {
  return createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' });
}

function ofPem(text: string): KeyObject {
  const [, label = '', inner = text] = armour.exec(text) ?? [];
  const base64 = inner.replaceAll('\\n', '').replace(/\s+/g, '');
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: keyType(label) });
}

/** One wrong letter makes a key that is read without complaint, and with which nobody can prove anything. */
function canSign(key: KeyObject): boolean {
  const text = Buffer.from('rollcall');
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return verify(digest, text, createPublicKey(key), sign(digest, text, key));
}

const curves: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  return asymmetricKeyType === 'ec' ? (curves[asymmetricKeyDetails?.namedCurve ?? ''] ?? 'ES256') : 'RS256';
}

function idOf(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  const { kid } = JSON.parse(text) as { readonly kid?: unknown };
  return typeof kid === 'string' && kid !== '' ? kid : undefined;
}

function keyType(label: string): 'pkcs1' | 'sec1' | 'pkcs8' {
  if (label === 'RSA ') return 'pkcs1';
  return label === 'EC ' ? 'sec1' : 'pkcs8';
}
