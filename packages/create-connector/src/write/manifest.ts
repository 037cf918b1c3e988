import type { Answers } from '../answers.ts';
import { marked, quoted } from './code.ts';
import { configEntries } from './config.ts';
import { logInCode, type ConfigEntry } from './log-ins.ts';
import { endpointOf, pagingCode } from './paging.ts';
import { fieldPath, shapeOf } from './shape.ts';

/** `src/manifest.ts`: what the vendor is, as data. */
export function manifestFile(answers: Answers): string {
  const entries = configEntries(answers);
  const presets = [
    ...(entries.some(({ kind }) => kind === 'secret' || kind === 'key') ? ['secretField'] : []),
    ...(entries.some(({ kind }) => kind === 'tenant') ? ['tenantField'] : []),
  ];
  return [
    `import { ${['defineManifest', ...presets].join(', ')} } from '@rollcall/core';`,
    '',
    'const fieldPaths = {',
    ...pathLines(answers),
    '} as const;',
    '',
    'const fields = Object.keys(fieldPaths) as readonly (keyof typeof fieldPaths)[];',
    '',
    'export const manifest = defineManifest({',
    ...[...identityLines(answers), ...configLines(answers), ...hostLines(answers), ...readingLines(answers)].map(
      (line) => `  ${line}`,
    ),
    '});',
    '',
  ].join('\n');
}

function pathLines(answers: Answers): readonly string[] {
  const how =
    answers.document === undefined
      ? 'guessed: write the path as the documentation has it'
      : 'guessed by its name: is it what it seems to be?';
  const lines = shapeOf(answers).fields.flatMap((guess) => {
    const line = `  ${guess.field}: ${quoted(fieldPath(guess))},${marked(`field: ${guess.field} is ${how}`)}`;
    return guess.field === 'employmentType' ? [line, `  employmentTypeLabel: ${quoted(fieldPath(guess))},`] : [line];
  });
  // Where no word says it, the dates do; it is a field all the same.
  const days = shapeOf(answers).fields.filter(({ field }) => field === 'startDate' || field === 'terminationDate');
  const hasStatus = shapeOf(answers).fields.some(({ field }) => field === 'status');
  const status = days.length === 0 ? 'id' : days.map(fieldPath).join(' | ');
  return hasStatus
    ? lines
    : [...lines, `  status: ${quoted(status)},${marked('field: no word says the status, so the dates do')}`];
}

function identityLines({ slug, name, docsUrl, today, baseUrl }: Answers): readonly string[] {
  const host =
    baseUrl
      .replace('https://', '')
      .split('/', 1)[0]
      ?.replace(/\{\w+\}\./, '') ?? '';
  return [
    `slug: ${quoted(slug)},`,
    `name: ${quoted(name)},`,
    `docsUrl: ${quoted(docsUrl ?? `https://${host}`)},${marked("the address of the vendor's documentation of its API")}`,
    `api: { version: 'v1', checked: ${quoted(today)} },${marked('which version is read, and the day on which you last read its documentation')}`,
  ];
}

function configLines(answers: Answers): readonly string[] {
  return ['config: {', ...configEntries(answers).flatMap((entry) => fieldLines(entry).map((line) => `  ${line}`)), '},'];
}

function fieldLines({ name, kind, label, example, domain }: ConfigEntry): readonly string[] {
  const help = `Where ${label} is found.`;
  const note = marked(`where the administrator finds the ${label}, and what it looks like`);
  const given = `${quoted(label)}, ${quoted(help)}, ${quoted(example)}`;
  if (kind === 'secret') return [`${name}: secretField(${given}),${note}`];
  if (kind === 'tenant') return [`${name}: tenantField(${given}),${note}`];
  if (kind === 'key')
    return [
      `${name}: {`,
      `  ...secretField(${quoted(label)}, ${quoted(help)}, ${quoted(example)}),${note}`,
      `  pattern: '[\\\\s\\\\S]+',`,
      '  multiline: true,',
      '},',
    ];
  return [
    `${name}: {`,
    `  type: 'subdomain',`,
    `  label: ${quoted(label)},`,
    `  help: ${quoted(help)},${note}`,
    `  example: ${quoted(example)},`,
    `  domain: ${quoted(domain ?? '')},`,
    '  tenant: true,',
    '},',
  ];
}

function hostLines(answers: Answers): readonly string[] {
  const { tokens, manifest } = logInCode(answers);
  const { method, path } = endpointOf(answers);
  const hosts = [answers.baseUrl, ...tokens.map(({ origin }) => origin)].map(
    (url) => url.replace('https://', '').split('/', 1)[0] ?? '',
  );
  const note =
    answers.endpoint === undefined
      ? marked("endpoint: write the path as the vendor's documentation has it, here and in src/read.ts")
      : '';
  const tokenNote =
    answers.logInDetails.tokenUrl === undefined ? marked('endpoint: where a token is fetched, here and in src/index.ts') : '';
  return [
    `baseUrl: ${quoted(answers.baseUrl)},`,
    `hosts: [${[...new Set(hosts)].map(quoted).join(', ')}],`,
    'endpoints: {',
    `  reads: [${quoted(`${method} ${path}`)}],${note}`,
    ...(tokens.length === 0
      ? []
      : [`  tokens: [${tokens.map((token) => quoted(`${token.method} ${token.path}`)).join(', ')}],${tokenNote}`]),
    '},',
    ...manifest,
  ];
}

function readingLines(answers: Answers): readonly string[] {
  const { pageSize } = pagingCode(answers);
  const { name } = answers;
  const requests = pageSize === null ? '1' : `ceil(n / ${String(pageSize)})`;
  return [
    `limits: { concurrency: 2 },${marked("the vendor's limits: windows: [{ requests, perSeconds }], or a note that says that none is published")}`,
    `pageSize: ${String(pageSize)},`,
    `requests: ${quoted(requests)},`,
    `permissions: [{ name: 'Read access to employees', gives: fields, required: true }],${marked("each permission in the vendor's words, with the fields that do not come without it")}`,
    `capabilities: { get: false, changes: 'none', webhook: false, push: false },`,
    'fieldPaths,',
    'setup: [',
    `  ${quoted(`Sign in to ${name} as an administrator.`)},${marked('every step that the administrator takes, with the names of menus and buttons')}`,
    `  'Copy the credentials and enter them here.',`,
    '],',
    'credentialsStep: 2,',
  ];
}
