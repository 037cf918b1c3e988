import { z } from 'zod';

const common = {
  /** As shown above the input. */
  label: z.string().min(1),
  /** Where the person who fills it in finds the value. */
  help: z.string().min(1),
  /** Fictional, in the true form; shown beside every complaint. */
  example: z.string().min(1),
  /** May be left out. */
  optional: z.boolean().optional(),
};

const pattern = z.string().refine(isRegExp, 'is no regular expression');

/** One thing somebody types to connect: a text unless `type` says otherwise. Forms, prompts, tables and checks follow from it. */
export const configFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text').optional(),
    /** Kept from every error, log and table; sealed before it is stored. */
    secret: z.boolean().optional(),
    /** May be pasted in several lines, as a key file or a PEM is: they become one, with blanks between them. */
    multiline: z.boolean().optional(),
    /** Regular expression over the whole value. */
    pattern: pattern.optional(),
    /** Says which tenant of the vendor this is: rate budgets are shared between connections with equal values. */
    tenant: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    /** The customer's own part of a host name. A pasted address (`https://acme.vendor.com/home`) is reduced to it first. */
    type: z.literal('subdomain'),
    /** The rest of the host name, such as `bamboohr.com`. */
    domain: z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/),
    pattern: pattern.optional(),
    tenant: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    choices: z.array(z.string().min(1)).min(2).readonly(),
    fallback: z.string().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('boolean'), optional: z.literal(true) }),
  /** Several texts; typed as a list or as one text with commas. */
  z.strictObject({ ...common, type: z.literal('list'), pattern: pattern.optional(), optional: z.literal(true) }),
  /** Employee field to the vendor's own field name, where the customer defines the names. */
  z.strictObject({
    ...common,
    type: z.literal('fieldMap'),
    /** The employee fields that may be mapped. */
    fields: z.array(z.string().min(1)).min(1).readonly(),
    optional: z.literal(true),
  }),
]);

/** @useDeclaredType */
export type ConfigField = Readonly<z.infer<typeof configFieldSchema>>;
export type ConfigFields = Readonly<Record<string, ConfigField>>;

type ValueOf<F> = F extends { readonly type: 'choice'; readonly choices: readonly (infer Choice)[] }
  ? Choice
  : F extends { readonly type: 'boolean' }
    ? boolean
    : F extends { readonly type: 'list' }
      ? readonly string[]
      : F extends { readonly type: 'fieldMap'; readonly fields: readonly (infer Name extends string)[] }
        ? Readonly<Partial<Record<Name, string>>>
        : string;

type Surely<F> = F extends { readonly fallback: string } ? true : F extends { readonly optional: true } ? false : true;

type Show<T> = { readonly [Key in keyof T]: T[Key] };

/** What `config` holds once it has been checked against the fields: optional ones may be missing, a `fallback` fills in. */
export type ConfigOf<Fields> = Show<
  { [Name in keyof Fields as Surely<Fields[Name]> extends true ? Name : never]: ValueOf<Fields[Name]> } & {
    [Name in keyof Fields as Surely<Fields[Name]> extends true ? never : Name]?: ValueOf<Fields[Name]>;
  }
>;

/** What the caller passes in: as `ConfigOf`, and fields with a `fallback` may be left out. */
export type ConfigInputOf<Fields> = Show<
  { [Name in keyof Fields as Fields[Name] extends Omittable ? never : Name]: ValueOf<Fields[Name]> } & {
    [Name in keyof Fields as Fields[Name] extends Omittable ? Name : never]?: ValueOf<Fields[Name]>;
  }
>;

/** @inline */
type Omittable = { readonly optional: true } | { readonly fallback: string };

function isRegExp(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
