import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';

// One entry a package; connectors add their sandbox as a second one, store-sql its directory.
const entry: Record<string, string> = { index: 'src/index.ts' };
for (const name of ['sandbox', 'directory']) if (existsSync(`${name}/index.ts`)) entry[name] = `${name}/index.ts`;

export default defineConfig({
  entry,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  // Against the built declarations of other packages: their sources would be checked once more for each of forty packages.
  dts: { compilerOptions: { customConditions: [] } },
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: true,
  removeNodeProtocol: false,
});
