import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleReleasePlan } from '@changesets/assemble-release-plan';
import { validateConfig } from '@changesets/config';
import type { Config, NewChangeset, Packages, VersionType } from '@changesets/types';
import { describe, expect, test } from 'vitest';

interface PackageJson {
  readonly name: string;
  version: string;
  readonly private?: boolean;
  peerDependencies?: Record<string, string>;
}

const root = join(import.meta.dirname, '..', '..');
const together = ['core', 'http', 'sandbox', 'scim', 'soap', 'testing'].map((name) => `@rollcall/${name}`);

/** Every package as it stands, or as it would stand with other versions. */
function workspace(change: (manifest: PackageJson) => void = () => undefined): Packages {
  const folders = ['packages', 'connectors', 'examples'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name)),
  );
  const read = (dir: string): Packages['packages'][number] => {
    const packageJson = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as PackageJson;
    change(packageJson);
    return { dir, packageJson, relativeDir: dir.slice(root.length + 1) } as unknown as Packages['packages'][number];
  };
  return { rootDir: root, rootPackage: read(root), packages: folders.map(read), tool: 'pnpm' } as unknown as Packages;
}

function configOf(packages: Packages): Config {
  const { config, errors } = validateConfig(JSON.parse(readFileSync(join(root, '.changeset', 'config.json'), 'utf8')), packages);
  if (config === undefined) throw new TypeError(errors.join('; '));
  return config;
}

/** What is released when one package changes. */
function releases(packages: Packages, name: string, type: VersionType): Readonly<Record<string, string>> {
  const changeset: NewChangeset = { id: 'one-change', summary: 'One change.', releases: [{ name, type }] };
  const plan = assembleReleasePlan([changeset], packages, configOf(packages), undefined);
  return Object.fromEntries(
    plan.releases.filter(({ type: kind }) => kind !== 'none').map((release) => [release.name, release.type]),
  );
}

/** Everything at 1.4.0, with the peer ranges of that time. */
const grownUp = (): Packages =>
  workspace((manifest) => {
    if (manifest.name.startsWith('@rollcall/')) manifest.version = '1.4.0';
    for (const name of Object.keys(manifest.peerDependencies ?? {}))
      if (name.startsWith('@rollcall/')) manifest.peerDependencies = { ...manifest.peerDependencies, [name]: '>=1 <2' };
  });

describe.each([
  ['as it stands', workspace],
  ['after 1.0', grownUp],
])('versions, %s', (_when, make) => {
  test('a minor of core releases its own group, and no connector', () => {
    const released = releases(make(), '@rollcall/core', 'minor');

    expect(together.map((name) => released[name])).toEqual(together.map(() => 'minor'));
    expect(Object.keys(released).filter((name) => name.startsWith('@rollcall/connector-'))).toEqual([]);
    expect(Object.values(released)).not.toContain('major');
  });

  test('a change of one connector releases that connector alone', () => {
    expect(releases(make(), '@rollcall/connector-personio', 'patch')).toEqual({ '@rollcall/connector-personio': 'patch' });
  });
});

test('connectors take every core of their contract: the ranges of peers are wide', () => {
  const narrow = workspace().packages.flatMap(({ packageJson }) => {
    const { name, peerDependencies = {} } = packageJson as PackageJson;
    if (!name.startsWith('@rollcall/connector-')) return [];
    const ranges = Object.entries(peerDependencies).filter(([peer]) => peer.startsWith('@rollcall/'));
    return ranges.filter(([, range]) => !/^>=\d+(?:\.\d+)? <\d+$/.test(range)).map(([peer]) => `${name}: ${peer}`);
  });
  expect(narrow).toEqual([]);
});

test('a narrow range would make every minor of core a release of every connector: that is what the wide ones are for', () => {
  const narrow = workspace((manifest) => {
    for (const name of Object.keys(manifest.peerDependencies ?? {}))
      if (name.startsWith('@rollcall/')) manifest.peerDependencies = { ...manifest.peerDependencies, [name]: '~0.1.0' };
  });
  expect(releases(narrow, '@rollcall/core', 'minor')['@rollcall/connector-personio']).toBeDefined();
});

test('a breaking core is a release of its group, and of those whose range ends there', () => {
  const released = releases(grownUp(), '@rollcall/core', 'major');

  expect(together.map((name) => released[name])).toEqual(together.map(() => 'major'));
  expect(released['@rollcall/connector-personio']).toBeDefined();
});
