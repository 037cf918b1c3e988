import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { newConnector } from '../src/new-connector.ts';
import type { Prompts } from '../src/prompts.ts';

const cwd = mkdtempSync(join(tmpdir(), 'rollcall-create-'));
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const good = ['--name', 'Acme HR', '--log-in', 'bearer', '--paging', 'offset', '--base-url', 'https://api.acme.example/'];

async function run(argv: readonly string[], prompts?: Prompts) {
  const [stdout, stderr, stdin] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const { signal } = new AbortController();
  const now = (): Date => new Date('2026-11-22T12:00:00Z');
  const code = await main(argv, { stdin, stdout, stderr, cwd, signal, now, ...(prompts && { prompts }) });
  const read = (stream: PassThrough): string => String((stream.read() as Buffer | null) ?? '');
  return { code, out: read(stdout), err: read(stderr) };
}

describe('without a terminal', () => {
  test('every missing answer is named with its flag', async () => {
    const { code, out, err } = await run([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const flag of ['--name', '--log-in', '--paging', '--base-url'])
      expect(err).toContain(`${flag} is missing, and there is no terminal to ask on, for example `);
    expect(err).not.toContain('--slug');
  });

  test.each([
    ['--name', 'Acme */ HR', '--name must be letters'],
    ['--name', 'Acme\nHR', '--name must be letters'],
    ['--slug', 'Acme', '--slug must be lower-case'],
    ['--slug', '../up', '--slug must be lower-case'],
    ['--slug', 'class', '--slug is a word of the language or of the kit'],
    ['--slug', 'basic', '--slug is a word of the language or of the kit'],
    ['--log-in', 'magic', '--log-in must be one of apiKey, basic, '],
    ['--paging', 'constructor', '--paging must be one of cursor, '],
    ['--base-url', 'http://api.acme.example', '--base-url must be an https address'],
    ['--base-url', 'https://user:canary@api.acme.example', '--base-url must be an https address'],
    ['--base-url', "https://api.acme.example/'+evil()+'", '--base-url must be an https address'],
    ['--endpoint', 'v1/people', '--endpoint must be a path'],
    ['--endpoint', "/v1/'people", '--endpoint must be a path'],
    ['--package', '../up', '--package must be the name of an npm package'],
    ['--docs', 'javascript:alert(1)', '--docs must be an https address'],
    ['--openapi', 'nowhere.yaml', '--openapi cannot be read'],
  ])('%s %j is refused, and its value is not repeated', async (flag, value, complaint) => {
    const { code, err } = await run(['refused', ...good, flag, value]);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
    expect(err).not.toContain('canary');
    expect(readdirSync(cwd)).not.toContain('refused');
  });

  test('a name without Latin letters needs a short name', async () => {
    const { code, err } = await run([...good, '--name', '東京人事']);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('--slug is missing') as string });
  });

  test('help and an unknown flag', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(await run(['--nmae', 'x'])).toMatchObject({ code: 2, out: '' });
  });

  test('says what to type next', async () => {
    const { code, out } = await run(good);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^rollcall-connector-acme-hr: \d+ files in .*\n\nNext:\n {2}cd rollcall-connector-acme-hr\n {2}npm install\n {2}npm test\n$/,
    );
    expect(readdirSync(join(cwd, 'rollcall-connector-acme-hr')).toSorted()).toEqual(
      [
        '.changeset',
        '.github',
        '.gitignore',
        'LICENSE',
        'README.md',
        'conformance.json',
        'package.json',
        'src',
        'test',
        'tsconfig.json',
        'tsup.config.ts',
      ].toSorted(),
    );
  });
});

