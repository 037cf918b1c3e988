import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConnector, defineManifest, proven } from '@rollcall/core';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Cli } from '../src/cli.ts';
import { collectCredentials } from '../src/credentials.ts';
import { answers } from './support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollcall-key-'));
writeFileSync(join(folder, 'key.json'), '{\n  "type": "service_account",\n  "key": "QUJD"\n}\n');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const client = (): never => {
  throw new TypeError('nobody is asked');
};

const connector = defineConnector({
  manifest: defineManifest({
    slug: 'keys',
    name: 'Keys',
    docsUrl: 'https://keys.example/docs',
    api: { version: '1', checked: '2026-11' },
    config: {
      key: {
        label: 'Key',
        help: 'The file.',
        example: '{ "type": "service_account" }',
        secret: true,
        multiline: true,
        pattern: '\\{.+\\}',
      },
      note: { label: 'Note', help: 'Any.', example: 'x', optional: true },
    },
    hosts: [],
    endpoints: { reads: [] },
    limits: { concurrency: 1 },
    pageSize: null,
    requests: '1',
    permissions: [],
    fields: ['id', 'status'],
    capabilities: { get: false, changes: 'none', webhook: false, push: false },
    setup: ['Make a key.'],
  }),
  auth: { kind: 'none', connect: () => ({ get: client, post: client, send: client }) },
  record: z.never(),
  async *list() {
    yield await Promise.resolve([]);
    return proven({ by: 'single_answer', detail: 'nobody' });
  },
  map: () => ({}),
});

function cli(env: Readonly<Record<string, string>>, prompts: Cli['prompts'] = null): Cli {
  return { io: { env, cwd: folder }, prompts } as unknown as Cli;
}

const read = { key: '{ "type": "service_account", "key": "QUJD" }' };

test('a key file is named behind an @: in the environment, by a flag, and as an answer', async () => {
  expect(await collectCredentials(cli({ ROLLCALL_KEYS_KEY: '@key.json' }), connector, {})).toEqual(read);
  expect(await collectCredentials(cli({}), connector, { set: ['key=@key.json'] })).toEqual(read);
  expect(await collectCredentials(cli({}, answers({ Key: '@key.json' })), connector, {})).toEqual(read);
});

test('only a field of several lines names a file', async () => {
  const { note } = await collectCredentials(cli({ ROLLCALL_KEYS_KEY: '@key.json' }), connector, { set: ['note=@key.json'] });
  expect(note).toBe('@key.json');
});

test('a file that is not there is said, without its name', async () => {
  await expect(collectCredentials(cli({ ROLLCALL_KEYS_KEY: '@nothing.pem' }), connector, {})).rejects.toMatchObject({
    problems: [{ field: 'key', problem: 'names a file, behind the @, that cannot be read' }],
  });
});
