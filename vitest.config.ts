import { defineConfig } from 'vitest/config';

// Sources are tested as they stand: the packages' own export condition leads to src, so nothing has to be built first.
// Without `import`: `require` inside a CommonJS package such as pg would be answered with its ES modules.
const conditions = ['@rollcall/source', 'node', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages,connectors,examples}/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    // All cores: the process that hands out the files has little to do itself.
    maxWorkers: '100%',
    // Loading the sources anew for each of 300 files took a third of the time; files leave nothing behind (nock, clocks, variables).
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['packages/core/src/**', 'packages/http/src/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
