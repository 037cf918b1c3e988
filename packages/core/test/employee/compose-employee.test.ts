import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { employeeFields, employeeSchema, type EmployeeDraft } from '../../src/index.ts';
import { composeEmployee } from '../../src/employee/compose-employee.ts';

const scalar = fc.oneof(
  fc.constantFrom(null, '', 'x', 'active', 'contractor', '2026-02-28', '2026-02-30', '2026-05-04T10:11:12Z', 'NO', 'no', 0, true),
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
    fc.dictionary(fc.constantFrom(...employeeFields), value, { maxKeys: 4, noNullPrototype: true }),
    fc.constantFrom('1', ''),
  )
  .map(([fields, id]) => ({ id, status: 'active', ...fields }));

test('composes exactly those that the schema leaves as they are', () => {
  const wanted = Object.fromEntries(employeeFields.map((field) => [field, true]));
  fc.assert(
    fc.property(almost, (candidate) => {
      const delivered = JSON.parse(JSON.stringify(candidate)) as object;
      const { success, data } = employeeSchema.safeParse(delivered);
      const composed = composeEmployee(candidate as EmployeeDraft, wanted);
      if (success && isDeepStrictEqual(data, delivered)) expect(composed).toStrictEqual(data);
      else expect(composed).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
});
