import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '@rollcall/core';
import type { Cli } from './cli.ts';

/** Where the package of a connector keeps what the recorder works with. */
export interface ConnectorFolder {
  readonly fixtures: string;
  /** Of the package; undefined when only the recordings were named. */
  readonly source: string | undefined;
  readonly manifest: string | undefined;
}

/**
 * The folder of a connector under development: named by `--out`, else this directory, `connectors/<slug>` here or above, or a linked
 * package.
 * @throws ConfigError when there is none: what is installed from a registry is nobody's to record
 */
export function connectorFolder({ io }: Cli, slug: string, out: string | undefined): ConnectorFolder {
  if (out !== undefined) {
    const fixtures = resolve(io.cwd, out);
    return inPackage(above(fixtures).find(isPackage), fixtures);
  }
  const found = [
    ...above(io.cwd).filter((folder) => nameOf(folder) === `@rollcall/connector-${slug}` || nameOf(folder).endsWith(`-${slug}`)),
    ...above(io.cwd).map((folder) => join(folder, 'connectors', slug)),
    ...above(io.cwd).flatMap((folder) => linked(join(folder, 'node_modules', '@rollcall', `connector-${slug}`))),
  ].find(isPackage);
  if (found !== undefined) return inPackage(found, join(found, 'test', 'fixtures'));
  throw new ConfigError({
    vendor: slug,
    problems: [
      {
        field: '--out',
        problem: 'is missing, and the source of the connector is not found',
        example: 'connectors/acme/test/fixtures',
      },
    ],
    hint: 'Run it in the folder of the connector, or name the folder of its recordings.',
  });
}

function inPackage(folder: string | undefined, fixtures: string): ConnectorFolder {
  if (folder === undefined) return { fixtures, source: undefined, manifest: undefined };
  return { fixtures, source: join(folder, 'src'), manifest: join(folder, 'src', 'manifest.ts') };
}

function above(start: string): readonly string[] {
  const folders: string[] = [];
  for (let at = start; ; at = dirname(at)) {
    folders.push(at);
    if (dirname(at) === at) return folders;
  }
}

function linked(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const real = realpathSync(folder);
  return real.includes('node_modules') ? [] : [real];
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src'));
}

function nameOf(folder: string): string {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return '';
  const { name } = JSON.parse(readFileSync(file, 'utf8')) as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
