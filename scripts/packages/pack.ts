import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
}

export interface PublicPackage {
  readonly folder: string;
  readonly manifest: PackageJson;
}

export const root = join(import.meta.dirname, '../..');

/** Everything that is published from here. */
export function publicPackages(): readonly PublicPackage[] {
  const folders = ['packages', 'connectors'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  return folders
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** The tarball that would be published. It holds what was built last. */
export function pack(folder: string, destination: string): string {
  const output = run('pnpm', ['pack', '--json', '--pack-destination', destination], folder);
  const { filename } = JSON.parse(output) as { filename: string };
  return filename.startsWith('/') ? filename : join(destination, filename);
}

export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
