import { customFields, email, employmentTypeOf, group, mapFields, plainDate, statusByDates, text, valueAt } from '@rollcall/core';
import { vendorId, vendorObject, vendorText, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { z } from 'zod';
import { manifest } from './manifest.ts';

type Context = MapContext<typeof manifest>;
type Day = EmployeeDraft['startDate'];

/** Lists of addresses and numbers, of which the first counts. */
const first = z
  .array(z.unknown())
  .nullish()
  .transform((list) => list && (list[0] ?? null));

const User = vendorObject({
  id: vendorId,
  userPrincipalName: vendorText,
  mail: vendorText,
  otherMails: first,
  businessPhones: first,
  accountEnabled: z.boolean().nullish(),
  userType: vendorText,
  manager: vendorObject({}).nullish(),
  onPremisesExtensionAttributes: vendorObject({}).nullish(),
});

/** An account, whether it is one of those that were deleted within the last 30 days, and its groups, where some were asked for. */
export const EntraRecord = z.object({ user: User, isDeleted: z.boolean(), groups: z.array(z.string()).optional() });
export type EntraRecord = z.infer<typeof EntraRecord>;

/** Companies choose the words: these are the documented ones beside our own. `Employee` says nothing of the contract. */
const types = { Consultant: 'contractor', Vendor: 'contractor', Guest: 'other', Employee: null } as const;

/**
 * One account. A manager that is not there is none, but not with deleted accounts, whose managers are not read.
 * Source: https://learn.microsoft.com/graph/api/resources/user (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: EntraRecord, context: Context) => {
  const { user, isDeleted, groups } = record;
  const days = {
    startDate: plainDate(user['employeeHireDate'], context, 'startDate'),
    terminationDate: plainDate(user['employeeLeaveDateTime'], context, 'terminationDate'),
  };
  const firstName = text(user['givenName'], context, 'firstName');
  const lastName = text(user['surname'], context, 'lastName');
  const shown = text(user['displayName'], context, 'preferredName');
  return {
    ...days,
    status: statusByDates({ ...days, stated: statedBy(record, days.startDate, context) }, context),
    firstName,
    lastName,
    // The full name again says nothing.
    preferredName: shown === [firstName, lastName].filter(Boolean).join(' ') ? null : shown,
    workEmail: email(valueAt({ ...user, signIn: signInAddress(record) }, 'mail | signIn'), context, 'workEmail'),
    ...employmentTypeOf(user['employeeType'] ?? (isGuest(user.userType) ? 'Guest' : user['employeeType']), context, types),
    ...(user.manager === undefined && !isDeleted && { managerId: null }),
    // Whoever is in one group has it as team; of several nobody can tell.
    ...(groups && { team: groups.length > 1 ? undefined : group({ name: groups[0] ?? null }, context, 'team') }),
    customFields: customFields(attributesOf(record, context), context),
  };
});

export const isGuest = (userType: unknown): boolean => typeof userType === 'string' && userType.toLowerCase() === 'guest';

function statedBy({ user, isDeleted }: EntraRecord, startDate: Day, context: Context): EmployeeDraft['status'] {
  if (isDeleted) return 'terminated';
  const stated = user.accountEnabled === true ? 'active' : statedByBlock(user, startDate, context);
  // A list leaves guests out: this one was asked for, a colleague before. Neither joins nor leaves by having become a guest.
  const isLeftAlone = isGuest(user.userType) && context.config.guests !== 'include' && stated !== 'terminated';
  return isLeftAlone ? 'unknown' : stated;
}

/** Accounts are made ahead and enabled on the first day. */
function statedByBlock(user: EntraRecord['user'], startDate: Day, { config, today }: Context): EmployeeDraft['status'] {
  if (user.accountEnabled == null) return 'unknown';
  return (startDate ?? '') > today ? 'preboarding' : config.disabledAre;
}

// Names within the tenant, and of accounts of elsewhere, receive no mail.
const noAddress = /#EXT#|@(?:[^@]*\.)?(?:onmicrosoft\.(?:com|us|de|cn)|onmschina\.cn)$/i;

/** The name that somebody signs in with, where it is an address. Before that of a deleted account stands its id, without dashes. */
function signInAddress({ user: { userPrincipalName: name }, isDeleted }: EntraRecord): string | null | undefined {
  const address = isDeleted ? name?.replace(/^[0-9a-f]{32}/i, '') : name;
  return noAddress.test(address ?? '') ? undefined : address;
}

function attributesOf({ user, groups }: EntraRecord, { config }: Context): (readonly [string, unknown])[] | undefined {
  const synced = user.onPremisesExtensionAttributes;
  const own = config.customFields?.map((name) => [name, user[name]] as const) ?? [];
  if (synced == null && own.length === 0 && groups === undefined) return undefined;
  return [...Object.entries(synced ?? {}), ...own, ['groups', groups]];
}
