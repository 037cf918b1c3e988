import { PassThrough } from 'node:stream';
import type { Clock } from '@rollcall/core';
import { expect } from 'vitest';
import { Interrupted, type Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import type { Prompts } from '../../src/prompts.ts';

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly prompts?: Prompts;
  readonly signal?: AbortSignal;
  readonly stdin?: string;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One command line in this process, without a terminal. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Ran> {
  const { env = {}, signal = new AbortController().signal, stdin = '', cwd, clock, prompts } = options;
  const [stdout, stderr, input] = [collector(), collector(), new PassThrough()];
  input.end(stdin);
  const io: Io = { stdin: input, stdout: stdout.stream, stderr: stderr.stream, env, cwd, signal, clock, prompts };
  const code = await main(argv, io);
  const ran = { code, out: stdout.text(), err: stderr.text() };
  refuseLeaks(ran, env);
  return ran;
}

/** The canary: what is secret in the environment appears in no output of any command of any test. */
function refuseLeaks({ out, err }: Ran, env: NonNullable<RunOptions['env']>): void {
  const secrets = Object.entries(env).filter(([name]) =>
    /_(?:TOKEN|CLIENT_SECRET|API_KEY|SECRET_KEY|FINGERPRINT_KEY)$/.test(name),
  );
  for (const [, secret] of secrets)
    for (const part of (secret ?? '').split(',')) if (part !== '') expect(out + err).not.toContain(part);
}

function collector(): { readonly stream: PassThrough; text(): string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Answers every question from a list, by part of its message; an unexpected question fails. */
export function answers(given: Readonly<Record<string, string | boolean>>): Prompts & { readonly asked: string[] } {
  const asked: string[] = [];
  const find = (message: string): string | boolean => {
    asked.push(message);
    const found = Object.entries(given).find(([part]) => message.includes(part));
    if (found === undefined) throw new Interrupted();
    return found[1];
  };
  const text = ({ message }: { readonly message: string }): Promise<string> => Promise.resolve(String(find(message)));
  return { asked, text, secret: text, choose: text, confirm: (message) => Promise.resolve(find(message) === true) };
}
