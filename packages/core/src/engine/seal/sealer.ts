import { createHmac, hkdfSync } from 'node:crypto';
import { ConfigError } from '../../errors/config-error.ts';
import { isKeyId, missingFingerprintKey, readSecretKeys, type KeyRing, type SecretKeys } from './secret-keys.ts';

/**
 * Seals what must not be readable in the database: credentials, tokens, bank accounts, the state of an authorization.
 * A sealed text is a compact JWE (`dir`, `A256GCM`) that names its key and opens only in the context it was sealed for.
 */
export interface Sealer {
  /** @param value anything JSON can hold */
  seal(context: string, value: unknown): Promise<string>;
  /**
   * @throws ConfigError `config_invalid` when the key is not among `secrets.keys`; `secret_unreadable` when the text was
   * altered, belongs to another context or was sealed with another key of that id.
   */
  open<T>(context: string, sealed: string): Promise<T>;
  /** Id of the key that opens it, as the text says and unproven. @throws ConfigError `secret_unreadable` */
  keyIdOf(sealed: string): string;
  /** The same under the current key, or null when it is there already. */
  reseal(context: string, sealed: string): Promise<string | null>;
  /**
   * Equal for equal texts of one context, and tells nothing about them without the key. Stays when keys rotate.
   * @throws ConfigError when `secrets.fingerprintKey` is missing; see `canFingerprint`.
   */
  fingerprint(context: string, text: string): string;
  readonly canFingerprint: boolean;
}

/** The context of a connection's secret: `<connectionId>/<name>`, and further parts where one name has many. */
export function sealContext(connectionId: string, ...names: readonly [string, ...string[]]): string {
  // Escaped, so that no id with a slash in it can be read as another connection's.
  return [connectionId, ...names].map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');
}

/** @throws ConfigError naming every bad entry of `secrets`. */
export function createSealer(secrets: SecretKeys): Sealer {
  const ring = readSecretKeys(secrets);
  const { current } = ring;
  const fingerprintKey = deriveFingerprintKey(ring.fingerprintKey);
  const sealer: Sealer = {
    async seal(context, value) {
      const { CompactEncrypt } = await import('jose');
      const plain = new TextEncoder().encode(JSON.stringify(value ?? null));
      return new CompactEncrypt(plain)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current, ctx: context })
        .encrypt(keyOf(ring, current));
    },
    open: (context, sealed) => open(ring, context, sealed),
    keyIdOf,
    async reseal(context, sealed) {
      if (keyIdOf(sealed) === current) return null;
      return sealer.seal(context, await sealer.open(context, sealed));
    },
    fingerprint(context, text) {
      if (fingerprintKey === undefined) throw missingFingerprintKey();
      // As JSON: two parts cannot be taken for two others that join to the same text.
      return createHmac('sha256', fingerprintKey)
        .update(JSON.stringify([context, text]))
        .digest('base64url');
    },
    canFingerprint: fingerprintKey !== undefined,
  };
  return Object.freeze(sealer);
}

async function open<T>(ring: KeyRing, context: string, sealed: string): Promise<T> {
  const keyId = keyIdOf(sealed);
  const key = keyOf(ring, keyId);
  const { compactDecrypt } = await import('jose');
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    if (protectedHeader['ctx'] === context) return JSON.parse(new TextDecoder().decode(plaintext)) as T;
  } catch {
    // What the library or the parser says may quote what was sealed.
  }
  throw unreadable(`it was altered, belongs to something else, or secrets.keys.${keyId} is not the key it was sealed with`);
}

function keyIdOf(sealed: string): string {
  const header = parseHeader(sealed);
  const keyId = typeof header === 'object' && header !== null && 'kid' in header ? header.kid : undefined;
  if (!isKeyId(keyId)) throw unreadable('it is not a sealed text, or was altered');
  return keyId;
}

function parseHeader(sealed: string): unknown {
  try {
    return JSON.parse(Buffer.from(sealed.slice(0, Math.max(0, sealed.indexOf('.'))), 'base64url').toString());
  } catch {
    return undefined;
  }
}

function keyOf({ keys }: KeyRing, keyId: string): Uint8Array {
  const key = keys.get(keyId);
  if (key !== undefined) return key;
  throw new ConfigError({
    problems: [{ field: `secrets.keys.${keyId}`, problem: 'is missing, and something stored is sealed with it' }],
    hint: `Put the key ${keyId} back into secrets.keys. A key is taken out only after everything has been resealed.`,
  });
}

function unreadable(because: string): ConfigError {
  return new ConfigError({
    code: 'secret_unreadable',
    message: `a sealed secret cannot be opened: ${because}`,
    hint: 'Restore the key or the database row. Where neither can be had, connect again.',
  });
}

// Derived, so that a platform that hands in one of its sealing keys by mistake does not use one key for two things.
function deriveFingerprintKey(key: Uint8Array | undefined): Uint8Array | undefined {
  if (key === undefined) return undefined;
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'rollcall fingerprint 1', 32));
}
