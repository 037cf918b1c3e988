import { createPrivateKey, type KeyObject } from 'node:crypto';
import { ConfigError } from '@rollcall/core';

const armour = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----(.*?)-----END/s;

/**
 * Reads a private key as people paste it: PEM with real line breaks, with `\n` spelt out (as in a JSON key file), with
 * blanks in their place, or the bare Base64 of a PKCS#8 key.
 * @throws ConfigError `config_invalid`. Nothing of the key is repeated.
 */
export function readPrivateKey(pasted: string, vendor: string): KeyObject {
  const [, label = '', inner = pasted] = armour.exec(pasted) ?? [];
  const base64 = inner.replaceAll('\\n', '').replace(/\s+/g, '');
  try {
    return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: keyType(label) });
  } catch {
    throw new ConfigError({
      vendor,
      message: `the private key that was entered for ${vendor} cannot be read: it should be an unencrypted PEM (-----BEGIN PRIVATE KEY-----)`,
    });
  }
}

function keyType(label: string): 'pkcs1' | 'sec1' | 'pkcs8' {
  if (label === 'RSA ') return 'pkcs1';
  return label === 'EC ' ? 'sec1' : 'pkcs8';
}
