import type { Readable, Writable } from 'node:stream';
import type { Clock } from '@rollcall/core';
import type { Prompts } from './prompts.ts';

export interface Screen extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything the command touches of the process it runs in: tests hand in their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborts when somebody presses Ctrl-C. */
  readonly signal: AbortSignal;
  /** Default: the system's clock. */
  readonly clock?: Clock | undefined;
  /** Default: questions on the terminal, and none where there is no terminal. */
  readonly prompts?: Prompts | undefined;
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  static override readonly name: string = 'Interrupted';
  override readonly name = 'Interrupted';

  constructor() {
    super('interrupted');
  }
}
