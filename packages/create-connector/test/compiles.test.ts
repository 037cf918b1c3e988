import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nextStep, type Project } from '@rollcall/testing';
import { afterAll, describe, expect, test } from 'vitest';
import type { Answers } from '../src/answers.ts';
import { logInKinds, pagingKinds, type LogInKind, type PagingKind } from '../src/kinds.ts';
import { filesOf } from '../src/write/files.ts';
import { answersWith, createRoom, writeAll } from './support/projects.ts';

const room = createRoom();
afterAll(() => {
  room.close();
});

const logIns = Object.keys(logInKinds) as LogInKind[];
const pagings = Object.keys(pagingKinds) as PagingKind[];

const pairs: readonly Answers[] = logIns.flatMap((logIn) => pagings.map((paging) => answersWith({ logIn, paging })));
const more: readonly Answers[] = [
  answersWith({
    endpoint: { method: 'GET', path: '/companies/{companyId}/people' },
    baseUrl: 'https://{company}.acme.example/v2',
  }),
  answersWith({
    endpoint: { method: 'POST', path: '/people/search' },
    logIn: 'clientCredentials',
    baseUrl: 'https://{company}.acme.example/v2',
  }),
  answersWith({ endpoint: { method: 'POST', path: '/people/search' }, paging: 'single' }),
  answersWith({
    logInDetails: { query: 'key' },
    paging: 'numbered',
    pagingDetails: { pageParam: 'page[number]', firstPage: 0, totalPages: ['meta', 'page-count'] },
  }),
  answersWith({ slug: 'acme-2-go', logIn: 'basic' }),
  answersWith({
    paging: 'offset',
    pagingDetails: { total: ['meta', 'total'], limitParam: 'take', pageParam: 'skip' },
    shape: {
      items: ['data', 'all-people'],
      fields: [
        { field: 'id', path: ['id'], kind: 'id' },
        { field: 'firstName', path: ['name', 'first-name'], kind: 'text' },
        { field: 'managerId', path: ['manager'], kind: 'reference' },
        { field: 'department', path: ['department'], kind: 'reference' },
        { field: 'employmentType', path: ['contract', 'type'], kind: 'text' },
        { field: 'startDate', path: ['contract', 'start'], kind: 'text' },
      ],
      statuses: [],
    },
  }),
  answersWith({
    name: "O'Hara & Söhne (HR)",
    shape: {
      items: [],
      fields: [{ field: 'status', path: ['state'], kind: 'text' }],
      statuses: [
        ["on 'leave'", 'leave'],
        ['*/', null],
      ],
    },
  }),
];
const written = [...pairs, ...more].map((answers, index) => ({
  answers,
  folder: `${String(index)}-${answers.logIn}-${answers.paging}`,
}));

for (const { answers, folder } of written) writeAll(join(room.folder, folder), filesOf(answers));

describe('every kind of log-in with every kind of paging', () => {
  test('compiles from the first moment', () => {
    const given = JSON.parse(filesOf(answersWith()).get('tsconfig.json') ?? '') as { compilerOptions: object };
    const compilerOptions = { ...given.compilerOptions, customConditions: ['@rollcall/source'] };
    writeAll(room.folder, [['tsconfig.json', JSON.stringify({ compilerOptions, include: ['*/src', '*/test'] })]]);
    let complaints = '';
    try {
      execFileSync(process.execPath, [join(room.folder, 'node_modules/typescript/bin/tsc'), '-p', room.folder], {
        encoding: 'utf8',
      });
    } catch (error) {
      complaints = String((error as { stdout?: unknown }).stdout);
    }
    expect(complaints).toBe('');
  });

  test.each(written)('$folder loads, and its first step is the first fact', async ({ answers, folder }) => {
    const home = pathToFileURL(join(room.folder, folder, '/'));
    const { project } = (await import(new URL('test/project.ts', home).href)) as { readonly project: Project };
    const connector = await project.connector();
    expect(connector.manifest.slug).toBe(answers.slug);
    const step = await nextStep(project);
    const [line] = /line \d+/.exec(step ?? '') ?? [];
    const source = readFileSync(new URL('src/manifest.ts', home), 'utf8').split('\n');
    expect(step).toMatch(
      /^Step 1 of 9: the facts of the vendor \(src\/manifest\.ts, line \d+\): .*[.,] then run the tests again\.$/i,
    );
    expect(source[Number(line?.slice(5)) - 1]).toContain('TODO(rollcall): ');
  });

  test.each(written)('$folder asks for exactly what its recording holds', async ({ answers, folder }) => {
    const home = pathToFileURL(join(room.folder, folder, '/'));
    const { project } = (await import(new URL('test/project.ts', home).href)) as { readonly project: Project };
    const done = join(room.folder, `${folder}-done`);
    writeAll(
      done,
      [...filesOf(answers)].map(([file, content]) => [file, content.replaceAll('TODO(rollcall): ', '')] as const),
    );
    const cases = { 'two-pages': { employees: [{ id: 'somebody' }, { id: 'else' }] } };
    writeAll(done, [['test/fixtures/expected.json', JSON.stringify({ now: '2026-11-22T09:00:00Z', cases })]]);
    const step = await nextStep({
      ...project,
      folder: pathToFileURL(`${done}/`),
      fixtures: pathToFileURL(join(done, 'test/fixtures/')),
    });
    // The list has passed: only the people are others than those that nobody has written down.
    expect(step).toMatch(/^Step 7 of 9: .*the case "two-pages" gives something else/);
  });
});
