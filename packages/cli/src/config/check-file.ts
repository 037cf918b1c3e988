import { ConfigError, type ConfigProblem } from '@rollcall/core';
import { z } from 'zod';
import { didYouMean } from '../nearest.ts';
import type { RollcallConfig } from './define-config.ts';

interface Field {
  readonly schema: z.ZodType;
  /** Keys of its object, to suggest the right one. */
  readonly keys?: readonly string[];
  /** What to write instead. */
  readonly expected: string;
  readonly example?: string;
}

const text = z.string().regex(/\S/);
const code = z.custom((value) => typeof value === 'function');
const key = z.union([text, z.instanceof(Uint8Array)]);
const store = z.custom((value) => z.looseObject({ migrate: code }).safeParse(value).success);

/** An object with one of these keys, which says where. */
function place(...kinds: readonly string[]): z.ZodType {
  const shape = Object.fromEntries(kinds.map((kind) => [kind, text.optional()]));
  return z.strictObject(shape).refine((value) => Object.keys(value).length === 1);
}

const fields: Readonly<Record<keyof RollcallConfig, Field>> = {
  store: {
    schema: z.union([store, place('sqlite', 'postgres')]),
    keys: ['sqlite', 'postgres'],
    expected: 'must be an object with one of sqlite, postgres',
    example: '{ "sqlite": "./rollcall.db" }',
  },
  directory: {
    schema: z.union([code, place('sqlite')]),
    keys: ['sqlite'],
    expected: 'must be an object with one of sqlite',
    example: '{ "sqlite": "./members.db" }',
  },
  connectors: {
    schema: z.array(z.union([text, z.looseObject({ manifest: z.looseObject({}) })])),
    expected: 'must be a list of connectors or of their package names',
    example: '["@rollcall/connector-personio"]',
  },
  secrets: {
    schema: z.strictObject({ current: text, keys: z.record(z.string(), key), fingerprintKey: key.optional() }),
    keys: ['current', 'keys', 'fingerprintKey'],
    expected: 'must hold current and keys; leave it out to use ROLLCALL_SECRET_KEY',
    example: '{ "current": "k1", "keys": { "k1": "${KEY}" } }',
  },
  platform: {
    schema: z.record(z.string(), z.record(z.string(), z.unknown())),
    expected: 'must map slugs of connectors to fields',
    example: '{ "personio": { "appId": "ACME_SPEND" } }',
  },
  customer: { schema: text, expected: 'must be a text', example: '"acme"' },
  hooks: {
    schema: z.strictObject({ authorize: code.optional(), onEvent: code.optional() }),
    keys: ['authorize', 'onEvent'],
    expected: 'must be an object of functions; only a config that is code can have them',
  },
};

/**
 * Checks a config strictly.
 * @throws ConfigError naming every bad and every unknown field with what to write instead, never with its value
 */
export function checkConfigFile(value: unknown, file: string): RollcallConfig {
  const hint = `Correct ${file}. The README of @rollcall/cli shows a whole one.`;
  if (!isObject(value)) {
    const problem = file.endsWith('.json') ? 'must be one JSON object' : 'must export one object by default: defineConfig({ … })';
    throw new ConfigError({ problems: [{ field: file, problem }], hint });
  }
  const problems = Object.entries(value).flatMap(([name, given]) => problemsWith(name, given));
  if (problems.length > 0) throw new ConfigError({ problems, hint });
  // As it was handed in: what zod gives back is a copy, and stores and hooks may be objects with a class.
  return value;
}

function problemsWith(name: string, given: unknown): readonly ConfigProblem[] {
  if (!isKnown(name)) return [{ field: name, problem: unknownKey('is', name, Object.keys(fields)) }];
  const { schema, keys = [], expected, example } = fields[name];
  const { error } = schema.optional().safeParse(given);
  if (error === undefined) return [];
  const unknown = error.issues.flatMap(unknownKeysIn)[0];
  const problem = unknown === undefined ? expected : unknownKey(`has ${unknown}, which is`, unknown, keys);
  return [{ field: name, problem, ...(example !== undefined && { example }) }];
}

function unknownKeysIn(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(unknownKeysIn) : [];
}

function unknownKey(is: string, name: string, known: readonly string[]): string {
  return `${is} not known${didYouMean(name, known)}; known: ${known.join(', ')}`;
}

function isKnown(name: string): name is keyof RollcallConfig {
  return Object.hasOwn(fields, name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
