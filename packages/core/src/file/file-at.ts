import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { FileSource } from '../contract/file-source.ts';
import { ConfigError } from '../errors/config-error.ts';

export interface FileFacts {
  /** How many people it holds, where whoever gave it says so. */
  readonly people?: number | undefined;
}

/**
 * A file on a disk of the platform. Never of a path that a customer typed: they would read your disk.
 * @example
 * readEmployees(csv, { config: { everybody: 'yes' }, file: fileAt('/data/acme/people.csv', { people: 120 }) });
 */
export function fileAt(path: string, { people }: FileFacts = {}): FileSource {
  const name = basename(path);
  return {
    name,
    people,
    async *open(signal) {
      try {
        for await (const part of createReadStream(path, { signal })) yield part as Uint8Array;
      } catch (cause) {
        signal.throwIfAborted();
        const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
        throw new ConfigError({ problems: [{ field: 'file', problem: `cannot be read (${code})` }] });
      }
    },
  };
}
