import { ConfigError, type ConfigProblem } from '../../errors/config-error.ts';

/** What the platform seals with. Kept where the platform keeps its secrets, never in the database that holds what is sealed. */
export interface SecretKeys {
  /** Id of the key that new texts are sealed with. */
  readonly current: string;
  /**
   * By id, 32 random bytes each, as they are or as base64 (`openssl rand -base64 32`). To rotate: add a key, make it
   * `current`, reseal, then take the old one out. An id is never given to another key.
   */
  readonly keys: Readonly<Record<string, string | Uint8Array>>;
  /**
   * 32 random bytes of their own, needed once bank accounts are managed. It stays when keys rotate: with another one
   * every bank account looks changed.
   */
  readonly fingerprintKey?: string | Uint8Array | undefined;
}

/** Checked keys. */
export interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly fingerprintKey: Uint8Array | undefined;
}

const keyLength = 32;
const howToMakeOne = 'make one with: openssl rand -base64 32';

/**
 * Checks what the platform handed in.
 * @throws ConfigError naming every bad entry, never with its value.
 */
export function readSecretKeys({ current, keys, fingerprintKey }: SecretKeys): KeyRing {
  const problems: ConfigProblem[] = [];
  const read = (field: string, key: unknown): Uint8Array => {
    const bytes = toBytes(key);
    if (bytes === undefined) problems.push({ field, problem: `must be ${keyLength} random bytes as base64 (${howToMakeOne})` });
    return bytes ?? new Uint8Array();
  };
  const ring = new Map<string, Uint8Array>();
  for (const [id, key] of Object.entries(keys)) {
    if (isKeyId(id)) ring.set(id, read(`secrets.keys.${id}`, key));
    else problems.push({ field: 'secrets.keys', problem: 'has an id that is not 1 to 64 letters, digits, ".", "_" or "-"' });
  }
  if (!ring.has(current)) {
    problems.push({ field: 'secrets.current', problem: `must be the id of one of secrets.keys (${howToMakeOne})` });
  }
  const fingerprint = fingerprintKey === undefined ? undefined : read('secrets.fingerprintKey', fingerprintKey);
  if (problems.length > 0) throw new ConfigError({ problems });
  return { current, keys: ring, fingerprintKey: fingerprint };
}

/** The form of a key id: it is written into what is sealed and repeated in errors. */
export function isKeyId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);
}

export function missingFingerprintKey(): ConfigError {
  return new ConfigError({
    problems: [{ field: 'secrets.fingerprintKey', problem: `is missing, and managed bank accounts need it (${howToMakeOne})` }],
  });
}

// A copy: whoever handed the bytes in may wipe them.
function toBytes(key: unknown): Uint8Array | undefined {
  if (key instanceof Uint8Array) return key.length === keyLength ? Uint8Array.from(key) : undefined;
  if (typeof key !== 'string' || !/^[\w+/-]{43}=?$/.test(key.trim())) return undefined;
  return Uint8Array.from(Buffer.from(key, 'base64'));
}
