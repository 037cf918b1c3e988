import { z } from 'zod';
import { strict } from './check-by-schema.ts';
import { filterFields, isFilterField } from './field-values.ts';
import type { EntityMapping, Filter } from './filter.ts';

const mostConditions = 50;
const mostValues = 1000;
const mostRules = 1000;

const field = z
  .string()
  .refine(isFilterField, `is no field to filter by (valid: ${filterFields.join(', ')}, customFields.<vendor key>)`);

const value = z.string().refine((text) => text.trim() !== '', 'is empty: type a value or take it out');

const condition = strict({
  field,
  is: z.enum(['one_of', 'none_of']),
  values: z.array(value).min(1, 'is empty: type at least one value').max(mostValues),
});

/** What a filter from outside must look like (rule S5). */
export const filterSchema: z.ZodType<Filter> = z.discriminatedUnion(
  'match',
  [
    strict({ match: z.literal('everybody') }),
    strict({
      match: z.enum(['all', 'any']),
      conditions: z.array(condition).min(1, 'is empty: add a condition or use match everybody').max(mostConditions),
    }),
  ],
  {
    error: ({ code }: { readonly code: string }) => (code === 'invalid_union' ? 'must be one of everybody, all, any' : undefined),
  },
);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const rule = strict({
  when: filterSchema,
  entity: z.string().refine((text) => text.trim() !== '', "is empty: give the platform's id of the entity"),
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone such as Europe/Oslo').optional(),
});

/** What an entity mapping from outside must look like (rule S9). */
export const entityMappingSchema: z.ZodType<EntityMapping> = strict({
  rules: z
    .array(rule)
    .min(1, 'is empty: add a rule, or use null instead of a mapping where the customer has one entity')
    .max(mostRules)
    .superRefine((rules, context) => {
      rules.forEach(({ when }, index) => {
        // Everybody in the middle is a slip that would quietly switch off all rules below it.
        if (when.match !== 'everybody' || index === rules.length - 1) return;
        context.addIssue({ code: 'custom', path: [index, 'when'], message: 'takes everybody: move this rule to the end' });
      });
    }),
});
