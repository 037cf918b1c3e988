import { customFields, employmentTypeOf, identifier, mapFields, normaliseEmail, statusOf, vendorObject } from '@rollcall/core';
import { text, valueAt, vendorId, type CustomerConfig, type EmployeeDraft, type MapContext } from '@rollcall/core';
import { z } from 'zod';
import { manifest } from './manifest.ts';

type Context = MapContext<typeof manifest>;

/**
 * A user; whom the text that names the manager means, `null` where several can be meant, missing where nobody is found; and
 * whether nobody shows the attribute that was entered for the first day.
 */
export const OktaRecord = z.object({
  // A profile is never empty: one that is, is hidden and says of nothing that there is none.
  user: vendorObject({
    id: vendorId,
    profile: vendorObject({})
      .nullish()
      .transform((profile) => profile ?? undefined),
  }),
  manager: z.string().regex(/\S/).nullish(),
  hidesStart: z.boolean().optional(),
});
export type OktaRecord = z.infer<typeof OktaRecord>;

/** Companies choose the words; this one, of Okta's own examples, says nothing of the contract. */
const types = { Employee: null } as const;

/** While somebody is being activated (`ACTIVATING`), nothing is decided. */
const statuses = {
  STAGED: 'preboarding',
  PROVISIONED: 'active',
  ACTIVE: 'active',
  RECOVERY: 'active',
  PASSWORD_EXPIRED: 'active',
  LOCKED_OUT: 'active',
  SUSPENDED: 'leave',
  DEPROVISIONED: 'terminated',
  ACTIVATING: 'unknown',
} as const;

/** Whose activation is pending may still have to begin, as far as the first day is told. */
const notBegun = { ...statuses, PROVISIONED: 'preboarding' } as const;
const notTold = { ...statuses, PROVISIONED: 'unknown' } as const;

/** The base profile. Every other attribute is one of the customer's. */
const ofNames = 'login email secondEmail firstName lastName middleName honorificPrefix honorificSuffix displayName nickName';
const ofPlaces = 'profileUrl primaryPhone mobilePhone streetAddress city state zipCode countryCode postalAddress timezone locale';
const ofWork = 'preferredLanguage title userType employeeNumber costCenter organization division department managerId manager';
const baseAttributes = new Set(`${ofNames} ${ofPlaces} ${ofWork}`.split(' '));

const oktaId = /^00u[A-Za-z0-9]{17}$/;

/** Where the customer keeps a field, else where Okta does. */
export const managerPath = ({ fields }: CustomerConfig<typeof manifest>): string => `profile.${fields?.managerId ?? 'managerId'}`;

/**
 * One user. Attributes that nobody ever filled in are left out of a profile, so what is missing clears nothing.
 * Source: User, UserProfile and UserStatus of github.com/okta/okta-management-openapi-spec, 2026.06.3.
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: OktaRecord, context: Context): EmployeeDraft => {
  const { user } = record;
  const { fields = {} } = context.config;
  const paths = Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, pathOf(field, name)]));
  const own = mapFields(paths, () => ({}))(record, context);
  const byStart = (own.startDate ?? '') > context.today ? notBegun : statuses;
  return {
    startDate: undefined,
    terminationDate: undefined,
    preferredName: toPreferredName(record, context),
    ...employmentTypeOf(valueAt(record, paths['employmentType'] ?? manifest.fieldPaths.employmentType), context, types),
    ...own,
    status: statusOf(user['status'], record.hidesStart === true ? notTold : byStart, context),
    ...toManager(record, context),
    customFields: toCustomFields(user.profile ?? {}, context),
  };
});

/** Of a work location only the name is kept elsewhere. */
function pathOf(field: string, attribute: string): string {
  const path = `user.profile.${attribute}`;
  return field === 'workLocation' ? manifest.fieldPaths.workLocation.replace('user.profile.city', path) : path;
}

/** The whole name again says nothing. */
function toPreferredName(record: OktaRecord, context: Context): EmployeeDraft['preferredName'] {
  const name = text(valueAt(record, manifest.fieldPaths.preferredName), context, 'preferredName');
  const { firstName, lastName } = record.user.profile ?? {};
  return name === `${String(firstName)} ${String(lastName)}` ? null : name;
}

/** Whom the list could not find may be somebody whom this log-in does not see, or, by an address, somebody of another system. */
function toManager({ user, manager }: OktaRecord, context: Context): EmployeeDraft {
  const stated = identifier(valueAt(user, managerPath(context.config)), context, 'managerId');
  if (stated == null) return { managerId: stated, managerEmail: undefined };
  if (manager !== undefined) return { managerId: manager ?? undefined, managerEmail: undefined };
  const isId = oktaId.test(stated);
  return { managerId: isId ? stated : undefined, managerEmail: isId ? undefined : normaliseEmail(stated) };
}

function toCustomFields(profile: object, context: Context): EmployeeDraft['customFields'] {
  const { customAttributes } = context.config;
  const isWanted = (name: string): boolean => customAttributes?.includes(name) ?? !baseAttributes.has(name);
  const entries = Object.entries(profile).filter(([name]) => isWanted(name));
  return entries.length === 0 ? undefined : customFields(entries, context);
}
