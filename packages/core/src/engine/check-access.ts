import type { TokenStore } from '../contract/authentication.ts';
import type { FileSource } from '../contract/file-source.ts';
import { checkRead, type AccessCheck } from '../read/check-read.ts';
import type { Connection } from './connection.ts';
import type { EngineContext } from './engine-context.ts';
import { readOptionsOf } from './run/read-company.ts';

export interface CheckInput {
  /** New credentials; default: those of the connection. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Where what new credentials obtain is held. */
  readonly tokens?: TokenStore | undefined;
  /** A new file; default: the one of the connection. */
  readonly file?: FileSource | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the first people with the credentials given, or with those of the connection (rule C2). Changes nothing. */
export async function checkAccess(
  context: EngineContext,
  connection: Connection,
  { config, tokens, file, signal }: CheckInput,
): Promise<AccessCheck> {
  const connector = context.connectorFor(connection);
  const stored = await readOptionsOf(context, connection, connector);
  const given = { ...(config !== undefined && { config, tokens }), ...(file !== undefined && { file }) };
  return checkRead(connector, { ...stored, ...given, signal });
}
