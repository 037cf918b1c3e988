import { fileURLToPath } from 'node:url';
import { createVitest } from 'vitest/node';

export interface RanTest {
  /** Titles of the groups around it. */
  readonly group: string;
  readonly name: string;
  readonly passed: boolean;
}

export interface RanFile {
  readonly tests: readonly RanTest[];
  /** Of the file itself: it could not be loaded, for instance. */
  readonly errors: readonly string[];
}

/** Runs test files through vitest, quietly, and gives what came of each. Keys are absolute paths. */
export async function runTests(files: readonly string[], onDone: (file: string) => void): Promise<ReadonlyMap<string, RanFile>> {
  const results = new Map<string, RanFile>();
  if (files.length === 0) return results;
  const vitest = await createVitest(
    {
      root: fileURLToPath(new URL('../../', import.meta.url)),
      watch: false,
      reporters: [
        {
          onTestModuleEnd: ({ moduleId }) => {
            onDone(moduleId);
          },
        },
      ],
    },
    { server: { watch: null } },
  );
  try {
    const { testModules } = await vitest.start([...files]);
    for (const module of testModules) {
      const tests = [...module.children.allTests()].map((test) => ({
        group: 'fullName' in test.parent ? test.parent.fullName : '',
        name: test.name,
        passed: test.result().state === 'passed',
      }));
      results.set(module.moduleId, { tests, errors: module.errors().map(({ message }) => message) });
    }
    return results;
  } finally {
    await vitest.close();
  }
}
