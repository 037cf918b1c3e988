import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { AssertionError, equal, match, ok } from 'node:assert/strict';
import { pack, publicPackages, run } from './pack.ts';

// That somebody else can write a connector, test it, and a platform run it: with npm, published packages and nothing of this tree.
const needed = ['@rollcall/core', '@rollcall/http', '@rollcall/sandbox', '@rollcall/testing', 'create-rollcall-connector'];
const parts = join(import.meta.dirname, 'third-party');
const connector = 'rollcall-connector-larkspur-hr';
const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

type Tarballs = ReadonlyMap<string, string>;

/**
 * Scaffolds a connector outside the workspace, completes it from a prepared answer, builds it and runs it with the engine.
 * @param tarballs of the packages that it needs, by name.
 */
export function proveThirdParty(tarballs: Tarballs): void {
  const work = mkdtempSync(join(tmpdir(), 'rollcall-third-party-'));
  try {
    const author = join(work, 'author');
    const home = join(author, 'larkspur');
    mkdirSync(author);
    step('npm install of the scaffold, in an empty folder', () => {
      writeProject(author, {}, tarballs, ['create-rollcall-connector', '@rollcall/core']);
      npm(author, 'install', ...quietly);
    });
    step('a connector is scaffolded from an OpenAPI document', () => {
      const argv = ['create-rollcall-connector', 'larkspur', '--openapi', join(parts, 'openapi.yaml'), '--author', 'Nobody'];
      npm(author, 'exec', '--offline', '--', ...argv);
    });
    step('npm install of its packages', () => {
      const packageJson = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<string, unknown>;
      writeProject(
        home,
        packageJson,
        tarballs,
        needed.filter((name) => name.startsWith('@')),
      );
      npm(home, 'install', ...quietly);
    });
    step('types of the fresh scaffold', () => {
      npm(home, 'run', 'types');
    });
    step('the suite fails with the first step, and nothing else', () => {
      const { status, all: output } = attempt(home, 'test');
      equal(status, 1, output);
      match(output, /Step 1 of 9: the facts of the vendor \(src\/manifest\.ts, line \d+\): /);
      match(output, /Tests\s+1 failed \| 1 passed/);
    });
    step('the suite passes with the prepared answer', () => {
      cpSync(join(parts, 'answer'), home, { recursive: true });
      const { status, all: output } = attempt(home, 'test');
      equal(status, 0, output);
      const passed = Number(/Tests\s+(\d+) passed/.exec(output)?.[1]);
      ok(passed > 30, `only ${String(passed)} tests`);
      return `${String(passed)} tests`;
    });
    step('it has the shape of a connector package', () => {
      const script = `import { checkConnectorPackage } from '@rollcall/testing'; console.log(JSON.stringify(await checkConnectorPackage('.')));`;
      equal(node(home, '--input-type=module', '--eval', script), '[]');
    });
    step('types and build', () => {
      npm(home, 'run', 'types');
      npm(home, 'run', 'build');
    });
    const platform = join(work, 'platform');
    mkdirSync(platform);
    step('npm install of the built package, in a platform of its own', () => {
      const tarball = npm(home, 'pack', '--ignore-scripts', '--loglevel=error').trim().split('\n').at(-1) ?? '';
      const files = new Map([...tarballs, [connector, join(home, tarball)]]);
      writeProject(platform, {}, files, [connector, ...needed.filter((name) => name.startsWith('@'))]);
      npm(platform, 'install', ...quietly);
    });
    step('the engine runs it against a vendor on this machine', () => {
      cpSync(join(parts, 'use-package.ts'), join(platform, 'use-package.ts'));
      return node(platform, 'use-package.ts', connector);
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Says what was done, and in how many seconds. */
function step(title: string, work: () => unknown): void {
  const began = performance.now();
  const remark = work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `third party: ${title} (${seconds} s)${typeof remark === 'string' && remark !== '' ? `: ${remark}` : ''}\n`,
  );
}

/** Our packages are taken from their tarballs, wherever they are asked for; everything else comes from the registry. */
function writeProject(
  folder: string,
  packageJson: Readonly<Record<string, unknown>>,
  tarballs: Tarballs,
  names: readonly string[],
): void {
  const files = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  const own = Object.fromEntries(names.map((name) => [name, files[name]]));
  const overrides = Object.fromEntries(Object.entries(files).filter(([name]) => needed.includes(name)));
  const devDependencies = { ...(packageJson['devDependencies'] as object | undefined), ...own };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify(
      { type: 'module', private: packageJson['name'] === undefined, ...packageJson, devDependencies, overrides },
      null,
      2,
    ),
  );
}

function node(folder: string, ...args: readonly string[]): string {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], folder).trim();
}

function npm(folder: string, ...args: readonly string[]): string {
  const { status, output, all } = attempt(folder, ...args);
  if (status !== 0) throw new AssertionError({ message: `npm ${args.join(' ')} ended with ${String(status)}\n${all}` });
  return output;
}

function attempt(
  folder: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly output: string; readonly all: string } {
  // The Node that runs this runs everything below: npm's own could be an older one.
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: '1', CI: '1' };
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', env, timeout: 300_000 });
  return { status, output: stdout, all: `${stdout}\n${stderr}` };
}

if (import.meta.main) {
  const work = mkdtempSync(join(tmpdir(), 'rollcall-packed-'));
  try {
    const packages = publicPackages().filter(({ manifest }) => needed.includes(manifest.name));
    proveThirdParty(new Map(packages.map(({ folder, manifest }) => [manifest.name, pack(folder, work)])));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
