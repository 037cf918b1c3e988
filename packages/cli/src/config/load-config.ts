import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, RollcallError, type AnyConnector } from '@rollcall/core';
import type { Io } from '../io.ts';
import { checkConfigFile } from './check-file.ts';
import { installedConnectors, loadConnectors } from './connectors.ts';
import type { RollcallConfig } from './define-config.ts';
import { fillVariables } from './fill-variables.ts';

const names = ['rollcall.config.ts', 'rollcall.config.js', 'rollcall.config.mjs', 'rollcall.config.json'];

export interface LoadedConfig extends Omit<RollcallConfig, 'connectors'> {
  readonly connectors: readonly AnyConnector[];
  /** Where paths of the config start. */
  readonly root: string;
}

export interface ConfigSource extends Pick<Io, 'env' | 'cwd'> {
  /** What `--config` says. */
  readonly file?: string | undefined;
}

/**
 * The config of this directory, checked, with its connectors. Without a file everything has its default.
 * @throws ConfigError naming the file or the field, and the fix
 */
export async function loadConfig(source: ConfigSource): Promise<LoadedConfig> {
  const file = findConfig(source);
  const directory = file === undefined ? source.cwd : dirname(file);
  const config = file === undefined ? {} : checkConfigFile(await readConfig(file, source.env), basename(file));
  const connectors = await loadConnectors(config.connectors ?? installedConnectors(directory), directory);
  return { ...config, connectors, root: directory };
}

function findConfig({ cwd, file }: ConfigSource): string | undefined {
  if (file !== undefined) {
    const path = resolve(cwd, file);
    if (existsSync(path)) return path;
    throw new ConfigError({ problems: [{ field: '--config', problem: 'names a file that does not exist', example: names[0] }] });
  }
  const [first, second] = names.filter((name) => existsSync(join(cwd, name)));
  if (second !== undefined) throw new ConfigError({ message: `there are two configs, ${first ?? ''} and ${second}: keep one` });
  return first === undefined ? undefined : join(cwd, first);
}

async function readConfig(file: string, env: Io['env']): Promise<unknown> {
  const name = basename(file);
  if (file.endsWith('.json')) return fillVariables(parse(await readFile(file, 'utf8'), name), env, name);
  try {
    const loaded = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly default?: unknown };
    return loaded.default;
  } catch (error) {
    if (RollcallError.isInstance(error)) throw error;
    throw new ConfigError({ message: `${name} cannot be loaded: ${causeOf(error)}`, hint: `Try it alone: node ${name}` });
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ConfigError({
      message: `${name} is not valid JSON`,
      hint: 'Look for a missing comma, quote or bracket; comments are not allowed.',
    });
  }
}

/**
 * What a config throws itself may hold what it read from the environment or from a file (a SyntaxError of `JSON.parse`
 * quotes its text): only what Node says of a missing module, and Node's codes, are repeated.
 */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it throws';
  const isMissing = 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (isMissing) return error.message.split('\n')[0] ?? error.name;
  const code = 'code' in error && typeof error.code === 'string' && /^ERR_[A-Z_]+$/.test(error.code) ? ` (${error.code})` : '';
  return `it throws ${error.name}${code}`;
}
