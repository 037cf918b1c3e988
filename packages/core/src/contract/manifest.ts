import { z } from 'zod';
import { contradictionsOf } from './manifest-contradictions.ts';
import { ConfigError } from '../errors/config-error.ts';
import { employeeFields, type EmployeeField } from '../employee/employee.ts';
import { configFieldSchema, type ConfigInputOf, type ConfigOf } from './config-field.ts';

const fieldName = z.enum(employeeFields as [EmployeeField, ...EmployeeField[]]);

/** Method and path template. `{name}` stands for one path segment. */
const endpoint = z.templateLiteral([z.enum(['GET', 'POST']), ' ', z.string().startsWith('/')]);

const monthOrDay = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);

const rateLimit = z.strictObject({
  requests: z.int().positive(),
  perSeconds: z.number().positive(),
  /** Endpoints that share this window; all of them when left out. */
  endpoints: z.array(endpoint).optional(),
});

const permission = z.strictObject({
  /** In the vendor's words, as the administrator finds it. */
  name: z.string().min(1),
  /** Employee fields that are not delivered without it. */
  gives: z.array(fieldName),
  /** Without it there is nothing to read at all. */
  required: z.boolean().optional(),
});

const manifestSchema = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  name: z.string().min(1),
  category: z.enum(['hris', 'payroll', 'identity', 'scheduling', 'file']),
  docsUrl: z.url(),
  /** The vendor's API that is read, and the day its documentation was last read. */
  api: z.strictObject({ version: z.string().min(1), checked: monthOrDay }),
  /** `documented`: built from published documentation. `recorded`: proven against a real account. */
  maturity: z.enum(['documented', 'recorded']),
  delivery: z.enum(['pull', 'push', 'both']),
  /** What the customer enters. */
  config: z.record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), configFieldSchema),
  /** What the platform holds once for all its customers. */
  platform: z.record(z.string().regex(/^[a-z][a-zA-Z0-9]*$/), configFieldSchema).optional(),
  /**
   * Origin of all paths; `{field}` is filled from the config. With `by`, a choice field decides.
   */
  baseUrl: z
    .union([
      z.string().startsWith('https://'),
      z.strictObject({ by: z.string(), urls: z.record(z.string(), z.string().startsWith('https://')) }),
    ])
    .optional(),
  /** Every host that may be spoken to: exact, `{field}.vendor.com` (filled from the config) or `*.vendor.com`. */
  hosts: z.array(z.string().regex(/^(?:[a-z0-9.-]|\{[a-zA-Z0-9]+\}|\*\.)+$/)),
  /** Every request that may be made. A connector cannot write: what is not named here is refused. */
  endpoints: z.strictObject({
    reads: z.array(endpoint),
    tokens: z.array(endpoint).optional(),
    /**
     * Where one endpoint serves many operations, of which some write: those that may be asked for. `in` says where a
     * request names its operation: in the first element of a SOAP body, or in this member of a JSON body.
     */
    operations: z
      .partialRecord(
        endpoint,
        z.strictObject({
          in: z.union([z.literal('soap'), z.strictObject({ json: z.string().min(1) })]),
          names: z.array(z.string().min(1)).min(1),
        }),
      )
      .optional(),
  }),
  limits: z.strictObject({
    /** Requests under way at once, per tenant. */
    concurrency: z.int().positive(),
    windows: z.array(rateLimit).optional(),
    /** How the vendor says when to come back, where it is not `Retry-After`. */
    resetHeader: z
      .strictObject({ name: z.string(), unit: z.enum(['seconds', 'epoch-seconds', 'epoch-milliseconds', 'milliseconds']) })
      .optional(),
    /** Statuses that mean "too many requests" beside 429. */
    statuses: z.array(z.int()).optional(),
    note: z.string().optional(),
  }),
  /** People per page; null where the vendor answers in one piece. */
  pageSize: z.int().positive().nullable(),
  /** Minimum number of requests for n people, as a formula for readers: `1 + ceil(n / 1000)`. */
  requests: z.string().min(1),
  permissions: z.array(permission),
  /** Employee fields the vendor can deliver. */
  fields: z.array(fieldName),
  capabilities: z.strictObject({
    /** One person by id. `hint`: the vendor has one answer for somebody who is gone and somebody who may not be seen. */
    get: z.union([z.boolean(), z.literal('hint')]),
    /** `complete`: sees every change, leavers included. `hint`: may miss some, only wakes a read early. */
    changes: z.enum(['none', 'hint', 'complete']),
    webhook: z.boolean(),
    push: z.boolean(),
    /** Customers define the fields, and the connector can list those that exist. */
    discover: z.boolean().optional(),
  }),
  /** Authorization-code vendors: where the administrator is sent and which scopes are asked for. */
  authorization: z
    .strictObject({
      authorizeUrl: z.string().startsWith('https://'),
      tokenUrl: z.string().startsWith('https://'),
      scopes: z.array(z.string()),
      pkce: z.boolean(),
    })
    .optional(),
  /** For connectors that read a file instead of asking a vendor: what may be given. */
  file: z
    .strictObject({
      /** Endings of names, such as `.csv`. */
      endings: z.array(z.string().regex(/^\.[a-z0-9]+$/)).min(1),
      maxBytes: z.int().positive(),
    })
    .optional(),
  /** For vendors that push: how that is set up there, and what of theirs to map onto what of ours. */
  push: z
    .strictObject({
      /** As `setup`, for an administrator who makes the vendor push. */
      setup: z.array(z.string().min(1)).min(1),
      mappings: z.array(
        z.strictObject({
          /** The vendor's own name of the attribute, as its administrator finds it. */
          from: z.string().min(1),
          /** Path of SCIM, such as `name.givenName`. */
          to: z.string().min(1),
          gives: z.array(fieldName),
          /** Anything to know: already mapped, to be changed. */
          note: z.string().min(1).optional(),
        }),
      ),
    })
    .optional(),
  /** Where the vendor keeps each field, such as `attributes.status.value`: cited as evidence for what is decided. */
  fieldPaths: z.partialRecord(fieldName, z.string().min(1)).optional(),
  /** What the customer's administrator does, one step each; complete enough to be shown as it is. */
  setup: z.array(z.string().min(1)).min(1),
  /** The step, counted from 1, in which the credentials are made: what to repeat when they are refused. */
  credentialsStep: z.int().positive().optional(),
});

