import type { ErrorObject } from 'ajv';
import { textOf, typeOf } from '../json.ts';
import type { Difference, Differs } from './finding.ts';

/** What ajv found, as differences that can be printed. */
export function toDifferences(errors: readonly ErrorObject[]): readonly Difference[] {
  return withoutBranches(errors).map(toDifference);
}

/**
 * Where no alternative fits, ajv reports every branch and then the whole. Kept is what is wrong deeper in a branch of
 * the right type; otherwise that no alternative fits.
 */
function withoutBranches(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      kept.push(error);
      continue;
    }
    const start = kept.findLastIndex(({ instancePath }) => !isWithin(instancePath, error.instancePath)) + 1;
    const branches = kept.splice(start);
    const deeper = branches.filter(
      ({ keyword, instancePath }) => !(['type', 'enum', 'const'].includes(keyword) && instancePath === error.instancePath),
    );
    const isOtherType = deeper.length === 0;
    const types = branches.filter(({ keyword }) => keyword === 'type').map(expectedOf);
    const choices = branches.filter(({ keyword }) => keyword === 'enum' || keyword === 'const').map(expectedOf);
    const params = { ...error.params, alternatives: [...new Set([...types, ...choices])].join(' or ') };
    kept.push(...(isOtherType ? [{ ...error, params, keyword: choices.length > 0 ? 'enum' : 'type' }] : deeper));
  }
  return kept;
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

function toDifference(error: ErrorObject): Difference {
  const path = toPath(error.instancePath);
  const received = typeOf(error.data);
  switch (error.keyword) {
    case 'required':
      return {
        path: `${path}.${nameOf(error.params, 'missingProperty')}`,
        differs: 'missing',
        expected: 'a member',
        received: 'nothing',
      };
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = nameOf(error.params, 'additionalProperty', 'unevaluatedProperty');
      return { path: `${path}.${name}`, differs: 'undeclared member', expected: 'nothing', received: 'a member' };
    }
    default:
      return { path, differs: kinds[error.keyword] ?? 'value', expected: expectedOf(error), received };
  }
}

const kinds: Readonly<Record<string, Differs>> = { type: 'type', format: 'format', pattern: 'format' };

function expectedOf({ keyword, params, message, schema }: ErrorObject): string {
  const given = params as Readonly<Record<string, unknown>>;
  if (typeof given['alternatives'] === 'string' && given['alternatives'] !== '') return given['alternatives'];
  if (keyword === 'type') return String(given['type']).replaceAll(',', ' or ');
  if (keyword === 'enum') return `one of ${shortened(given['allowedValues'] ?? schema)}`;
  if (keyword === 'const') return `one of ${shortened([given['allowedValue'] ?? schema])}`;
  if (keyword === 'format') return `format ${String(given['format'])}`;
  // What ajv says elsewhere holds the limits of the schema, never the value.
  return message ?? keyword;
}

function shortened(values: unknown): string {
  const all = (Array.isArray(values) ? (values as readonly unknown[]) : []).map(String);
  return all.slice(0, 8).join(', ') + (all.length > 8 ? `, … (${String(all.length)})` : '');
}

function nameOf(params: unknown, ...keys: readonly string[]): string {
  const given = params as Readonly<Record<string, unknown>>;
  return masked(keys.map((key) => textOf(given[key])).find((name) => name !== undefined) ?? '');
}

/** Below `/value`: items are `[]`, and names that may be somebody's id or address `*`. */
function toPath(instancePath: string): string {
  const parts = instancePath.split('/').slice(2);
  return parts.reduce((path, part) => {
    if (/^\d+$/.test(part)) return `${path}[]`;
    return `${path}.${masked(part.replaceAll('~1', '/').replaceAll('~0', '~'))}`;
  }, '$');
}

function masked(name: string): string {
  return /\d{3,}|@/.test(name) ? '*' : name;
}
