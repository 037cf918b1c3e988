import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';
import { connectorsFolder } from './finished-slugs.ts';

export interface Conformance {
  readonly passed: number;
  readonly total: number;
  /** Names of what failed, and errors of the file itself. */
  readonly failed: readonly string[];
}

/** Runs the conformance suite of each connector through vitest and counts. */
export async function runConformance(
  slugs: readonly string[],
  onDone: (slug: string) => void,
): Promise<ReadonlyMap<string, Conformance>> {
  const files = slugs
    .map((slug) => ({ slug, file: fileURLToPath(new URL(`${slug}/test/conformance.test.ts`, connectorsFolder)) }))
    .filter(({ file }) => existsSync(file));
  const slugOf = new Map(files.map(({ slug, file }) => [file, slug]));
  const results = new Map<string, Conformance>();
  if (files.length === 0) return results;
  const vitest = await createVitest(
    {
      root: fileURLToPath(new URL('../../', import.meta.url)),
      watch: false,
      reporters: [
        {
          onTestModuleEnd: ({ moduleId }) => {
            onDone(slugOf.get(moduleId) ?? moduleId);
          },
        },
      ],
    },
    { server: { watch: null } },
  );
  try {
    const { testModules } = await vitest.start(files.map(({ file }) => file));
    for (const module of testModules) {
      const slug = slugOf.get(module.moduleId);
      if (slug === undefined) continue;
      const tests = [...module.children.allTests()];
      const passed = tests.filter((each) => each.result().state === 'passed').length;
      const failed = tests.filter((each) => each.result().state !== 'passed').map(({ fullName }) => fullName);
      const errors = module.errors().map(({ message }) => message);
      results.set(slug, { passed, total: tests.length, failed: [...failed, ...errors] });
    }
  } finally {
    await vitest.close();
  }
  return results;
}
