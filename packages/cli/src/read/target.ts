import { createWriteStream, openSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { ConfigError } from '@rollcall/core';
import type { Io } from '../io.ts';
import { writeTo } from '../output.ts';
import { systemCodeOf } from '../show/show-error.ts';

/** Where people are written to, one page after the other. */
export interface Target {
  write(text: string): Promise<void>;
  /** The file, once the read has ended; null for stdout. */
  end(complete: boolean): Promise<string | null>;
}

/**
 * Stdout, or a file that only its owner may read. A file that was there is replaced by a complete read only.
 * @throws ConfigError when the file cannot be opened
 */
export function openTarget({ stdout, cwd, signal }: Io, file: string | undefined): Target {
  if (file === undefined) return { write: (text) => writeTo(stdout, text, signal), end: () => Promise.resolve(null) };
  const path = resolve(cwd, file);
  const partial = `${path}.partial`;
  const stream: Writable = createWriteStream(partial, { fd: openForOwner(partial) });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => undefined);
  return {
    write: (text) => Promise.race([writeTo(stream, text, signal), failed]),
    end: async (complete) => {
      stream.end();
      await finished(stream);
      if (!complete) return partial;
      await rename(partial, path);
      return path;
    },
  };
}

function openForOwner(file: string): number {
  try {
    // Anew: one that was there may be open to others, or lead elsewhere.
    rmSync(file, { force: true });
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    throw new ConfigError({
      problems: [{ field: '--out', problem: `names a file that cannot be written${systemCodeOf(error)}` }],
    });
  }
}
