import type { Answers } from '../answers.ts';
import { fixtureFiles } from './fixtures.ts';
import { indexFile } from './index-file.ts';
import { manifestFile } from './manifest.ts';
import { mapFile } from './map.ts';
import { packageFile } from './package-file.ts';
import { readFile } from './read.ts';
import { readmeFile } from './readme.ts';
import { insideTsconfig, repositoryFiles } from './repository.ts';
import { schemaFile } from './schema.ts';
import { sourceFile, testFiles } from './tests.ts';

/** The whole package: contents by their paths in its folder. */
export function filesOf(answers: Answers): ReadonlyMap<string, string> {
  return new Map([
    ['package.json', packageFile(answers)],
    ['README.md', readmeFile(answers)],
    // Empty: the suite writes what it has proven.
    ['conformance.json', '{}\n'],
    ['src/index.ts', indexFile(answers)],
    ['src/manifest.ts', manifestFile(answers)],
    ['src/schema.ts', schemaFile(answers)],
    ['src/read.ts', readFile(answers)],
    ['src/map.ts', mapFile(answers)],
    ...testFiles(answers),
    ...fixtureFiles(answers),
    ['test/fixtures/SOURCE.md', sourceFile(answers)],
    ...(answers.place === 'monorepo' ? ([['tsconfig.json', insideTsconfig]] as const) : repositoryFiles(answers)),
  ]);
}
