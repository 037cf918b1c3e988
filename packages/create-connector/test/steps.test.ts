import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyConnector } from '@rollcall/core';
import { nextStep, type Project } from '@rollcall/testing';
import { afterAll, expect, test } from 'vitest';
import { newConnector } from '../src/new-connector.ts';
import { createRoom } from './support/projects.ts';

const thirdParty = fileURLToPath(new URL('../../../scripts/packages/third-party/', import.meta.url));
const room = createRoom();
afterAll(() => {
  room.close();
});

const folder = join(room.folder, 'larkspur');

let copies = 0;

/** From a copy of the sources: what was imported once stays as it was. */
async function next(): Promise<string> {
  const home = pathToFileURL(`${folder}/`);
  const { project } = (await import(new URL('test/project.ts', home).href)) as { readonly project: Project };
  const connector = async (): Promise<AnyConnector> => {
    const copy = join(room.folder, `src-${String((copies += 1))}`);
    cpSync(join(folder, 'src'), copy, { recursive: true });
    return ((await import(pathToFileURL(join(copy, 'index.ts')).href)) as { readonly default: AnyConnector }).default;
  };
  return String(await nextStep({ ...project, connector }));
}

const take = (...files: readonly string[]): void => {
  for (const file of files) cpSync(join(thirdParty, 'answer', file), join(folder, file));
};

interface ExpectedFile {
  readonly now: string;
  readonly cases: Readonly<Record<string, unknown>>;
}

/** The cases up to this one. */
function expectCases(count: number): void {
  const { now, cases } = JSON.parse(readFileSync(join(thirdParty, 'answer/test/fixtures/expected.json'), 'utf8')) as ExpectedFile;
  const some = Object.fromEntries(Object.entries(cases).slice(0, count));
  writeFileSync(join(folder, 'test/fixtures/expected.json'), JSON.stringify({ now, cases: some }));
}

const cases = [
  'empty',
  'lifecycle',
  'sparse',
  'wrong-types',
  'permission-gap',
  'unauthorised',
  'forbidden',
  'rate-limited',
  'server-error',
];

test('one thing after the other is asked for, until nothing is left', async () => {
  const flags = { openapi: join(thirdParty, 'openapi.yaml'), author: 'Nobody' };
  const made = await newConnector(folder, flags, { cwd: room.folder, prompts: null, today: '2026-11-22' });
  expect(made).toMatchObject({
    packageName: 'rollcall-connector-larkspur-hr',
    commands: ['cd larkspur', 'npm install', 'npm test'],
  });
  expect(await next()).toMatch(/^Step 1 of 9: the facts of the vendor \(src\/manifest\.ts, line \d+\): the address of /);
  take('src/manifest.ts');
  expect(await next()).toMatch(/^Step 3 of 9: the recording of two pages \(test\/fixtures\/two-pages\.json, line \d+\): /);
  take('test/fixtures/two-pages.json');
  expect(await next()).toMatch(
    /^Step 4 of 9: the expected employees \(test\/fixtures\/expected\.json\): write the case "two-pages" by hand/,
  );
  expectCases(1);
  expect(await next()).toMatch(/^Step 5 of 9: the shape of one record \(src\/schema\.ts, line \d+\): /);
  take('src/schema.ts');
  expect(await next()).toMatch(/^Step 6 of 9: the log-in and the list \(src\/read\.ts, line \d+\): does the list hold /);
  take('src/read.ts');
  expect(await next()).toMatch(/^Step 7 of 9: the map from record to employee \(src\/map\.ts, line \d+\): /);
  const map = readFileSync(join(folder, 'src/map.ts'), 'utf8');
  writeFileSync(join(folder, 'src/map.ts'), map.replace(/\/\/ TODO.*/g, '').replace(/on_leave: 'leave'/, "on_leave: 'active'"));
  expect(await next()).toMatch(
    /^Step 7 of 9: .*\(src\/map\.ts\): the case "two-pages" gives something else than expected\.json says\./,
  );
  take('src/map.ts');
  for (const [index, name] of cases.entries()) {
    expect(await next()).toContain(
      `Step 8 of 9: the required cases (test/fixtures/expected.json): write the case "${name}", test/fixtures/${name}.json: `,
    );
    take(`test/fixtures/${name}.json`);
    expectCases(index + 2);
  }
  expect(await next()).toMatch(/^Step 9 of 9: what readers need \(README\.md, line \d+\): what surprises about Larkspur HR/);
  take('README.md');
  expect(await next()).toMatch(/^Step 9 of 9: what readers need \(test\/fixtures\/SOURCE\.md, line 3\): /);
  take('test/fixtures/SOURCE.md');
  expect(await next()).toBe('null');
});

test('a list that asks for something else is told from one that is right', async () => {
  const read = readFileSync(join(folder, 'src/read.ts'), 'utf8');
  writeFileSync(join(folder, 'src/read.ts'), read.replace('limit: 200', 'limit: 50'));
  expect(await next()).toMatch(
    /^Step 6 of 9: the log-in and the list \(src\/read\.ts\): mend the list: requests without an exchange/,
  );
  writeFileSync(join(folder, 'src/read.ts'), read);
});

test('what does not load is said in the step that needs it', async () => {
  const manifest = readFileSync(join(folder, 'src/manifest.ts'), 'utf8');
  writeFileSync(join(folder, 'src/manifest.ts'), manifest.replace('credentialsStep: 2', 'credentialsStep: 9'));
  expect(await next()).toMatch(/^Step 6 of 9: .*credentialsStep is behind the last step of the set-up/);
  writeFileSync(join(folder, 'src/manifest.ts'), manifest);
});
