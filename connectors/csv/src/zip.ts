import { crc32, inflateRawSync } from 'node:zlib';
import { fileError } from './file-error.ts';

// A list of 100,000 people with 20 columns unpacks to about half of it.
const maxUnpacked = 128 * 1024 * 1024;
const maxEntries = 1000;
const endSize = 22;

const broken = () =>
  fileError('is no XLSX file, or a part of it is missing', 'Open it in your spreadsheet program and save it as XLSX.');

/**
 * The XML files of an archive, unpacked within bounds that hold whatever the archive says of itself: one of some kilobytes may
 * claim to hold gigabytes, or hold them and claim nothing. Names are names only: nothing is written anywhere.
 * Source: APPNOTE 6.3.10 of PKWARE, sections 4.3 and 4.4.
 */
export function unpack(archive: Buffer): Map<string, Buffer> {
  try {
    return entriesOf(archive);
  } catch (error) {
    // Of Node: an offset outside the file, or bytes that do not unpack.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')))
      throw broken();
    throw error;
  }
}

function entriesOf(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + endSize + archive.readUInt16LE(end + 20) > archive.length) throw broken();
  const count = archive.readUInt16LE(end + 10);
  if (count > maxEntries) throw fileError(`holds ${String(count)} files, which no spreadsheet does`);
  const entries = new Map<string, Buffer>();
  let unpacked = 0;
  let position = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(position + offset));
    const next = position + 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    const name = archive.toString('utf8', position + 46, position + 46 + (nameLength ?? 0));
    if (/\.(?:xml|rels)$/.test(name)) {
      const content = contentOf(archive, position, maxUnpacked - unpacked);
      unpacked += content.length;
      entries.set(name, content);
    }
    position = next;
  }
  return entries;
}

function contentOf(archive: Buffer, entry: number, room: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const isEncrypted = (archive.readUInt16LE(entry + 8) & 1) === 1;
  if (isEncrypted) throw fileError('is protected by a password', 'Save it without a password.');
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  if (start + size > archive.length || ![0, 8].includes(method)) throw broken();
  const packed = archive.subarray(start, start + size);
  if (archive.readUInt32LE(entry + 24) > room || (method === 0 && size > room)) throw tooLarge();
  try {
    return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge() : error;
  }
}

const tooLarge = () =>
  fileError(`unpacks to more than ${String(maxUnpacked / 1024 / 1024)} MiB`, 'Leave out sheets and columns that nobody needs.');

/** An archive of files as they are, without packing them. */
export function pack(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, content);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), facts, place, name);
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(endSize);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