describe('nothing is overwritten', () => {
  test.each<[string, (folder: string) => void, string]>([
    [
      'a folder with a file',
      (folder) => {
        mkdirSync(folder);
        writeFileSync(join(folder, 'mine.txt'), 'mine');
      },
      'is not empty, and nothing is overwritten',
    ],
    [
      'a file',
      (folder) => {
        writeFileSync(folder, 'mine');
      },
      'is there and is no folder',
    ],
    [
      'a link to nowhere',
      (folder) => {
        symlinkSync(join(cwd, 'nowhere-at-all'), folder);
      },
      'is there and is no folder',
    ],
  ])('%s', async (name, prepare, complaint) => {
    const folder = join(cwd, name.replaceAll(' ', '-'));
    prepare(folder);
    const before = readdirSync(cwd);
    const { code, err } = await run([folder, ...good]);
    expect(code).toBe(2);
    expect(err).toContain(`folder ${folder} ${complaint}`);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('below a file: nothing half-written remains', async () => {
    writeFileSync(join(cwd, 'below'), '');
    const { code, err } = await run(['below/deep/er', ...good]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/folder .* (?:lies in a file|cannot be made)/) as string,
    });
  });

  test('an empty folder is taken, and folders above are made', async () => {
    mkdirSync(join(cwd, 'empty'));
    expect((await run(['empty', ...good])).code).toBe(0);
    expect((await run(['some/where/else', ...good])).code).toBe(0);
    expect(readdirSync(join(cwd, 'some/where'))).toEqual(['else']);
  });
});

describe('on a terminal', () => {
  const answers = (given: Readonly<Record<string, string>>): Prompts & { readonly asked: string[] } => {
    const asked: string[] = [];
    const find = ({ message }: { readonly message: string }): Promise<string> => {
      asked.push(message);
      return Promise.resolve(Object.entries(given).find(([part]) => message.includes(part))?.[1] ?? '');
    };
    return { asked, text: find, choose: find };
  };

  test('everything that no flag says is asked, and an empty answer takes the proposal', async () => {
    const prompts = answers({
      'Name of': 'Säntis HR',
      'log in': 'basic',
      'list come': 'single',
      'Base URL': 'https://api.saentis.example',
    });
    expect(await run(['asked'], prompts)).toMatchObject({
      code: 0,
      out: expect.stringContaining('rollcall-connector-santis-hr: ') as string,
    });
    expect(prompts.asked).toHaveLength(8);
    expect(prompts.asked[2]).toBe('Short name [santis-hr]:');
  });

  test('a document is chosen from, and proposes the rest', async () => {
    const openapi = fileURLToPath(new URL('../../../scripts/packages/third-party/openapi.yaml', import.meta.url));
    const prompts = answers({ OpenAPI: openapi, 'log in': 'apiKey', 'list come': 'cursor' });
    const { code, out } = await run(['chosen'], prompts);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('rollcall-connector-larkspur-hr: ') as string });
    expect(prompts.asked.filter((message) => message.includes('['))).toEqual([
      'Name of the vendor [Larkspur HR]:',
      'Short name [larkspur-hr]:',
      'Base URL of the API ({company} for a part that differs by customer) [https://api.larkspur.example]:',
    ]);
    expect(readFileSync(join(cwd, 'chosen/src/read.ts'), 'utf8')).toContain("cursorPages(http, '/v2/people', {");
  });

  test('nothing is asked that flags say', async () => {
    const prompts = answers({});
    await run(['flags', ...good, '--slug', 'acme', '--endpoint', '/people', '--author', 'Acme'], prompts);
    expect(prompts.asked).toEqual([]);
  });
});

test('inside this monorepo it becomes one of its connectors', async () => {
  const root = join(cwd, 'monorepo');
  mkdirSync(join(root, 'packages/core'), { recursive: true });
  writeFileSync(join(root, 'pnpm-workspace.yaml'), '');
  writeFileSync(join(root, 'packages/core/package.json'), '{ "name": "@rollcall/core" }');
  const flags = { name: 'Acme', logIn: 'apiKey', paging: 'nextUrl', baseUrl: 'https://api.acme.example' };
  const made = await newConnector(undefined, flags, { cwd: join(root, 'packages'), prompts: null, today: '2026-11-22' });
  expect(made).toMatchObject({
    folder: join(root, 'connectors/acme'),
    packageName: '@rollcall/connector-acme',
    commands: ['pnpm install', 'pnpm exec vitest run connectors/acme'],
  });
  expect(made.files.filter((file) => !/^(?:src|test)\//.test(file))).toEqual([
    'package.json',
    'README.md',
    'conformance.json',
    'tsconfig.json',
  ]);
});
