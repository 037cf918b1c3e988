import { fileURLToPath } from 'node:url';
import type { AnyConnector } from '@rollcall/core';
import { expect, test } from 'vitest';
import { median } from '../bench/result.ts';
import { codeLinesIn, sourceFiles } from './code-lines.ts';
import { duplicationOf } from './duplication.ts';
import { connectorsFolder, findSlugs } from './finished-slugs.ts';
import { limits } from './print-report.ts';

const folders = findSlugs(undefined).finished.map((slug) => ({
  slug,
  folder: fileURLToPath(new URL(`${slug}/src/`, connectorsFolder)),
}));

test('every connector without a sandbox asks nobody: people are pushed there, or come as a file', async () => {
  const { unasked, unfinished } = findSlugs(undefined);
  expect(unfinished).toEqual([]);
  for (const slug of unasked) {
    const module = (await import(new URL(`${slug}/src/index.ts`, connectorsFolder).href)) as { readonly default: AnyConnector };
    const { delivery, file, endpoints } = module.default.manifest;
    expect([slug, endpoints.reads, delivery === 'push' || file !== undefined]).toEqual([slug, [], true]);
  }
});

test('connectors keep to the size of a connector', () => {
  const lines = folders.map(({ folder }) => codeLinesIn(folder));
  expect(lines.filter((count) => count <= limits.plainLines).length).toBeGreaterThanOrEqual(limits.plainOnes);
  expect(median(lines)).toBeLessThanOrEqual(limits.medianLines);
});

test('connectors are not copies of each other: the third copy belongs into the kit', async () => {
  const files = folders.flatMap(({ slug, folder }) => sourceFiles(folder).map((path) => ({ connector: slug, path })));
  const { percent, copies } = await duplicationOf(files);
  expect({ tooMany: percent > limits.duplicationPercent, copies: percent > limits.duplicationPercent ? copies : [] }).toEqual({
    tooMany: false,
    copies: [],
  });
});
