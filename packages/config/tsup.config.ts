import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';

// One entry a package; connectors add their sandbox as a second one.
const entry: Record<string, string> = { index: 'src/index.ts' };
if (existsSync('sandbox/index.ts')) entry['sandbox'] = 'sandbox/index.ts';

export default defineConfig({
  entry,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  dts: true,
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: true,
  removeNodeProtocol: false,
});
