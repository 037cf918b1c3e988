import { describe, expect, test } from 'vitest';
import { anchorsOf, linksOf } from './markdown-links.ts';
import { samplesOf } from './markdown-samples.ts';

const fence = '```';

describe('samples of a page', () => {
  const page = [
    '# Page',
    '',
    '<!-- given',
    'declare const key: string;',
    '-->',
    '',
    `${fence}ts`,
    "import { open, type Store } from 'store';",
    'const store: Store = open(key);',
    fence,
    '',
    'More of it.',
    '',
    `${fence}ts`,
    'export const rest = store.rest;',
    fence,
    '',
    `${fence}json`,
    '{}',
    fence,
  ].join('\n');
  const [given, first, second, ...more] = samplesOf('docs/page.md', page);

  test('are modules of their own, and other languages are left alone', () => {
    expect([given, first, second].map((sample) => sample?.file)).toEqual(
      ['1', '2', '3'].map((name) => `docs/page.samples/page/${name}.ts`),
    );
    expect(more).toEqual([]);
  });

  test('keep the numbers of their lines', () => {
    expect(first?.text.split('\n')[8]).toBe('const store: Store = open(key);');
    expect(second?.text.split('\n')[14]).toBe('export const rest = store.rest;');
  });

  test('see what is given and what stands before, and nothing that they do not name', () => {
    expect(first?.text).toContain("import { key } from './1.ts';");
    expect(second?.text).toContain("import { store } from './2.ts';");
    expect(second?.text).not.toContain('key');
  });

  test('may be given a module to import', () => {
    const [module, sample] = samplesOf(
      'a.md',
      `<!-- given ./own.ts\nexport const own = 1;\n-->\n\n${fence}ts\nimport { own } from './own.ts';\nown;\n${fence}\n`,
    );
    expect(module?.file).toBe('a.samples/page/own.ts');
    expect(sample?.text).not.toContain("from './2.ts'");
  });
});

describe('links of a page', () => {
  test('are found with their lines, and not in code', () => {
    const page = ['[a](one.md)', '`[b](two.md)`', `${fence}ts`, '[c](three.md)', fence, '[d](four.md#part "title")'].join('\n');
    expect(linksOf(page)).toEqual([
      { target: 'one.md', line: 1 },
      { target: 'four.md#part', line: 6 },
    ]);
  });

  test('lead to headings as they are shown', () => {
    const page = [
      '# Who is who?',
      '## `code`, and more',
      '## Again',
      '## Again',
      '## Eurécia',
      `${fence}sh`,
      '# none',
      fence,
    ].join('\n');
    expect([...anchorsOf(page)]).toEqual(['who-is-who', 'code-and-more', 'again', 'again-1', 'eurécia']);
  });
});
