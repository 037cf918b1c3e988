import { z } from 'zod';

/**
 * A JSON object of which the vendor may send more than is declared: the rest stays as it came. The same as `z.looseObject`,
 * at a fraction of its cost where records have many fields that are not declared: those are copied at once, and not one by
 * one. @useDeclaredType
 */
export function vendorObject<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape, z.core.$loose> {
  return new VendorObject({ type: 'object', shape, catchall: z.unknown() }) as z.ZodObject<Shape, z.core.$loose>;
}

// The way in which Zod's own classes extend each other; what is made from one of these, as by `extend`, is one of these.
const VendorObject = z.core.$constructor('VendorObject', (schema: z.ZodObject, def: z.core.$ZodObjectDef) => {
  z.ZodObject.init(schema, def);
  const oneByOne = schema._zod.parse.bind(schema._zod);
  let declared: z.ZodObject | undefined;
  schema._zod.parse = (payload, context) => {
    const given = payload.value as unknown;
    if (!isRecord(given) || context.async === true || Object.hasOwn(given, '__proto__')) return oneByOne(payload, context);
    declared ??= z.object(def.shape);
    const parsed = declared._zod.parse(payload, context);
    if (parsed instanceof Promise) return parsed;
    parsed.value = { ...given, ...(parsed.value as object) };
    return parsed;
  };
});

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
