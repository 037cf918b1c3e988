import type { z } from 'zod';
import type { Mismatch } from '../errors/response-error.ts';
import { valueClass } from '../normalise/value-class.ts';

/** What zod found, as JSON path and types. zod's own messages are not used: some of them repeat the value. */
export function toMismatches(error: z.ZodError, input: unknown): Mismatch[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: jsonPath(issue.path),
    expected: expectedOf(issue),
    received: valueClass(valueAt(input, issue.path)),
  }));
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `${issue.format} text`;
    case 'too_small':
      return `at least ${String(issue.minimum)} of ${issue.origin}`;
    case 'too_big':
      return `at most ${String(issue.maximum)} of ${issue.origin}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectedOf))].join(' or ') || 'one of several forms';
    default:
      return issue.code;
  }
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `${text}.${String(key)}` : `${text}[${JSON.stringify(String(key))}]`;
  }, '$');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );
}
