import type { Actor, RunProgress } from '@rollcall/core';
import type { Cli } from './cli.ts';
import type { Session } from './session.ts';

interface Following {
  readonly actor: Actor;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

/** Runs something of the engine with a moving line on stderr; Ctrl-C stops it where it can go on later. */
export function follow<T>(
  { io, progress }: Cli,
  { actor }: Pick<Session, 'actor'>,
  work: (options: Following) => Promise<T>,
): Promise<T> {
  return progress(({ run }) => work({ actor, signal: io.signal, onProgress: run }));
}
