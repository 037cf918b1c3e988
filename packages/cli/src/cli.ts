import type { HttpOptions } from '@rollcall/core';
import { loadConfig, type LoadedConfig } from './config/load-config.ts';
import { readOrigins } from './config/origins.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { Output } from './output.ts';
import { createProgress, type Progress } from './progress.ts';
import { createPrompts, type Prompts } from './prompts.ts';

/** Options that every command has. */
export interface GlobalOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
  readonly customer?: string;
  readonly actor?: string;
  readonly origin?: readonly string[];
}

/** What every command works with. */
export interface Cli {
  readonly io: Io;
  readonly options: GlobalOptions;
  readonly output: Output;
  /** Null where nobody can answer. */
  readonly prompts: Prompts | null;
  readonly http: HttpOptions;
  readonly config: () => Promise<LoadedConfig>;
  /** Runs work with a moving line on stderr, which is gone afterwards. */
  readonly progress: <T>(work: (progress: Progress) => Promise<T>) => Promise<T>;
}

/** The work of one command: its arguments and options as commander gives them. */
export type Work<Args extends readonly unknown[]> = (cli: Cli, ...args: Args) => Promise<ExitCode>;

/** Makes an action for commander from the work of a command. */
export type Action = <Args extends readonly unknown[]>(work: Work<Args>) => (...args: Args) => Promise<void>;

export function createCli(io: Io, options: GlobalOptions): Cli {
  let config: Promise<LoadedConfig> | undefined;
  return {
    io,
    options,
    output: new Output(io, options.json === true),
    prompts: createPrompts(io),
    http: { origins: readOrigins(options.origin ?? []) },
    config: () => (config ??= loadConfig({ env: io.env, cwd: io.cwd, file: options.config })),
    progress: async (work) => {
      const progress = createProgress(io);
      try {
        return await work(progress);
      } finally {
        progress.stop();
      }
    },
  };
}
