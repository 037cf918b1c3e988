import { z } from 'zod';
import { ConfigError } from '../errors/config-error.ts';
import { managedFields } from '../directory/member.ts';

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'is no IANA time zone');

const policySchema = z.strictObject({
  /** `list`: a candidate without access until somebody invites them. `create`: created and invited in the same run (rule J1). */
  joiners: z.enum(['list', 'create']),
  /** What happens to the member when employment has ended (rule V1). */
  leavers: z.enum(['revoke', 'archive']),
  managedFields: z.array(z.enum(managedFields)),
  /** A changed work e-mail of a linked person (rule M3). */
  emailChange: z.enum(['apply', 'verify', 'hold']),
  /** Domains whose people may join; all of them when empty. */
  allowedDomains: z.array(z.string().min(1)),
  /** Days before the start date from which a new starter may have access (rule S2). */
  accessDaysBeforeStart: z.int().min(0).max(90),
  /** Complete reads without somebody after which they are a leaver (rule V2). */
  missingReads: z.int().min(1).max(30),
  /** Removals beyond both bounds are held (rule V3). */
  guard: z.strictObject({ removals: z.int().min(0), share: z.number().min(0).max(1) }),
  /** Where neither work location nor entity has a zone (rule S4). */
  timeZone,
  /** Teams follow the manager hierarchy (rules T1 to T9). */
  teams: z.boolean(),
});

export type Policy = z.infer<typeof policySchema>;

const common = {
  managedFields: ['firstName', 'lastName', 'preferredName', 'jobTitle', 'department', 'workLocation', 'costCenter'],
  emailChange: 'verify',
  allowedDomains: [],
  accessDaysBeforeStart: 0,
  missingReads: 2,
  guard: { removals: 3, share: 0.1 },
  timeZone: 'UTC',
  teams: true,
} satisfies Partial<Policy>;

/** People found in the HR system wait on a list until somebody invites them. */
export const inviteGated: Policy = { ...common, joiners: 'list', leavers: 'revoke' };

/** Members are created, updated and archived automatically. */
export const autoProvision: Policy = { ...common, joiners: 'create', leavers: 'archive' };

/**
 * Checks a policy that somebody put together.
 * @throws ConfigError naming every bad field.
 */
export function checkPolicy(policy: unknown): Policy {
  const checked = policySchema.safeParse(policy);
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => ({ field: ['policy', ...path].join('.'), problem: message }));
  throw new ConfigError({ problems });
}
