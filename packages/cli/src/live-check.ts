import { checkRead, type AccessCheck, type AnyConnector, type FileSource } from '@rollcall/core';
import type { Cli } from './cli.ts';

/** Reads the first people with credentials that are stored nowhere. */
export async function liveCheck(
  cli: Cli,
  connector: AnyConnector,
  { config, file }: { readonly config: Readonly<Record<string, unknown>>; readonly file: FileSource | undefined },
): Promise<AccessCheck> {
  const { platform } = await cli.config();
  return checkRead(connector, {
    config,
    file,
    platform: platform?.[connector.manifest.slug],
    http: cli.http,
    clock: cli.io.clock,
    signal: cli.io.signal,
  });
}
