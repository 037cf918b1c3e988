import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bamboohrSandbox } from '@rollcall/connector-bamboohr/sandbox';
import { hibobSandbox } from '@rollcall/connector-hibob/sandbox';
import { personioSandbox } from '@rollcall/connector-personio/sandbox';
import { createTwin, startSandbox, type Sandbox, type SandboxDefinition } from '@rollcall/sandbox';
import { variableOf } from '../../src/credentials.ts';
import { run, type Ran, type RunOptions } from './run.ts';

export const sandboxes: Readonly<Record<string, SandboxDefinition>> = {
  personio: personioSandbox,
  hibob: hibobSandbox,
  bamboohr: bamboohrSandbox,
};

/** Fictional, and in every test's environment: it may appear in no output. */
export const secretKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

export interface Stage {
  readonly directory: string;
  readonly sandbox: Sandbox;
  /** Flags that lead to the sandbox. */
  readonly origins: readonly string[];
  /** Key and credentials. */
  readonly env: Readonly<Record<string, string>>;
  run(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  /** With `--json`, parsed. */
  json(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran & { readonly document: Record<string, unknown> }>;
  write(file: string, content: unknown): void;
  close(): Promise<void>;
}

/** A vendor over loopback and an empty directory to run in. */
export async function createStage(slug: string, size = 40): Promise<Stage> {
  const definition = sandboxes[slug]!;
  const sandbox = await startSandbox(definition, { twin: createTwin({ seed: 'fjordkiste', size }), limit: false });
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-cli-'));
  const origins = Object.entries(sandbox.origins).flatMap(([vendor, local]) => ['--origin', `${vendor}=${local}`]);
  const env = { ROLLCALL_SECRET_KEY: secretKey, ...credentialsOf(slug, sandbox) };
  // Later than any day of the twin, and moving on: runs are told apart by their instants.
  let at = Date.parse(`${sandbox.twin.today}T12:00:00Z`);
  const clock = { now: () => new Date((at = Math.max(at + 1000, Date.parse(`${sandbox.twin.today}T12:00:00Z`)))) };
  const start: Stage['run'] = (argv, options = {}) => run([...argv, ...origins], { cwd: directory, env, clock, ...options });
  return {
    directory,
    sandbox,
    origins,
    env,
    run: start,
    json: async (argv, options) => {
      const ran = await start([...argv, '--json'], options);
      return { ...ran, document: JSON.parse(ran.out) as Record<string, unknown> };
    },
    write: (file, content) => {
      writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
    },
    close: async () => {
      await sandbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function credentialsOf(slug: string, { config }: Sandbox): Record<string, string> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [variableOf(slug, name), asTyped(value)]));
}

/** As somebody would type it: a list with commas, a map as JSON. */
export function asTyped(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}
