import type { FileSource } from '../contract/file-source.ts';

/** All of a file, for those who must see its end before its beginning, or keep it. */
export async function bytesOf(file: FileSource, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of file.open(signal)) parts.push(part);
  return Buffer.concat(parts);
}
