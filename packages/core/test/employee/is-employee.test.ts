import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { employeeFields, employeeSchema } from '../../src/index.ts';
import { isEmployee } from '../../src/employee/is-employee.ts';

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'x',
    'active',
    'contractor',
    '2026-02-28',
    '2026-02-30',
    '2026-05-04T10:11:12Z',
    'NO',
    'no',
    0,
    Number.NaN,
    true,
  ),
  fc.string(),
);
const nested = fc.dictionary(fc.constantFrom('id', 'name', 'country', 'timeZone', 'iban', 'extra', 'toString'), scalar, {
  noNullPrototype: true,
});
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: nested },
  fc.array(scalar, { maxLength: 2 }),
  fc.constant(undefined),
);
const almost = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...employeeFields, 'unknownField'), value, { maxKeys: 4, noNullPrototype: true }),
    fc.constantFrom('1', ''),
  )
  .map(([fields, id]) => ({ id, status: 'active', ...fields }));

test('isEmployee says what the schema says of an object that it leaves as it is', () => {
  fc.assert(
    fc.property(almost, (candidate) => {
      const { success, data } = employeeSchema.safeParse(candidate);
      expect(isEmployee(candidate)).toBe(success && isDeepStrictEqual(data, candidate));
    }),
    { numRuns: 3000 },
  );
});
