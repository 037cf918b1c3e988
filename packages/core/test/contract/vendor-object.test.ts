import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { vendorObject } from '../../src/contract/vendor-object.ts';

type ObjectOf = (shape: z.core.$ZodLooseShape) => z.ZodObject;

/** One schema, written with either. */
function personOf(object: ObjectOf): z.ZodType {
  const unit = object({ id: z.string().nullish(), size: z.string().transform(Number).optional() });
  return object({
    id: z.union([z.string(), z.number()]),
    name: z.string().nullish(),
    unit: unit.nullish(),
    units: z.array(unit).optional(),
    active: z.boolean().default(true),
  });
}

const [ours, zods] = [personOf(vendorObject), personOf(z.looseObject)];
const keys = ['id', 'name', 'unit', 'units', 'active', 'size', 'more', '__proto__', 'constructor', 'toString'];
const { tree: json } = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
  tree: fc.oneof({ maxDepth: 3, depthSize: 'small' }, tie('leaf'), tie('object'), fc.array(tie('tree'), { maxLength: 3 })),
}));
// As it comes off the wire: `__proto__` is a name like any other.
const wire = json.map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('an object of a vendor', () => {
  test('is what Zod makes of a loose object: value, or issues with their paths', () => {
    fc.assert(
      fc.property(wire, (value) => {
        const [a, b] = [ours.safeParse(value), zods.safeParse(value)];
        expect(a.success).toBe(b.success);
        if (a.success) expect(a.data).toEqual(b.data);
        else expect(a.error.issues).toEqual(b.error?.issues);
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same where somebody waits for it', async () => {
    for (const value of [{ id: 1, more: [1], unit: { size: '3' } }, { id: null, more: 1 }, 'text']) {
      const [a, b] = [await ours.safeParseAsync(value), await zods.safeParseAsync(value)];
      expect(a.data).toEqual(b.data);
      expect(a.error?.issues).toEqual(b.error?.issues);
    }
  });

  test('leaves what it is given as it is, and takes on nobody else’s prototype', () => {
    const given = JSON.parse('{"id":1,"__proto__":{"isAdmin":true},"unit":{"size":"3","more":[1]}}') as object;
    const before = JSON.stringify(given);
    const made = ours.parse(given) as Record<string, unknown>;
    expect(JSON.stringify(given)).toBe(before);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(made.isAdmin).toBeUndefined();
    expect(made.unit).toEqual({ size: 3, more: [1] });
  });

  test('keeps the rest when it is extended, and says what it expects', () => {
    const extended = vendorObject({ id: z.string() }).extend({ name: z.string() });
    expect(extended.parse({ id: 'a', name: 'b', more: 1 })).toEqual({ id: 'a', name: 'b', more: 1 });
    expect(extended.safeParse({ id: 'a', more: 1 }).error?.issues).toMatchObject([{ path: ['name'] }]);
    expect(Object.keys(extended.shape)).toEqual(['id', 'name']);
    expect(z.toJSONSchema(extended)).toEqual(z.toJSONSchema(z.looseObject({ id: z.string(), name: z.string() })));
  });
});
