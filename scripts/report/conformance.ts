import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectorsFolder } from './finished-slugs.ts';
import { runTests } from './run-tests.ts';

export interface Conformance {
  readonly passed: number;
  readonly total: number;
  /** Names of what failed, and errors of the file itself. */
  readonly failed: readonly string[];
}

/** Runs the conformance suite of each connector and counts. */
export async function runConformance(
  slugs: readonly string[],
  onDone: (slug: string) => void,
): Promise<ReadonlyMap<string, Conformance>> {
  const slugOf = new Map(
    slugs.map((slug) => [fileURLToPath(new URL(`${slug}/test/conformance.test.ts`, connectorsFolder)), slug]),
  );
  const files = [...slugOf.keys()].filter((file) => existsSync(file));
  const results = await runTests(files, (file) => {
    onDone(slugOf.get(file) ?? file);
  });
  return new Map(
    [...results].map(([file, { tests, errors }]) => {
      const failed = tests.filter(({ passed }) => !passed).map(({ group, name }) => `${group} > ${name}`);
      return [
        slugOf.get(file) ?? file,
        { passed: tests.length - failed.length, total: tests.length, failed: [...failed, ...errors] },
      ];
    }),
  );
}
