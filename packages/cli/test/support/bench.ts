import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyConnector } from '@rollcall/core';
import { createTwin, startSandbox, type Sandbox, type SandboxDefinition } from '@rollcall/sandbox';
import { variableOf } from '../../src/credentials.ts';
import { run, type Ran, type RunOptions } from './run.ts';
import { asTyped, secretKey } from './stage.ts';

const connectors = fileURLToPath(new URL('../../../../connectors/', import.meta.url));

/** A copy of a connector's package beside a vendor over loopback: what an author has who records. */
export interface Bench {
  /** Of the copy; commands run here. */
  readonly directory: string;
  readonly fixtures: string;
  readonly sandbox: Sandbox;
  readonly connector: AnyConnector;
  run(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran>;
  json(argv: readonly string[], options?: Partial<RunOptions>): Promise<Ran & { readonly document: Record<string, unknown> }>;
  /** Every file of the recordings, by name. */
  files(): ReadonlyMap<string, string>;
  /** The same package against another vendor, such as one whose answers have changed. */
  serve(definition: SandboxDefinition): Promise<void>;
  close(): Promise<void>;
}

export interface BenchOptions {
  readonly size?: number;
  readonly wire?: (definition: SandboxDefinition) => SandboxDefinition;
}

export async function createBench(slug: string, { size = 12, wire = (own) => own }: BenchOptions = {}): Promise<Bench> {
  const [connector, own] = [await load<AnyConnector>(slug, 'src'), await load<SandboxDefinition>(slug, 'sandbox')];
  const twin = createTwin({ seed: 'tarnholt', size });
  let sandbox = await startSandbox(wire(own), { twin, limit: false });
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-record-'));
  for (const part of ['src', 'test', 'package.json'])
    cpSync(join(connectors, slug, part), join(directory, part), { recursive: true });
  symlinkSync(join(connectors, slug, 'node_modules'), join(directory, 'node_modules'));
  const platform = Object.keys(sandbox.platform).length === 0 ? {} : { platform: { [slug]: sandbox.platform } };
  writeFileSync(
    join(directory, 'rollcall.config.json'),
    JSON.stringify({ connectors: [join(connectors, slug, 'src/index.ts')], ...platform }),
  );
  const fixtures = join(directory, 'test', 'fixtures');
  const clock = { now: () => new Date(`${twin.today}T12:00:00Z`) };
  const start: Bench['run'] = (argv, options = {}) => {
    const variables = Object.entries(sandbox.config).map(([name, value]) => [variableOf(slug, name), asTyped(value)]);
    const env = { ROLLCALL_SECRET_KEY: secretKey, ...(Object.fromEntries(variables) as Record<string, string>) };
    const origins = Object.entries(sandbox.origins).flatMap(([vendor, local]) => ['--origin', `${vendor}=${local}`]);
    return run([...argv, ...origins], { cwd: directory, env, clock, ...options });
  };
  return {
    directory,
    fixtures,
    get sandbox() {
      return sandbox;
    },
    connector,
    run: start,
    json: async (argv, options) => {
      const ran = await start([...argv, '--json'], options);
      return { ...ran, document: JSON.parse(ran.out) as Record<string, unknown> };
    },
    files: () => new Map(readdirSync(fixtures).map((name) => [name, readFileSync(join(fixtures, name), 'utf8')])),
    serve: async (definition) => {
      await sandbox.close();
      sandbox = await startSandbox(definition, { twin, limit: false });
    },
    close: async () => {
      await sandbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function load<T>(slug: string, part: string): Promise<T> {
  const module = (await import(pathToFileURL(join(connectors, slug, part, 'index.ts')).href)) as { readonly default: T };
  return module.default;
}
