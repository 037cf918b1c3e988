import type { Readable, Writable } from 'node:stream';
import { input, select } from '@inquirer/prompts';

export interface Question {
  readonly message: string;
  /** True, or what is wrong with the answer. */
  readonly validate?: ((answer: string) => true | string) | undefined;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Questions to whoever sits at the terminal; those of `@rollcall/cli` fit. */
export interface Prompts {
  text(question: Question & { readonly fallback?: string | undefined }): Promise<string>;
  choose(question: Question & { readonly choices: readonly Choice[]; readonly fallback?: string | undefined }): Promise<string>;
}

export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly signal: AbortSignal;
}

/** On stderr, so that stdout stays the result. Null where nobody can answer. */
export function createPrompts({ stdin, stderr, signal }: Terminal): Prompts | null {
  if (stdin.isTTY !== true || stderr.isTTY !== true) return null;
  const context = { input: stdin, output: stderr, signal };
  return {
    text: ({ message, validate }) => input({ message, ...(validate !== undefined && { validate }) }, context),
    choose: ({ message, choices, fallback }) =>
      select({ message, choices: [...choices], ...(fallback !== undefined && { default: fallback }) }, context),
  };
}
