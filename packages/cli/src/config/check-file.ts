import { ConfigError, type ConfigProblem } from '@rollcall/core';
import { didYouMean } from '../nearest.ts';
import type { RollcallConfig } from './define-config.ts';

type Say = (problem: string, example?: string) => void;
type Check = (value: unknown, say: Say) => void;

const checks: Readonly<Record<keyof RollcallConfig, Check>> = {
  store: (value, say) => {
    if (isObject(value) && typeof value['migrate'] === 'function') return;
    checkPlace(value, ['sqlite', 'postgres'], say, '{ "sqlite": "./rollcall.db" }');
  },
  directory: (value, say) => {
    if (typeof value === 'function') return;
    checkPlace(value, ['sqlite'], say, '{ "sqlite": "./members.db" }');
  },
  connectors: (value, say) => {
    const good =
      Array.isArray(value) &&
      value.every((one) => (typeof one === 'string' ? one !== '' : isObject(one) && isObject(one['manifest'])));
    if (!good) say('must be a list of connectors or of their package names', '["@rollcall/connector-personio"]');
  },
  secrets: (value, say) => {
    if (!isObject(value) || typeof value['current'] !== 'string' || !isObject(value['keys']))
      say(
        'must hold current and keys; leave it out to use ROLLCALL_SECRET_KEY',
        '{ "current": "k1", "keys": { "k1": "${KEY}" } }',
      );
  },
  platform: (value, say) => {
    if (!isObject(value) || !Object.values(value).every(isObject))
      say('must map slugs of connectors to fields', '{ "personio": { "appId": "ACME_SPEND" } }');
  },
  customer: (value, say) => {
    if (typeof value !== 'string' || value.trim() === '') say('must be a text', '"acme"');
  },
  hooks: (value, say) => {
    if (!isObject(value)) say('must be an object of functions; only a config that is code can have them');
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
  const problems: ConfigProblem[] = [];
  for (const [field, given] of Object.entries(value)) {
    const check = isKnown(field) ? checks[field] : undefined;
    if (check === undefined) {
      const known = Object.keys(checks);
      problems.push({ field, problem: `is not known${didYouMean(field, known)}; known: ${known.join(', ')}` });
    } else if (given !== undefined) {
      check(given, (problem, example) => {
        problems.push({ field, problem, ...(example !== undefined && { example }) });
      });
    }
  }
  if (problems.length > 0) throw new ConfigError({ problems, hint });
  return value;
}

function checkPlace(value: unknown, kinds: readonly string[], say: Say, example: string): void {
  const keys = isObject(value) ? Object.keys(value) : [];
  const [kind] = keys;
  const place = kind === undefined || !isObject(value) ? undefined : value[kind];
  const unknown = keys.find((key) => !kinds.includes(key));
  if (unknown !== undefined)
    say(`has ${unknown}, which is not known${didYouMean(unknown, kinds)}; known: ${kinds.join(', ')}`, example);
  else if (keys.length !== 1 || typeof place !== 'string' || place.trim() === '')
    say(`must be an object with one of ${kinds.join(', ')}`, example);
}

function isKnown(field: string): field is keyof RollcallConfig {
  return Object.hasOwn(checks, field);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
