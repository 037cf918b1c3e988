import { resolve } from 'node:path';
import { ConfigError, fileAt, type FileSource, type Manifest } from '@rollcall/core';
import type { Cli } from './cli.ts';
import type { FileOptions } from './options.ts';

/**
 * The file that was named for a connector that reads one.
 * @throws ConfigError naming the option that is missing, or of no use
 */
export function givenFile(
  { io }: Cli,
  { slug, file: kind }: Manifest,
  { people, headcount }: FileOptions,
): FileSource | undefined {
  if (kind === undefined) {
    if (people === undefined && headcount === undefined) return undefined;
    const field = people === undefined ? '--headcount' : '--people';
    throw new ConfigError({ vendor: slug, problems: [{ field, problem: 'is of no use here: this connector reads no file' }] });
  }
  if (people !== undefined) return fileAt(resolve(io.cwd, people), { people: headcount });
  const problem = `is missing: the file with the people (${kind.endings.join(', ')})`;
  throw new ConfigError({ vendor: slug, problems: [{ field: '--people', problem, example: `people${kind.endings[0] ?? ''}` }] });
}

/** For commands that also work with a connection, which has a file of its own. */
export function refuseFile({ people, headcount }: FileOptions): void {
  if (people === undefined && headcount === undefined) return;
  throw new ConfigError({
    problems: [{ field: people === undefined ? '--headcount' : '--people', problem: 'is of no use with a connection' }],
    hint: '"rollcall upload <file>" gives a connection a newer file.',
  });
}
