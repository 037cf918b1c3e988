import {
  customFields,
  email,
  employmentTypeOf,
  group,
  instant,
  phone,
  place,
  text,
  type Employee,
  type EmployeeDraft,
  type MapContext,
} from '@rollcall/core';
import { isFields, ownMember, type Fields } from '../fields.ts';
import { isOwnExtension } from '../resource/read-resource.ts';
import { enterpriseSchema } from '../schema/schemas.ts';
import type { PushedUser } from './pushed-user.ts';

/** Where a pushed user keeps each field: cited as evidence. */
export const fieldPaths = {
  id: 'id',
  employeeNumber: `${enterpriseSchema}:employeeNumber`,
  workEmail: 'emails[type eq "work"].value | emails[primary eq true].value | userName',
  personalEmail: 'emails[type eq "home"].value | emails[type eq "other"].value',
  firstName: 'name.givenName',
  lastName: 'name.familyName',
  preferredName: 'nickName | displayName',
  status: 'active',
  employmentType: 'userType',
  employmentTypeLabel: 'userType',
  jobTitle: 'title',
  department: `${enterpriseSchema}:department`,
  team: 'Group.members',
  division: `${enterpriseSchema}:division`,
  legalEntity: `${enterpriseSchema}:organization`,
  costCenter: `${enterpriseSchema}:costCenter`,
  workLocation: 'addresses[type eq "work"], timezone',
  managerId: `${enterpriseSchema}:manager.value`,
  phone: 'phoneNumbers[type eq "work"].value | phoneNumbers[type eq "mobile"].value',
  customFields: 'extensions of your own, and the names of groups',
  updatedAt: 'meta.lastModified',
} as const;

/** One pushed user to one employee. What the sender never said stays absent; what it took away is empty. */
export function toEmployee(record: PushedUser, context: MapContext): EmployeeDraft {
  const { user } = record;
  const company = ownMember(user, enterpriseSchema);
  const named = (field: 'department' | 'division' | 'legalEntity' | 'costCenter', name: string) =>
    group({ name: ownMember(company, name) }, context, field);
  const firstName = text(ownMember(user['name'], 'givenName'), context, 'firstName');
  const lastName = text(ownMember(user['name'], 'familyName'), context, 'lastName');
  return {
    id: record.id,
    employeeNumber: text(ownMember(company, 'employeeNumber'), context, 'employeeNumber'),
    workEmail: workEmailOf(user, context),
    personalEmail: email(ofTypes(user.emails, ['home', 'other']), context, 'personalEmail'),
    firstName,
    lastName,
    preferredName: preferredNameOf(user, [firstName, lastName], context),
    status: statusOf(record),
    ...employmentTypeOf(user['userType'], context, { Contractor: 'contractor', Intern: 'intern', Employee: null }),
    jobTitle: text(user['title'], context, 'jobTitle'),
    department: named('department', 'department'),
    team: teamOf(record),
    division: named('division', 'division'),
    legalEntity: named('legalEntity', 'organization'),
    costCenter: named('costCenter', 'costCenter'),
    workLocation: workLocationOf(user, context),
    managerId: record.managerId,
    phone: phone(ofTypes(user.phoneNumbers, ['work', 'mobile']), context),
    customFields: customFields(ownFields(record), context),
    updatedAt: instant(record.updatedAt, context, 'updatedAt'),
  };
}

/** `active` is all a sender says of an employment; without it nobody can say anything. */
function statusOf({ deleted, user }: PushedUser): Employee['status'] {
  if (deleted || user.active === false) return 'terminated';
  return user.active === true ? 'active' : 'unknown';
}

type Elements = PushedUser['user']['emails'];

/** The first of these types; null where the list says that there is none, undefined where there is no list. */
function ofTypes(elements: Elements, types: readonly string[]): unknown {
  if (elements == null) return elements;
  for (const type of types) {
    const found = elements.find((element) => element.type?.toLowerCase() === type && isFilled(element.value));
    if (found !== undefined) return found.value;
  }
  return null;
}

/** A sign-in name serves as address where it is one and no other was sent: many companies sign in by their address. */
function workEmailOf(user: PushedUser['user'], context: MapContext): string | null | undefined {
  const { emails } = user;
  const untyped = emails?.find(({ type, value }) => (type == null || type === '') && isFilled(value))?.value;
  const primary = emails?.find(({ primary: is, type, value }) => is === true && type !== 'home' && isFilled(value))?.value;
  const sent = ofTypes(emails, ['work']) ?? primary ?? untyped;
  const userName = user['userName'];
  if (isFilled(sent)) return email(sent, context, 'workEmail');
  if (typeof userName === 'string' && userName.includes('@')) return email(userName, context, 'workEmail');
  return emails === undefined ? undefined : null;
}

/** A name that is shown is a preferred one where it is not simply the other two. */
function preferredNameOf(
  user: PushedUser['user'],
  names: readonly (string | null | undefined)[],
  context: MapContext,
): string | null | undefined {
  const nickName = text(user['nickName'], context, 'preferredName');
  if (nickName != null) return nickName;
  const shown = text(user['displayName'], context, 'preferredName');
  const full = names.filter((name) => name != null).join(' ');
  // Whose nickname is not known, or was said to be none, is called by what is shown.
  return shown === full ? null : (shown ?? nickName);
}

/** Who is in one group is in that team; who is in several is in none for certain. */
function teamOf({ groups }: PushedUser): Employee['team'] | undefined {
  if (groups === undefined || groups.length > 1) return undefined;
  const [name] = groups;
  return name === undefined ? null : { name };
}

function workLocationOf({ addresses, timezone }: PushedUser['user'], context: MapContext): Employee['workLocation'] | undefined {
  const address = addresses?.find(({ type }) => type?.toLowerCase() === 'work');
  // Without an address for work there is none; without addresses nothing was said.
  const none = addresses === undefined ? undefined : null;
  const name = address === undefined ? none : (address['locality'] ?? address['formatted'] ?? null);
  return place({ name, country: address?.['country'], timeZone: timezone }, context);
}

/** What the customer defined, by the names of the attributes, and the groups, for filters. Nothing where nothing was defined. */
function ownFields({ user, groups }: PushedUser): [unknown, unknown][] | undefined {
  const extensions = Object.entries(user).filter(
    (entry): entry is [string, Fields] => isOwnExtension(entry[0]) && isFields(entry[1]),
  );
  const own = extensions.flatMap(([, fields]) => Object.entries(fields));
  if (groups !== undefined) return [...own, ['groups', [...groups].sort()]];
  return extensions.length === 0 ? undefined : own;
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
