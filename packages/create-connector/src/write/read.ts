import type { Answers } from '../answers.ts';
import { marked, quoted, reach } from './code.ts';
import { endpointOf, pagingCode } from './paging.ts';
import { parametersOf } from './parameters.ts';
import { shapeOf } from './shape.ts';

/** `src/read.ts`: the list. */
export function readFile(answers: Answers): string {
  const { paging } = answers;
  return (paging === 'single' ? inOneAnswer(answers) : inPages(answers)).join('\n');
}

function inPages(answers: Answers): readonly string[] {
  const { name, paging } = answers;
  const { items } = shapeOf(answers);
  const { call, options } = pagingCode(answers);
  const lines = [
    ...paramsLine(answers),
    ...bodyLines(answers),
    ...(paging === 'odata'
      ? [`query: { $count: 'true' },${marked('$select and $filter, where the service knows them')}`]
      : [
          'schema: Page,',
          ...options,
          ...(items.length === 0 ? ['items: (page) => page,'] : [`items: (page) => ${reach('page', items)},`]),
        ]),
  ];
  return [
    `import type { Completeness, ReadContext } from '@rollcall/core';`,
    `import { ${String(call)} } from '@rollcall/http';`,
    `import type { manifest } from './manifest.ts';`,
    ...(paging === 'odata' ? [] : [`import { Page } from './schema.ts';`]),
    '',
    `/** Everybody of ${name}, as the list has them. */`,
    `//${marked('does the list hold people who left, and those who have not begun? Say it here, and ask for them if it has to be asked').slice(3)}`,
    `export function list(${givenOf(answers)}: ReadContext<typeof manifest>): AsyncGenerator<readonly unknown[], Completeness, void> {`,
    `  return ${String(call)}(http, ${pathCode(answers)}, {`,
    ...lines.map((line) => `    ${line}`),
    '  });',
    '}',
    '',
  ];
}

function inOneAnswer(answers: Answers): readonly string[] {
  const { name } = answers;
  const { items } = shapeOf(answers);
  const { method } = endpointOf(answers);
  const options = [...paramsLine(answers), ...bodyLines(answers).filter((line) => !line.startsWith('method')), 'schema: Page'];
  const plain = options.map((option) => option.replace(/,$/, ''));
  return [
    `import { proven, type Completeness, type ReadContext } from '@rollcall/core';`,
    `import type { manifest } from './manifest.ts';`,
    `import { Page } from './schema.ts';`,
    '',
    `/** Everybody of ${name}, in one answer. */`,
    `//${marked('does the answer hold people who left, and those who have not begun? Say it here, and ask for them if it has to be asked').slice(3)}`,
    ...signature(answers),
    `  const page = await http.${method === 'POST' ? 'post' : 'get'}(${pathCode(answers)}, { ${plain.join(', ')} });`,
    `  yield ${items.length === 0 ? 'page' : reach('page', items)};`,
    `  return proven({ by: 'single_answer', detail: 'everybody comes in one answer' });`,
    '}',
    '',
  ];
}

/** On several lines where one would be too long. */
function signature(answers: Answers): readonly string[] {
  const end = ': ReadContext<typeof manifest>): AsyncGenerator<readonly unknown[], Completeness, void> {';
  const isLong = parametersOf(answers).length > 0;
  if (!isLong) return [`export async function* list({ http }${end}`];
  return ['export async function* list({', '  http,', '  config,', `}${end}`];
}

function pathCode(answers: Answers): string {
  return quoted(endpointOf(answers).path);
}

function givenOf(answers: Answers): string {
  return parametersOf(answers).length === 0 ? '{ http }' : '{ http, config }';
}

function paramsLine(answers: Answers): readonly string[] {
  const parameters = parametersOf(answers);
  return parameters.length === 0 ? [] : [`params: { ${parameters.map((name) => `${name}: config.${name}`).join(', ')} },`];
}

function bodyLines(answers: Answers): readonly string[] {
  if (endpointOf(answers).method === 'GET') return [];
  return [`method: 'POST',`, 'json: {},'];
}
