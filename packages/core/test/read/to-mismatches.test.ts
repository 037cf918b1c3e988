import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toMismatches } from '../../src/index.ts';

function mismatchesOf(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  return result.success ? [] : toMismatches(result.error, input);
}

const canary = 'canary';

describe('toMismatches', () => {
  test.each<[string, z.ZodType, unknown, object]>([
    ['a wrong type', z.object({ a: z.string() }), { a: 7 }, { path: '$.a', expected: 'string', received: 'number' }],
    ['a missing field', z.object({ a: z.string() }), {}, { path: '$.a', expected: 'string', received: 'missing' }],
    ['null', z.object({ a: z.string() }), { a: null }, { path: '$.a', expected: 'string', received: 'null' }],
    ['a place in a list', z.object({ a: z.array(z.number()) }), { a: [1, canary] }, { path: '$.a[1]', expected: 'number' }],
    ['a key that is no name', z.object({ 'a-b': z.string() }), { 'a-b': 7 }, { path: '$["a-b"]' }],
    ['the whole', z.string(), 7, { path: '$', expected: 'string', received: 'number' }],
    ['an unknown word', z.enum(['x', 'y']), canary, { expected: 'one of x, y', received: 'text of 6 characters' }],
    ['a literal', z.literal(1), canary, { expected: 'one of 1' }],
    ['a wrong form', z.email(), canary, { expected: 'email text' }],
    ['a text that is too short', z.string().min(9), canary, { expected: 'at least 9 of string' }],
    [
      'a list that is too long',
      z.array(z.string()).max(1),
      [canary, canary],
      { expected: 'at most 1 of array', received: 'list of 2' },
    ],
    ['a union', z.union([z.number(), z.boolean()]), canary, { expected: 'number or boolean' }],
    ["a check of one's own", z.string().refine(() => false, canary), canary, { expected: 'custom' }],
    ['an unknown key', z.strictObject({}), { [canary]: 1 }, { path: '$', expected: 'unrecognized_keys' }],
    ['a path through nothing', z.object({ a: z.object({ b: z.string() }) }), { a: null }, { path: '$.a', received: 'null' }],
  ])('says of %s where it is and what was expected', (_what, schema, input, expected) => {
    const mismatches = mismatchesOf(schema, input);

    expect(mismatches).toMatchObject([expected]);
    expect(JSON.stringify(mismatches)).not.toContain(canary);
  });

  test('lists a union without forms as one of several', () => {
    const mismatches = mismatchesOf(
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
      { kind: canary },
    );

    expect(JSON.stringify(mismatches)).not.toContain(canary);
    expect(mismatches).toMatchObject([{ path: '$.kind', expected: 'one of several forms' }]);
  });

  test('stops at twenty', () => {
    expect(
      mismatchesOf(
        z.array(z.string()),
        Array.from({ length: 50 }, () => 7),
      ),
    ).toHaveLength(20);
  });
});
