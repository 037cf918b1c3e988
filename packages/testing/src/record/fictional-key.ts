import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

const armour = /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----([\s\S]*?)-----END (?:[A-Z]+ )?PRIVATE KEY-----/;
type Encoding = 'pkcs1' | 'sec1' | 'pkcs8';
type Members = Readonly<Record<string, unknown>>;

/**
 * Another key of the same kind, size and spelling (PEM with real or spelt-out line breaks or blanks, bare Base64, a JWK, a key file in
 * JSON that holds one), made anew; undefined for what is no private key. Nothing else that was pasted along with the real one is
 * copied: of a key file the other members are those of the example.
 */
export function fictionalKey(pasted: string, example: string): string | undefined {
  const text = pasted.trim();
  try {
    if (text.startsWith('{')) return keyInJson(JSON.parse(text) as Members, example);
    return armour.test(text) ? otherPem(text) : otherBase64(text);
  } catch {
    return undefined;
  }
}

/** Is this, in one of those spellings, what signs? */
export function isPrivateKey(pasted: string): boolean {
  const text = pasted.trim();
  if (text.startsWith('{')) {
    const members = Object.entries(membersOf(text));
    return members.some(([name, value]) => name === 'd' || (typeof value === 'string' && armour.test(value)));
  }
  return armour.test(text) || isBase64Key(text);
}

/** Each part by which a real key, or whoever owns it, would be known again. */
export function partsOfKey(pasted: string): readonly string[] {
  const text = pasted.trim();
  if (text.startsWith('{')) return partsOfJson(text);
  const [, , inner = text] = armour.exec(text) ?? [];
  const base64 = inner.replaceAll('\\n', '').replace(/\s+/g, '');
  // Vendors and log files break lines where they like.
  return base64.match(/.{32,64}/g) ?? [];
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

function partsOfJson(text: string): readonly string[] {
  const members = membersOf(text);
  const texts = Object.entries(members).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return texts.flatMap(([name, value]) => {
    if (armour.test(value)) return partsOfKey(value);
    const isTelling = privateMembers.includes(name) || (/@|\d{3}/.test(value) && !value.includes('://'));
    return isTelling && name !== 'n' && value.length > 7 ? [value] : [];
  });
}

function keyInJson(members: Members, example: string): string | undefined {
  if (typeof members['kty'] === 'string') return otherJwk(members, membersOf(example));
  const keys = Object.entries(members).flatMap(([name, value]) =>
    typeof value === 'string' && armour.test(value) ? [[name, otherPem(value)] as const] : [],
  );
  return keys.length === 0 ? undefined : JSON.stringify({ ...membersOf(example), ...Object.fromEntries(keys) });
}

/** What a JWK says of its use stays; its id, which the customer chose, is that of the example. */
function otherJwk(members: Members, example: Members): string {
  const key = another(createPrivateKey({ key: members, format: 'jwk' }));
  const uses = ['use', 'alg', 'key_ops'].flatMap((name) => (name in members ? [[name, members[name]] as const] : []));
  const id = 'kid' in members ? { kid: example['kid'] ?? 'fictional' } : {};
  return JSON.stringify({ ...key.export({ format: 'jwk' }), ...Object.fromEntries(uses), ...id });
}

function otherPem(text: string): string {
  const [whole = '', label = '', inner = ''] = armour.exec(text) ?? [];
  const type = encodingOf(label);
  const base64 = inner.replaceAll('\\n', '').replace(/\s+/g, '');
  const key = another(createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type }));
  const pem = String(key.export({ format: 'pem', type: type })).trim();
  if (whole.includes('\n')) return `${pem}\n`;
  return pem.replaceAll('\n', whole.includes('\\n') ? '\\n' : ' ');
}

function otherBase64(text: string): string {
  const key = another(createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }));
  return key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

function isBase64Key(text: string): boolean {
  try {
    return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }).type === 'private';
  } catch {
    return false;
  }
}

function encodingOf(label: string): Encoding {
  if (label === 'RSA ') return 'pkcs1';
  return label === 'EC ' ? 'sec1' : 'pkcs8';
}

function another({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): KeyObject {
  if (asymmetricKeyType === 'ec') {
    return generateKeyPairSync('ec', { namedCurve: asymmetricKeyDetails?.namedCurve ?? 'prime256v1' }).privateKey;
  }
  if (asymmetricKeyType === 'ed25519') return generateKeyPairSync('ed25519').privateKey;
  return generateKeyPairSync('rsa', { modulusLength: asymmetricKeyDetails?.modulusLength ?? 2048 }).privateKey;
}

function membersOf(json: string): Members {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Members) : {};
  } catch {
    return {};
  }
}
