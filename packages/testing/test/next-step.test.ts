import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { describeNextStep, nextStep, type Project } from '../src/index.ts';
import { acme, acmeWith } from './acme.ts';
import { writeFixtures } from './acme-fixtures.ts';

const closing: URL[] = [];

afterEach(() => {
  for (const folder of closing.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A finished project, with what is put on top of it. */
function projectWith(files: Readonly<Record<string, string>> = {}, changes: Partial<Project> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-next-step-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const project = {
    folder: pathToFileURL(`${folder}/`),
    fixtures: writeFixtures(),
    config: { token: 'canary-token-of-acme' },
    connector: () => Promise.resolve(acme),
    ...changes,
  };
  closing.push(project.folder, project.fixtures);
  return project;
}

describe('the next step', () => {
  test('nothing is left of a finished connector', async () => {
    expect(await nextStep(projectWith())).toBeNull();
  });

  test.each([
    [
      'src/manifest.ts',
      'a: 1, // TODO(rollcall): the limits',
      'Step 1 of 9: the facts of the vendor (src/manifest.ts, line 2): the limits, then run the tests again.',
    ],
    [
      'src/manifest.ts',
      'b // TODO(rollcall): endpoint: the path',
      'Step 2 of 9: the endpoint of the list (src/manifest.ts, line 2): the path, then',
    ],
    [
      'test/fixtures/two-pages.json',
      '{ "id": "TODO(rollcall): people" }',
      'Step 3 of 9: the recording of two pages (test/fixtures/two-pages.json, line 2): people, then',
    ],
    [
      'src/schema.ts',
      '/* TODO(rollcall): members */',
      'Step 5 of 9: the shape of one record (src/schema.ts, line 2): members, then',
    ],
    [
      'src/index.ts',
      '// TODO(rollcall): the header',
      'Step 6 of 9: the log-in and the list (src/index.ts, line 2): the header, then',
    ],
    [
      'src/manifest.ts',
      '// TODO(rollcall): field: is it?',
      'Step 7 of 9: the map from record to employee (src/manifest.ts, line 2): is it? Then run the tests again.',
    ],
    ['README.md', '<!-- TODO(rollcall): quirks -->', 'Step 9 of 9: what readers need (README.md, line 2): quirks, then'],
    ['test/extra.ts', '// TODO(rollcall): anything', 'Step 9 of 9: what readers need (test/extra.ts, line 2): anything, then'],
  ])('a marker in %s: %s', async (file, line, expected) => {
    expect(await nextStep(projectWith({ [file]: `first line\n${line}\n` }))).toContain(expected);
  });

  test('the earlier step comes first, whatever is written in which file', async () => {
    const files = {
      'README.md': '# TODO(rollcall): late',
      'src/map.ts': '// TODO(rollcall): middle',
      'src/schema.ts': '// TODO(rollcall): early',
    };
    expect(await nextStep(projectWith(files))).toContain('Step 5 of 9');
  });

  test('packages, builds and what is no text are not looked into', async () => {
    const marker = '// TODO(rollcall): not ours';
    expect(
      await nextStep(projectWith({ 'node_modules/a/index.ts': marker, 'dist/index.ts': marker, 'logo.png': marker })),
    ).toBeNull();
  });

  test.each<[string, Partial<Record<'two-pages' | 'expected' | 'sparse', string>>, RegExp]>([
    ['no JSON', { 'two-pages': '[{' }, /^Step 3 of 9: .*write a list of exchanges/],
    ['no exchanges', { 'two-pages': '[]' }, /^Step 3 of 9: .*give every exchange/],
    [
      'an exchange without an answer',
      { 'two-pages': '[{ "scope": "https://a.example:443" }]' },
      /^Step 3 of 9: .*give every exchange/,
    ],
    ['no expectations', { expected: '{}' }, /^Step 4 of 9: .*write the case "two-pages"/],
    ['a case that is no list', { sparse: '{}' }, /^Step 8 of 9: .*write the case "sparse", test\/fixtures\/sparse\.json/],
  ])('%s', async (_, broken, expected) => {
    const project = projectWith();
    for (const [name, content] of Object.entries(broken)) writeFileSync(new URL(`${name}.json`, project.fixtures), content);
    expect(await nextStep(project)).toMatch(expected);
  });

  test('a map that gives something else is told with the difference', async () => {
    const wrong = acmeWith({ map: ({ id }) => ({ id: String(id), status: 'active' }) });
    const step = await nextStep(projectWith({}, { connector: () => Promise.resolve(wrong) }));
    expect(step).toMatch(/^Step 7 of 9: .*the case "two-pages" gives something else than expected\.json says/);
    expect(step).toMatch(/\nThen run the tests again\.$/);
  });

  test('a connector that does not load is told in the step that needs it', async () => {
    const step = await nextStep(projectWith({}, { connector: () => Promise.reject(new SyntaxError('no such export')) }));
    expect(step).toMatch(/^Step 6 of 9: .*mend the list: no such export/);
  });
});

test('as a test it fails with that sentence, and passes once nothing is left', async () => {
  const run = async (project: Project): Promise<unknown> => {
    let body: () => Promise<void> | void = () => undefined;
    describeNextStep({
      ...project,
      describe: (_, inner) => {
        inner();
      },
      test: (_, given) => {
        body = given;
      },
    });
    return await Promise.resolve(body()).catch((error: unknown) => error);
  };
  expect(await run(projectWith())).toBeUndefined();
  expect(await run(projectWith({ 'README.md': 'TODO(rollcall): quirks' }))).toMatchObject({
    name: 'AssertionError',
    message: expect.stringContaining('Step 9 of 9') as string,
  });
});
