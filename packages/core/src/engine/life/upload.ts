import type { FileSource } from '../../contract/file-source.ts';
import { ConfigError } from '../../errors/config-error.ts';
import type { AccessCheck } from '../../read/check-read.ts';
import { requireState } from '../authorize.ts';
import { checkAccess } from '../check-access.ts';
import type { Connection } from '../connection.ts';
import { changeConnection, isStopped, type EngineContext } from '../engine-context.ts';
import { holdFile, keepFile, requireUploads } from '../files.ts';
import type { Connected } from './connect.ts';

export interface UploadInput {
  readonly file: FileSource;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes a newer file of a connection that reads one. It is read to its end first: a file that cannot be read leaves the one
 * before it in place. What it says is planned by the next sync, which is due at once.
 * @throws ConfigError and ResponseError naming row and column; EngineError `state_invalid`
 */
export async function upload(context: EngineContext, connection: Connection, { file, signal }: UploadInput): Promise<Connected> {
  requireState(
    connection,
    ['awaiting_configuration', 'awaiting_confirmation', 'connected', 'held', 'needs_attention', 'paused'],
    'upload',
  );
  await requireUploads(context, connection);
  const { manifest } = context.connectorFor(connection);
  const held = await holdFile(manifest, file, signal ?? AbortSignal.timeout(600_000));
  const check = await checkAccess(context, connection, { file: held.file, signal });
  if (check.error !== null) throw check.error;
  refuseNobody(check, connection.connector);
  await keepFile(context, connection.id, held);
  const updated = await changeConnection(context, connection.id, (fresh) => ({
    failures: 0,
    ...(fresh.confirmedAt !== null && !isStopped(fresh) && { nextSyncAt: context.at() }),
  }));
  // Somebody ended the connection meanwhile: nothing of what was uploaded stays (rule C7).
  if (updated.state === 'disconnected') await context.store.connections.erase(connection.id);
  return { connection: updated, check };
}

/** No company has nobody: an empty export must not take the place of a good one. */
function refuseNobody({ sample, quarantined }: AccessCheck, vendor: string): void {
  if (sample > 0) return;
  const problem = quarantined.length === 0 ? 'holds nobody' : 'holds nobody who can be read';
  const [first] = quarantined;
  const where = first?.where === undefined ? '' : ` (see ${first.where})`;
  throw new ConfigError({
    vendor,
    problems: [{ field: 'file', problem: `${problem}${where}` }],
    hint: 'The file before it stays.',
  });
}
