import { customFields, employmentTypeOf, group, isPrimary, mapFields, normaliseEmail, ofType, oneOf } from '@rollcall/core';
import { plainDate, statusByDates, text, valueAt, vendorEntry, vendorId, vendorObject } from '@rollcall/core';
import type { EmployeeDraft, EntryFit, MapContext } from '@rollcall/core';
import { z } from 'zod';
import { manifest } from './manifest.ts';

type Context = MapContext<typeof manifest>;

const isNamedBuilding: EntryFit = ({ buildingId }) => buildingId != null && buildingId !== '';
// Somebody typed it: it may be a name.
const isManagersAddress: EntryFit = ({ type, value }) =>
  type === 'manager' && typeof value === 'string' && normaliseEmail(value) !== undefined;

const flag = z.boolean().nullish();
// Addresses, phones, organizations: the discovery document says `any`, the guides say lists.
const User = vendorObject({
  id: vendorId,
  emails: vendorEntry(ofType('home')),
  externalIds: vendorEntry(ofType('organization')),
  relations: vendorEntry(isManagersAddress, ofType('manager')),
  organizations: vendorEntry(isPrimary, () => true),
  phones: vendorEntry(ofType('work'), isPrimary, ofType('mobile', 'work_mobile')),
  locations: vendorEntry(isNamedBuilding),
  addresses: vendorEntry(ofType('work')),
  suspended: flag,
  archived: flag,
  isGuestUser: flag,
  customSchemas: z.record(z.string(), vendorObject({}).nullable()).nullish(),
});

/** An account, and whether it is on the list of deleted ones. */
export const GoogleRecord = z.object({ user: User, isDeleted: z.boolean() });
export type GoogleRecord = z.infer<typeof GoogleRecord>;

// Google suspends for its own reasons: these people still work there.
const reasons = { ADMIN: 'terminated', ABUSE: 'leave', UNDER13: 'leave', WEB_LOGIN_REQUIRED: 'leave' } as const;

/**
 * One account. What is empty is left out of it, so a list that is not there clears nothing.
 * Source: https://developers.google.com/workspace/admin/directory/reference/rest/v1/users and the discovery document, revision
 * 20260914 (2026-11).
 */
export const toEmployee = mapFields(manifest.fieldPaths, (record: GoogleRecord, context: Context) => {
  const { user } = record;
  const attributes = customFields(user.customSchemas && Object.entries(user.customSchemas).flatMap(attributesOf), context);
  const displayName = text(valueAt(user, 'name.displayName'), context, 'preferredName');
  return {
    ...toStatus(record, attributes, context),
    ...employmentTypeOf(valueAt(user, 'organizations.description'), context),
    // The full name again says nothing.
    preferredName: displayName === (valueAt(user, 'name.fullName') ?? null) ? null : displayName,
    team: toTeam(user['orgUnitPath'], context),
    customFields: attributes,
  };
});

/** The days are custom attributes. Without a last day, the one on which the account was closed counts for whoever has left. */
function toStatus(record: GoogleRecord, attributes: EmployeeDraft['customFields'], context: Context): EmployeeDraft {
  const dayAt = (field: 'startDate' | 'terminationDate') =>
    plainDate([attributes?.[context.config.fields?.[field] ?? '']].flat()[0], context, field);
  const days = { startDate: dayAt('startDate'), terminationDate: dayAt('terminationDate') };
  const status = statusByDates({ ...days, stated: statedBy(record, days, context) }, context);
  const closed = status === 'terminated' ? valueAt(record.user, 'deletionTime | archivalTime | suspensionTime') : undefined;
  return { ...days, status, terminationDate: days.terminationDate ?? plainDate(closed, context, 'terminationDate') };
}

function statedBy({ user, isDeleted }: GoogleRecord, days: EmployeeDraft, context: Context): EmployeeDraft['status'] {
  const { config, today } = context;
  if (isDeleted || user.archived === true) return 'terminated';
  // A guest is of another company: neither joins nor leaves.
  if (user.isGuestUser === true || user.suspended == null) return 'unknown';
  if (!user.suspended) return 'active';
  const isIn = (unit: string): boolean => `${String(user['orgUnitPath'])}/`.startsWith(unit.replace(/\/*$/, '/'));
  if ((days.startDate ?? '') > today || config.starterOrgUnits?.some(isIn) === true) return 'preboarding';
  // Suspended ahead of the last day: at home until then.
  if ((days.terminationDate ?? '') >= today || config.suspendedOnLeave === true) return 'leave';
  const reason = user['suspensionReason'] ?? '';
  return reason === '' ? 'terminated' : (oneOf(reason, reasons, context, 'status') ?? 'unknown');
}

/** The organizational unit, named by the end of its path, where that was asked for. Accounts at the top are in none. */
function toTeam(orgUnitPath: unknown, context: Context): EmployeeDraft['team'] {
  const path = context.config.teams === true ? text(orgUnitPath, context, 'team') : undefined;
  const name = path?.slice(path.lastIndexOf('/') + 1);
  return group({ id: name === '' ? null : path, name: name ?? path }, context, 'team');
}

/** A category's attributes. Of several values, which come with their types, the values. */
function attributesOf([category, fields]: readonly [string, object | null]): readonly (readonly [string, unknown])[] {
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((item: unknown) => valueAt(item, 'value') ?? item) : value;
  return Object.entries(fields ?? {}).map(([field, value]) => [`${category}.${field}`, plain(value)]);
}
