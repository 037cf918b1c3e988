import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStage, type Stage } from './support/stage.ts';

const script = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const flags = ['--conditions=@rollcall/source', '--disable-warning=ExperimentalWarning'];
let stage: Stage;

beforeAll(async () => {
  stage = await createStage('bamboohr', 12);
  // As a project writes it, by the package's name; the file is what can be reached from here.
  const [cli, connector] = [pathToFileURL(script).href, import.meta.resolve('@rollcall/connector-bamboohr')];
  stage.write(
    'rollcall.config.ts',
    `import { defineConfig } from '${cli}';
import connector from '${connector}';
const customer: string = 'acme';
export default defineConfig({ store: { sqlite: './store.db' }, directory: { sqlite: './members.db' }, connectors: [connector], customer });`,
  );
});

afterAll(async () => {
  await stage.close();
});

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [...flags, script, ...argv, ...stage.origins], {
    cwd: stage.directory,
    env: { PATH: process.env['PATH'], ...stage.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  return { child, ended };
}

describe('the real process', () => {
  test('reads with a config in TypeScript, streams to stdout and ends by itself', async () => {
    const { child, ended } = start(['read', 'bamboohr', '--format', 'csv']);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^complete /) as string });
    expect(out.trimEnd().split('\r\n')).toHaveLength(stage.sandbox.twin.people.length + 1);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends due --watch with 130', async (signal) => {
    const { child, ended } = start(['due', '--watch']);
    child.stdout.resume();
    for await (const chunk of child.stderr) if (String(chunk).includes('Ctrl-C ends it')) break;
    child.kill(signal);
    const [code] = await ended;
    expect(code).toBe(130);
  });
});
