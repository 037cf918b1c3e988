import type { FileSource } from '../contract/file-source.ts';
import type { Manifest } from '../contract/manifest.ts';
import { ConfigError } from '../errors/config-error.ts';
import { EngineError } from '../errors/engine-error.ts';
import { bytesOf } from '../file/bytes-of.ts';
import { fileOf } from '../file/file-of.ts';
import { within } from '../file/within.ts';
import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import { sealContext } from './seal/sealer.ts';

/** An upload as it is sealed. */
interface StoredFile {
  readonly name: string;
  readonly people: number | null;
  /** In base64. */
  readonly content: string;
}

/** An upload that has been taken in as a whole: it can be read again and again. */
export interface HeldFile {
  readonly file: FileSource;
  readonly stored: StoredFile;
}

/**
 * Takes an upload in, up to the size that the connector reads.
 * @throws ConfigError for a connector that reads no file, and for a file that is too large
 */
export async function holdFile(manifest: Manifest, given: FileSource, signal: AbortSignal): Promise<HeldFile> {
  const { slug: vendor, file: kind } = manifest;
  if (kind === undefined) {
    throw new ConfigError({ vendor, problems: [{ field: 'file', problem: 'is given, and this connector reads none' }] });
  }
  const bytes = await bytesOf(within(given, { maxBytes: kind.maxBytes, vendor }), signal);
  const { name, people } = given;
  return {
    file: fileOf(name, bytes, { people }),
    stored: { name, people: people ?? null, content: Buffer.from(bytes).toString('base64') },
  };
}

export async function keepFile({ store, sealer }: EngineContext, connectionId: string, { stored }: HeldFile): Promise<void> {
  await store.secrets.put(connectionId, 'file', await sealer.seal(sealContext(connectionId, 'file'), stored));
}

/** What a connection reads: what the platform points at, or else the last upload. */
export async function fileFor(
  context: EngineContext,
  connection: Connection,
  manifest: Manifest,
): Promise<FileSource | undefined> {
  if (manifest.file === undefined) return undefined;
  return (await context.options.files?.(connection)) ?? storedFile(context, connection.id);
}

async function storedFile({ store, sealer }: EngineContext, connectionId: string): Promise<FileSource | undefined> {
  const sealed = await store.secrets.get(connectionId, 'file');
  if (sealed === null) return undefined;
  const { name, people, content } = await sealer.open<StoredFile>(sealContext(connectionId, 'file'), sealed);
  return fileOf(name, Buffer.from(content, 'base64'), { people: people ?? undefined });
}

/** @throws EngineError `state_invalid` where the platform says which file is read: an upload would never be looked at */
export async function requireUploads({ options }: EngineContext, connection: Connection): Promise<void> {
  if ((await options.files?.(connection)) == null) return;
  throw new EngineError({
    code: 'state_invalid',
    message: 'the file of this connection comes from the platform: an upload would never be read',
    vendor: connection.connector,
  });
}
