import { z } from 'zod';
import type { ConfigProblem } from '../errors/config-error.ts';

/** The checked value, or every problem at once. */
export type Checked<T> = { readonly value: T } | { readonly problems: readonly ConfigProblem[] };

type RawIssue = z.core.$ZodRawIssue;

/** An object that takes no other keys than these, and says which it would take. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `is not known (known: ${Object.keys(shape).join(', ')})` : undefined),
  });
}

/** Checks input from outside. Problems name the field from `root` on and say what to do; never the value, which may be a secret. */
export function checkBySchema<Schema extends z.ZodType>(schema: Schema, input: unknown, root: string): Checked<z.output<Schema>> {
  const checked = schema.safeParse(input, { error: explain });
  if (checked.success) return { value: checked.data };
  const problems = checked.error.issues.flatMap((issue): ConfigProblem[] => {
    const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((path) => ({ field: [root, ...path.map(String)].join('.'), problem: issue.message }));
  });
  return { problems };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object',
  boolean: 'true or false',
  number: 'a number',
};

function explain(issue: RawIssue): string | undefined {
  const lack = issue.input === undefined ? 'is missing:' : 'must be';
  switch (issue.code) {
    case 'invalid_type':
      return `${lack} ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${lack} one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `must hold at least ${String(issue.minimum)}`
        : `must be at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'array' ? `must hold at most ${String(issue.maximum)}` : `must be at most ${String(issue.maximum)}`;
    default:
      return undefined;
  }
}
