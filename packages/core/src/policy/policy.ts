import { z } from 'zod';
import { ConfigError } from '../errors/config-error.ts';
import { managedFields } from '../directory/member.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { checkBySchema, strict, type Checked } from '../scope/check-by-schema.ts';

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Europe/Oslo');

/** As the domains of addresses are compared: lower case, IDNA. What is no domain would quietly let nobody join. */
const domain = z.string().transform((typed, context) => {
  const address = normaliseEmail(`x@${typed.trim().replace(/^@/, '')}`);
  if (address !== undefined) return address.slice('x@'.length);
  context.addIssue({ code: 'custom', message: 'must be one domain such as fjordkiste.example, without wildcards' });
  return z.NEVER;
});

const wholeNumber = (from: number, to: number) =>
  z
    .number()
    .refine(
      (value) => Number.isInteger(value) && value >= from && value <= to,
      `must be a whole number from ${String(from)} to ${String(to)}`,
    );

const shareRange = 'must be a share from 0 to 1; 0.1 is 10 %';

/** What a whole policy must look like. */
const policySchema = strict({
  /** `list`: a candidate without access until somebody invites them. `create`: created and invited in the same run (rule J1). */
  joiners: z.enum(['list', 'create']),
  /** What happens to the member when employment has ended (rule V1). */
  leavers: z.enum(['revoke', 'archive']),
  /** Each once. */
  managedFields: z.array(z.enum(managedFields)).superRefine((fields, context) => {
    const before = new Set<string>();
    fields.forEach((field, index) => {
      if (before.has(field))
        context.addIssue({ code: 'custom', path: [index], message: 'is listed before: name each field once' });
      before.add(field);
    });
  }),
  /** A changed work e-mail of a linked person (rule M3). */
  emailChange: z.enum(['apply', 'verify', 'hold']),
  /** Domains whose people may join, lower case and IDNA; all of them when empty. */
  allowedDomains: z.array(domain).transform((domains) => [...new Set(domains)]),
  /** Days before the start date from which a new starter may have access (rule S2). */
  accessDaysBeforeStart: wholeNumber(0, 90),
  /** Complete reads without somebody after which they are a leaver (rule V2). */
  missingReads: wholeNumber(1, 30),
  /** Removals beyond both bounds are held (rule V3). */
  guard: strict({
    removals: z.number().refine((value) => Number.isSafeInteger(value) && value >= 0, 'must be a whole number, 0 or more'),
    share: z.number().min(0, shareRange).max(1, shareRange),
  }),
  /** Somebody linked who leaves the filter: unlocked and left alone, or removed like a leaver (rule S7). */
  outOfScope: z.enum(['release', 'remove']),
  /** Days between the end of employment and the removal; cancellable while they run (rule V5). */
  leaverDelayDays: wholeNumber(0, 365),
  /** Also link by a personal e-mail that equals a member's address (rule L2). */
  matchPersonalEmail: z.boolean(),
  /** Pending invitations when the connection ends (rule C7). */
  pendingInvitations: z.enum(['keep', 'withdraw']),
  /** Where neither work location nor entity has a zone (rule S4). */
  timeZone,
});

/** @useDeclaredType */
export type Policy = z.infer<typeof policySchema>;

const common = {
  managedFields: ['firstName', 'lastName', 'preferredName', 'jobTitle', 'department', 'workLocation', 'costCenter'],
  emailChange: 'verify',
  allowedDomains: [],
  accessDaysBeforeStart: 0,
  missingReads: 2,
  guard: { removals: 3, share: 0.1 },
  outOfScope: 'release',
  leaverDelayDays: 0,
  matchPersonalEmail: false,
  pendingInvitations: 'keep',
  timeZone: 'UTC',
} satisfies Partial<Policy>;

/** People found in the HR system wait on a list until somebody invites them. */
export const inviteGated: Policy = { ...common, joiners: 'list', leavers: 'revoke' };

/** Members are created, updated and archived automatically. */
export const autoProvision: Policy = { ...common, joiners: 'create', leavers: 'archive' };

const presets: Readonly<Record<string, Policy>> = { inviteGated, autoProvision };

/**
 * Checks a policy that somebody put together: a whole one, a preset by name (`'inviteGated'`), or a preset with what
 * differs from it (`{ preset: 'autoProvision', leaverDelayDays: 7 }`; of `guard` also one part). Domains come back normalised.
 * @throws ConfigError naming every bad field at once.
 */
export function checkPolicy(policy: unknown): Policy {
  const checked = policyFrom(policy);
  if ('problems' in checked) throw new ConfigError({ problems: checked.problems });
  return checked.value;
}

/** As `checkPolicy`, for those who have more to check and want to name all problems together. */
export function policyFrom(input: unknown): Checked<Policy> {
  const { preset, policy } = expandPreset(input);
  const checked = checkBySchema(policySchema, policy, 'policy');
  if (preset === undefined || isPreset(preset)) return checked;
  const unknownPreset = {
    field: typeof input === 'string' ? 'policy' : 'policy.preset',
    problem: `must be one of ${Object.keys(presets).join(', ')}`,
  };
  return { problems: [unknownPreset, ...('problems' in checked ? checked.problems : [])] };
}

/** The whole policy that is meant. A preset nobody knows is filled up all the same, so that the rest is checked too. */
function expandPreset(input: unknown): { readonly preset: unknown; readonly policy: unknown } {
  if (typeof input === 'string') return { preset: input, policy: presetNamed(input) };
  if (!isObject(input) || input.preset === undefined) return { preset: undefined, policy: input };
  const { preset, ...rest } = input;
  const base = presetNamed(preset);
  const overrides = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const guard = isObject(overrides.guard) ? { guard: { ...base.guard, ...overrides.guard } } : {};
  return { preset, policy: { ...base, ...overrides, ...guard } };
}

function isPreset(name: unknown): name is string {
  return typeof name === 'string' && Object.hasOwn(presets, name);
}

function presetNamed(name: unknown): Policy {
  return (isPreset(name) ? presets[name] : undefined) ?? inviteGated;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
