import { readFile, stat } from 'node:fs/promises';
import { ConfigError } from '@rollcall/core';
import { parse } from 'yaml';
import { isObject, memberOf, type Json } from './json.ts';

const largestBytes = 20 * 1024 * 1024;

/**
 * An OpenAPI 3.0 or 3.1 document, JSON or YAML.
 * @throws ConfigError when it cannot be read, is too large, or is of another kind; nothing of its content is repeated.
 */
export async function loadDocument(file: string): Promise<Json> {
  const text = await readText(file);
  const document = parsed(text);
  const version = isObject(document) ? memberOf(document, 'openapi') : undefined;
  if (typeof version === 'string' && /^3\.[01](?:\.|$)/.test(version)) return document as Json;
  const isOlder = isObject(document) && memberOf(document, 'swagger') !== undefined;
  throw refused(isOlder ? 'is Swagger 2.0: convert it to OpenAPI 3 first' : 'is no OpenAPI document of version 3.0 or 3.1');
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > largestBytes) throw refused(`is larger than ${String(largestBytes / 1024 / 1024)} MiB`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw ConfigError.isInstance(error) ? error : refused('cannot be read');
  }
}

function parsed(text: string): unknown {
  try {
    if (/^\s*\{/.test(text)) return JSON.parse(text);
    // Aliases can make a short file endless: beyond this many it is not read.
    return parse(text, { maxAliasCount: 1000, logLevel: 'silent' });
  } catch {
    throw refused('is neither JSON nor YAML');
  }
}

function refused(problem: string): ConfigError {
  return new ConfigError({ problems: [{ field: '--openapi', problem, example: 'openapi.yaml' }] });
}
