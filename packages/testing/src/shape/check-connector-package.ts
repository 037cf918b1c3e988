import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { RollcallError, contractVersion, type AnyConnector } from '@rollcall/core';
import { checkPackageJson } from './check-package-json.ts';
import { checkProof } from './check-proof.ts';
import { checkReadme } from './check-readme.ts';
import { checkSources } from './check-sources.ts';
import { packageFiles } from './package-files.ts';
import type { ShapeProblem } from './shape-problem.ts';

/**
 * Does a folder have the shape of a connector package? Looks at package.json, exports, imports, tests, recordings, README and
 * `conformance.json`, and gives everything at once. It loads `src/index.ts`, as its tests do, and changes nothing.
 */
export async function checkConnectorPackage(folder: string): Promise<readonly ShapeProblem[]> {
  const files = packageFiles(folder);
  if (!files.has('src/index.ts')) return [{ file: 'src/index.ts', problem: 'is missing: the connector is its default export' }];
  const { connector, problems } = await load(folder);
  const manifest = connector?.manifest;
  return [
    ...checkPackageJson(files, manifest?.slug),
    ...problems,
    ...checkSources(files, manifest),
    ...(manifest === undefined ? [] : checkProof(files, manifest)),
    ...checkReadme(files),
  ];
}

interface Loaded {
  readonly connector?: AnyConnector;
  readonly problems: readonly ShapeProblem[];
}

async function load(folder: string): Promise<Loaded> {
  const file = 'src/index.ts';
  try {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as Readonly<Record<string, unknown>>;
    const connector = module['default'] as AnyConnector | undefined;
    const slug = (connector as { readonly manifest?: { readonly slug?: string } } | undefined)?.manifest?.slug;
    if (connector === undefined || slug === undefined)
      return { problems: [{ file, problem: 'has no connector as default export' }] };
    const name = slug.replaceAll(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
    const problems: ShapeProblem[] = [];
    if (module[name] !== connector) problems.push({ file, problem: `must export the same connector by name: ${name}` });
    if ((connector.contractVersion as number) !== contractVersion)
      problems.push({
        file,
        problem: `is built for contract version ${String(connector.contractVersion)}, this is ${String(contractVersion)}`,
      });
    return { connector, problems };
  } catch (error) {
    const why = RollcallError.isInstance(error) ? error.message : error instanceof Error ? error.name : 'it threw';
    return { problems: [{ file, problem: `cannot be loaded: ${why}` }] };
  }
}
