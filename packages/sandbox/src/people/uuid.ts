import type { Random } from '../random/random.ts';

const bytes = Buffer.alloc(16);

/** A version 4 UUID (RFC 4122). */
export function makeUuid(random: Random): string {
  for (let offset = 0; offset < bytes.length; offset += 4) bytes.writeUInt32BE(random.next(), offset);
  bytes[6] = 0x40 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
