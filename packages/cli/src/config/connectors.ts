import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError, type AnyConnector, type ConfigProblem } from '@rollcall/core';

const prefix = 'connector-';

/**
 * The connectors that a config names.
 * @throws ConfigError naming every package that cannot be loaded or that has no connector
 */
export async function loadConnectors(
  named: readonly (AnyConnector | string)[],
  directory: string,
): Promise<readonly AnyConnector[]> {
  const problems: ConfigProblem[] = [];
  const connectors: AnyConnector[] = [];
  for (const [index, one] of named.entries()) {
    const connector = typeof one === 'string' ? await importConnector(one, directory) : one;
    if (typeof connector !== 'string') connectors.push(connector);
    else problems.push({ field: `connectors.${String(index)}`, problem: connector });
  }
  if (problems.length > 0)
    throw new ConfigError({ problems, hint: 'Install the package beside the config, or take it out of the list.' });
  return connectors.sort((a, b) => (a.manifest.slug < b.manifest.slug ? -1 : 1));
}

/** Names of the `@rollcall/connector-*` packages that can be reached from a directory, or from here. */
export function installedConnectors(directory: string): readonly string[] {
  const names = new Set<string>();
  for (const start of [directory, dirname(fileURLToPath(import.meta.url))]) {
    for (let at = start; ; at = dirname(at)) {
      const scope = join(at, 'node_modules', '@rollcall');
      if (existsSync(scope)) for (const name of readdirSync(scope)) if (name.startsWith(prefix)) names.add(`@rollcall/${name}`);
      if (dirname(at) === at) break;
    }
  }
  return [...names].sort();
}

/** The connector, or what is wrong with the package. */
async function importConnector(name: string, directory: string): Promise<AnyConnector | string> {
  let loaded: unknown;
  try {
    loaded = await import(/* @vite-ignore */ locate(name, directory));
  } catch {
    return `${name} cannot be loaded: is it installed?`;
  }
  const connector = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined;
  return isConnector(connector) ? connector : `${name} has no connector as its default export`;
}

/** As the project finds it; what only this package can reach is left to its own import. */
function locate(name: string, directory: string): string {
  try {
    return pathToFileURL(createRequire(join(directory, 'rollcall.config.js')).resolve(name)).href;
  } catch {
    return name;
  }
}

function isConnector(value: unknown): value is AnyConnector {
  return typeof value === 'object' && value !== null && 'manifest' in value && 'contractVersion' in value;
}
