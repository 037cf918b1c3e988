import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, publicPackages, root, run, type PackageJson } from './packages/pack.ts';
import { proveThirdParty } from './packages/third-party.ts';

// What is published is checked as it is published: packed, looked through by publint and attw, installed and imported elsewhere.
const work = mkdtempSync(join(tmpdir(), 'rollcall-packages-'));
try {
  const packed = publicPackages().map(({ folder, manifest }) => ({ ...manifest, folder, tarball: pack(folder, work) }));
  for (const { name, tarball } of packed) {
    process.stdout.write(`${name}: publint, attw\n`);
    run('pnpm', ['exec', 'publint', 'run', tarball, '--strict'], root);
    run('pnpm', ['exec', 'attw', tarball, '--profile', 'esm-only', '--no-emoji'], root);
  }
  importInEmptyProject(packed);
  proveThirdParty(new Map(packed.map(({ name, tarball }) => [name, tarball])));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function importInEmptyProject(packed: readonly (PackageJson & { tarball: string })[]): void {
  const dependencies = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const project = {
    name: 'empty',
    private: true,
    type: 'module',
    dependencies: { ...dependencies, nock: '^15.0.6', vitest: '^5.1.1' },
    overrides: dependencies,
  };
  writeFileSync(join(work, 'package.json'), JSON.stringify(project));
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], work);
  const entries = packed.flatMap(({ name, exports = {} }) => Object.keys(exports).map((path) => name + path.slice(1)));
  const source = entries
    .map((entry) => `if (Object.keys(await import('${entry}')).length === 0) throw new TypeError('${entry} exports nothing');`)
    .join('\n');
  writeFileSync(join(work, 'import-all.mjs'), source);
  run('node', ['import-all.mjs'], work);
  process.stdout.write(
    `${String(entries.length)} entries of ${String(packed.length)} packed packages imported in an empty project\n`,
  );
}
