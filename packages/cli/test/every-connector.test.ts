import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyConnector } from '@rollcall/core';
import { createTwin, startSandbox, type Sandbox, type SandboxDefinition } from '@rollcall/sandbox';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../src/exit-codes.ts';
import { asTyped, secretKey } from './support/stage.ts';
import { variableOf } from '../src/credentials.ts';
import { run, type Ran } from './support/run.ts';

const folder = fileURLToPath(new URL('../../../connectors/', import.meta.url));
// Those that ask a vendor: others have nobody who could refuse them.
const slugs = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'sandbox/index.ts')));
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function load<T>(slug: string, part: string): Promise<T> {
  const module = (await import(pathToFileURL(join(folder, slug, part, 'index.ts')).href)) as { readonly default: T };
  return module.default;
}

/** A vendor over loopback, the connector named in a config of its own. */
async function stageOf(slug: string): Promise<{ readonly sandbox: Sandbox; check: (config: object) => Promise<Ran> }> {
  const definition = await load<SandboxDefinition>(slug, 'sandbox');
  const sandbox = await startSandbox(definition, { twin: createTwin({ seed: 'fjordkiste', size: 12 }), limit: false });
  const cwd = mkdtempSync(join(tmpdir(), 'rollcall-every-'));
  closing.push(
    () => sandbox.close(),
    () => {
      rmSync(cwd, { recursive: true, force: true });
    },
  );
  const platform = Object.keys(sandbox.platform).length === 0 ? {} : { platform: { [slug]: sandbox.platform } };
  writeFileSync(
    join(cwd, 'rollcall.config.json'),
    JSON.stringify({ connectors: [join(folder, slug, 'src/index.ts')], ...platform }),
  );
  const origins = Object.entries(sandbox.origins).flatMap(([vendor, local]) => ['--origin', `${vendor}=${local}`]);
  const clock = { now: () => new Date(`${sandbox.twin.today}T12:00:00Z`) };
  const check = (config: object): Promise<Ran> => {
    const variables = Object.entries(config).map(([name, value]) => [variableOf(slug, name), asTyped(value)]);
    const env = { ROLLCALL_SECRET_KEY: secretKey, ...(Object.fromEntries(variables) as Record<string, string>) };
    return run(['check', slug, ...origins], { cwd, env, clock });
  };
  return { sandbox, check };
}

/** In the form that the field asks for, so that only the vendor can refuse it: a letter of its longest word, which is the secret. */
function mistyped(value: unknown): string {
  const text = String(value);
  const words = [...text.matchAll(/[\w+/=-]+/g)].sort((one, other) => other[0].length - one[0].length);
  const [word] = words[0] ?? [''];
  const at = text.indexOf(word) + word.search(/[a-z](?=[^a-z]*$)/i);
  return `${text.slice(0, at)}${text.charAt(at).toLowerCase() === 'a' ? 'b' : 'A'}${text.slice(at + 1)}`;
}

describe.each(slugs)('rollcall check %s', (slug) => {
  test('with the right credentials says what comes', async () => {
    const { sandbox, check } = await stageOf(slug);
    const { code, out, err } = await check(sandbox.config);
    expect({ code, err }).toEqual({ code: exitCodes.ok.code, err: '' });
    expect(out).toContain('accepts the credentials');
  });

  test('with wrong credentials names the cause and the step of the set-up', async () => {
    const { manifest } = await load<AnyConnector>(slug, 'src');
    const { sandbox, check } = await stageOf(slug);
    const secrets = Object.entries(manifest.config).flatMap(([name, field]) =>
      'secret' in field && field.secret === true && name in sandbox.config ? [name] : [],
    );
    expect(secrets).not.toEqual([]);
    for (const name of secrets) {
      const { code, out, err } = await check({ ...sandbox.config, [name]: mistyped(sandbox.config[name]) });
      // A key that is spoilt is seen before anybody is asked.
      const [error = ''] = /^(?:AuthError|ConfigError): /m.exec(err) ?? [];
      const expected = error === 'ConfigError: ' ? exitCodes.usage.code : exitCodes.attention.code;
      expect({ name, code, out, error }).toEqual({
        name,
        code: expected,
        out: '',
        error: expect.stringMatching(/^\w+Error: $/) as string,
      });
      expect(err).toContain(manifest.setup[(manifest.credentialsStep ?? 0) - 1]);
      expect(err).not.toContain(mistyped(sandbox.config[name]));
    }
  });
});