type ManifestShape = z.infer<typeof manifestSchema>;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/**
 * What a vendor is, as data. Documentation, forms, prompts, the host wall and the conformance suite follow from it.
 * @useDeclaredType
 */
export type Manifest = DeepReadonly<ManifestShape>;
export type Endpoint = Manifest['endpoints']['reads'][number];
export type Permission = Manifest['permissions'][number];

export type CustomerConfig<M extends Manifest> = ConfigOf<M['config']>;
export type CustomerConfigInput<M extends Manifest> = ConfigInputOf<M['config']>;
export type PlatformConfig<M extends Manifest> = M extends { readonly platform: infer Fields }
  ? ConfigOf<Fields>
  : Record<never, never>;
export type PlatformConfigInput<M extends Manifest> = M extends { readonly platform: infer Fields }
  ? ConfigInputOf<Fields>
  : Record<never, never>;

/** @inline */
type Defaulted = 'category' | 'maturity' | 'delivery' | 'fields';

/** As an author writes it: what most vendors have in common may be left out. */
export type ManifestInput = Omit<Manifest, Defaulted> & Partial<Pick<Manifest, Defaulted>>;

/** With what was left out. */
export type Completed<M> = M & Pick<Manifest, Exclude<Defaulted, keyof M>>;

/**
 * Checks a manifest and keeps its literal types, from which the type of `config` is inferred. Unless they are given, the
 * category is `hris`, the delivery `pull`, the maturity `documented`, and the fields are those that `fieldPaths` names.
 * @throws ConfigError `manifest_invalid`, naming every bad entry.
 */
export function defineManifest<const M extends ManifestInput>(input: M): Completed<M> {
  const fields = employeeFields.filter((field) => input.fieldPaths?.[field] !== undefined);
  const manifest = { category: 'hris', maturity: 'documented', delivery: 'pull', fields, ...input } as const;
  const checked = manifestSchema.safeParse(manifest);
  const contradictions = checked.success ? contradictionsOf(manifest) : [];
  if (checked.success && contradictions.length === 0) return manifest;
  throw new ConfigError({
    code: 'manifest_invalid',
    vendor: typeof input.slug === 'string' ? input.slug : undefined,
    problems: checked.success
      ? contradictions
      : checked.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'manifest', problem: message })),
  });
}
