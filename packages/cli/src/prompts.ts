import { confirm, input, password, select } from '@inquirer/prompts';
import { Interrupted, type Io } from './io.ts';

export interface Question {
  readonly message: string;
  /** Shown above the question. */
  readonly help?: string | undefined;
  /** True, or what is wrong with the answer. */
  readonly validate?: ((answer: string) => true | string) | undefined;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Questions to whoever sits at the terminal. */
export interface Prompts {
  text(question: Question): Promise<string>;
  /** The answer is not shown. */
  secret(question: Question): Promise<string>;
  choose(question: Question & { readonly choices: readonly Choice[]; readonly fallback?: string | undefined }): Promise<string>;
  /** No unless somebody says yes. */
  confirm(message: string): Promise<boolean>;
}

/** On stderr, so that stdout stays the result. Null where nobody can answer. */
export function createPrompts(io: Io): Prompts | null {
  if (io.prompts !== undefined) return io.prompts;
  if (io.stdin.isTTY !== true || io.stderr.isTTY !== true) return null;
  const context = { input: io.stdin, output: io.stderr, signal: io.signal };
  const asked = ({ message, help, validate }: Question) => {
    if (help !== undefined) io.stderr.write(`${help}\n`);
    return { message, ...(validate !== undefined && { validate }) };
  };
  return {
    text: (question) => orInterrupted(input(asked(question), context)),
    secret: (question) => orInterrupted(password({ ...asked(question), mask: '*', toggleMask: false }, context)),
    choose: ({ choices, fallback, ...question }) => {
      const { message } = asked(question);
      const given = { message, choices: [...choices], ...(fallback !== undefined && { default: fallback }) };
      return orInterrupted(select(given, context));
    },
    confirm: (message) => orInterrupted(confirm({ message, default: false }, context)),
  };
}

/** Ctrl-C in a question ends the command like Ctrl-C anywhere else. */
async function orInterrupted<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError'))
      throw new Interrupted();
    throw error;
  }
}
